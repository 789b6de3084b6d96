import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSearch } from "../../src/lookup/search.ts";
import { fold } from "../../src/story/fold.ts";
import { lookups, story } from "../support/story.ts";

const { events, people, quotes } = lookups;

/** The event that each typed text means. */
test.each([
  ["lettre", "letter"],
  ["la lettre", "letter"],
  ["letter", "letter"],
  ["pétition", "letter"],
  ["PETITION", "letter"],
  ["return", "agreement"],
  ["retour", "agreement"],
  ["le retour d'Altman", "agreement"],
  ["badge", "guest-badge"],
  ["bagde", "guest-badge"],
  ["Bloomberg", "nadella-tv"],
  ["viré", "altman-fired"],
  ["vire", "altman-fired"],
  ["fired", "altman-fired"],
  ["licenciement", "altman-fired"],
  ["renvoi", "altman-fired"],
  ["le renvoi de Sam Altman", "altman-fired"],
  ["openai fires altman", "altman-fired"],
  ["quand sam altman a été viré ?", "altman-fired"],
  ["Q*", "qstar"],
  ["lettre q*", "qstar"],
  ["qstar", "qstar"],
  ["49 %", "msft-no-equity"],
  ["49%", "msft-no-equity"],
  ["microsoft", "msft-hires"],
  ["micorsoft", "msft-hires"],
  ["mircosoft hires", "msft-hires"],
  ["quand microsoft embauche altman", "msft-hires"],
  ["Microsoft recrute Altman et Brockman", "msft-hires"],
  ["Samdir", "msft-hires"],
  ["regret", "ilya-regret"],
  ["regrets de Sutzkever", "ilya-regret"],
  ["tigris", "tigris-report"],
  ["shear", "shear-named"],
  ["emmet", "shear-named"],
  ["murati", "murati-interim"],
  ["brockman quits", "gdb-quits"],
  ["démission brockman", "gdb-quits"],
  ["new board", "new-board"],
  ["nouveau conseil", "new-board"],
  ["fusion anthropic", "anthropic-approach"],
  ["cœurs", "hearts-on-x"],
  ["coeurs", "hearts-on-x"],
  ["505", "letter"],
  ["nothing without its people", "nothing-without-people"],
  ["swisher", "swisher-nadella"],
  ["codex", "codex-loop"],
  ["pas de retour", "talks-stopped"],
  ["no return", "talks-stopped"],
])("%j is the event %s", (text, id) => {
  expect(events.resolve(text)).toBe(id);
  expect(events.nearest(text, 10)[0]).toBe(id);
});

test.each(["x", "a", "e"])("%j alone is a mere beginning, of no event", (letter) => {
  expect(events.resolve(letter)).toBeNull();
});

/** Everyday words: each is near some word of a title, of a phrase or of a summary. */
test.each([
  "nimporte quoi",
  "chat",
  "le truc",
  "sam",
  "fir",
  "maison",
  "when they came back",
  "pizza party",
  "tarte tatin",
  "moon landing",
])("%j is no event's name, and none is answered for it", (text) => {
  expect(events.resolve(text)).toBeNull();
});

describe("a person", () => {
  const spellings = [...story.people.values()].flatMap(({ id, name, aliases }) =>
    [id, name.fr, name.en, ...aliases].map((spelling) => [spelling, id] as const),
  );

  test("is found by every name and alias, in any case, with and without accents", () => {
    const wrong = spellings.flatMap(([spelling, id]) =>
      [spelling, spelling.toUpperCase(), spelling.normalize("NFD").replace(/\p{M}/gu, ""), ` ${spelling} !`]
        .filter((typed) => people.resolve(typed) !== id || people.nearest(typed, 10)[0] !== id)
        .map((typed) => `${typed}: ${people.resolve(typed)}, not ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["altman", "sam-altman"],
    ["Sam", "sam-altman"],
    ["@sama", "sam-altman"],
    ["Altmann", "sam-altman"],
    ["sam altmane", "sam-altman"],
    ["SamAltman", "sam-altman"],
    ["Metshir", "emmett-shear"],
    ["ImageShare", "emmett-shear"],
    ["satia", "satya-nadella"],
    ["nadel", "satya-nadella"],
    ["Nadalla", "satya-nadella"],
    ["ILIA", "ilya-sutskever"],
    ["Il ya", "ilya-sutskever"],
    ["il y a", "ilya-sutskever"],
    ["sutskver", "ilya-sutskever"],
    ["stuskever", "ilya-sutskever"],
    ["Brokman", "greg-brockman"],
    ["Miramurati", "mira-murati"],
    ["d’angelo", "adam-dangelo"],
    ["mc cauley", "tasha-mccauley"],
    ["le conseil", "openai-board"],
    ["the board", "openai-board"],
    ["open ai", "openai"],
    ["OpaneAie", "openai"],
    ["conseil d'opanai", "openai-board"],
    ["Provençal", "michel-levy-provencal"],
    ["ive", "jony-ive"],
    ["Metchir", "emmett-shear"],
    ["M. Altman", "sam-altman"],
    ["mme murati", "mira-murati"],
    ["Mr Nadella", "satya-nadella"],
    ["dr. sutskever", "ilya-sutskever"],
  ])("%j is %s", (typed, id) => expect(people.resolve(typed)).toBe(id));

  test.each([
    "le chat",
    "le chien",
    "char",
    "macro",
    "papier",
    "switch",
    "patron",
    "nouveau",
    "personne",
    "mr",
    "le chat altman",
  ])("%j is nobody's name", (typed) => expect(people.resolve(typed)).toBeNull());
});

describe("what is typed so far", () => {
  test.each([
    ["a", "sam-altman"],
    ["alt", "sam-altman"],
    ["nad", "satya-nadella"],
    ["sut", "ilya-sutskever"],
    ["mur", "mira-murati"],
    ["mir", "mira-murati"],
  ])("%j is completed to %s first", (typed, id) => expect(people.nearest(typed, 25)[0]).toBe(id));

  test.each(["lett", "fir", "retour", "micro"])("%j leads first to the titles that hold it", (typed) => {
    const found = events.nearest(typed, 25).slice(events.named(typed).length);
    const holds = found.map((id) => {
      const title = story.events.get(id)?.title;
      return fold(` ${title?.fr} ${title?.en}`)
        .split(" ")
        .some((word) => word.startsWith(typed));
    });
    expect(holds).toContain(true);
    expect(holds).toEqual(holds.toSorted((a, b) => Number(b) - Number(a)));
  });

  test("leads to what is most often asked for so, of the titles that hold it", () => {
    expect(events.nearest("fir", 1)).toEqual(["altman-fired"]);
  });

  test("leads to every event by each of its title's words, however far they are typed", () => {
    for (const { id, title } of story.events.values())
      for (const name of [title.fr, title.en])
        for (let length = 1; length <= name.length; length += 7)
          expect(events.nearest(name.slice(0, length), 200)).toContain(id);
  });

  test("brings nothing that does not fit when something does", () => {
    expect(events.nearest("badge", 25)).toHaveLength(events.matching("badge").length);
    expect(people.nearest("sam altman", 25)).toEqual(["sam-altman"]);
  });

  test("keeps to the limit, each entry once", () => {
    for (const text of ["", "a", "openai", "altmna", "blurf"]) {
      const found = events.nearest(text, 7);
      expect(found.length).toBeLessThanOrEqual(7);
      expect(found).toEqual([...new Set(found)]);
    }
  });

  test("an empty text brings the weightiest", () => {
    const weights = events.nearest("", 25).map((id) => story.events.get(id)?.weight);
    expect(weights).toHaveLength(25);
    expect(weights).toEqual(weights.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(events.nearest(" \t ", 25)).toEqual(events.nearest("", 25));
    expect(people.nearest("", 3)).toContain("sam-altman");
  });
});

test.each([
  "",
  "  ",
  "a",
  "le",
  "the",
  "x".repeat(5000),
  "zzz",
  "constructor",
  "toString",
  "hasOwnProperty",
  "!",
  "🎉",
  "^$.*",
  "\u202E",
])("%j means no event for sure", (text) => expect(events.resolve(text)).toBeNull());

test("a member's typing is words alone, never an operator or a pattern", () => {
  expect(events.nearest("'badge", 5)).toEqual(events.nearest("badge", 5));
  expect(events.nearest("^badge$", 5)).toEqual(events.nearest("badge", 5));
  expect(events.nearest("!badge", 5)).toEqual(events.nearest("badge", 5));
  expect(events.nearest('=badge | "', 5)).toEqual(events.nearest("badge", 5));
});

test("any text whatever is searched without a throw, for entries that exist", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.lorem({ maxCount: 30 }),
        fc.constantFrom("é", "*", "'", "!", "|", "^"),
      ),
      (text) => {
        const found = [...events.nearest(text, 25), ...events.matching(text), events.resolve(text)];
        for (const id of found) expect(id === null || story.events.has(id)).toBe(true);
        for (const id of quotes.nearest(text, 25)) expect(story.quotes.has(id)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test("one slip in a word of six letters or more still leads to its person", () => {
  const names = [...story.people.values()]
    .filter(({ kind }) => kind === "person")
    .map(({ id, name }) => ({ id, name: name.fr }));
  const slip = fc.constantFrom("drop", "double", "swap", "wrong");
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), slip, ({ id, name }, seed, kind) => {
      const words = name.split(" ");
      const long = words.findIndex((word) => word.length >= 6);
      if (long < 0) return;
      const word = words[long] ?? "";
      const at = 1 + (seed % (word.length - 2));
      const [a = "", b = ""] = [word[at], word[at + 1]];
      const slipped = { drop: b, double: a + a + b, swap: b + a, wrong: `z${b}` }[kind];
      words[long] = word.slice(0, at) + slipped + word.slice(at + 2);
      expect([words.join(" "), people.resolve(words.join(" "))]).toEqual([words.join(" "), id]);
    }),
  );
});

describe("a search of any entries", () => {
  const search = createSearch([
    {
      id: "one",
      names: ["La Tour"],
      asked: ["where is the tower"],
      text: ["a lamp and a keeper"],
      weight: 1,
    },
    { id: "two", names: ["Le gardien de la tour"], asked: [], text: [], weight: 3 },
    { id: "three", names: ["Tourisme"], asked: ["la lampe"], text: [], weight: 2 },
  ]);

  test("puts a whole name first, then whole words, then beginnings", () => {
    expect(search.nearest("tour", 5)).toEqual(["one", "two", "three"]);
    expect(search.named("LA TOUR!")).toEqual(["one"]);
    expect(search.resolve("la lampe")).toBe("three");
  });

  test("wants every word", () => {
    expect(search.matching("gardien tour")).toEqual(["two"]);
    expect(search.matching("gardien lampe")).toEqual([]);
    expect(search.nearest("gardien lampe", 5)).toContain("two");
  });

  test("forgives slips in names and ways to ask, not in the rest", () => {
    expect(search.matching("gardein")).toEqual(["two"]);
    expect(search.matching("twoer")).toEqual(["one"]);
    expect(search.matching("keeper")).toEqual(["one"]);
    expect(search.matching("keepre")).toEqual([]);
  });

  test("finds nothing among nothing", () => {
    const empty = createSearch([]);
    expect([empty.resolve("x"), empty.nearest("x", 5), empty.nearest("", 5), empty.named("x")]).toEqual([
      null,
      [],
      [],
      [],
    ]);
  });
});
