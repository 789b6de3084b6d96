import * as fc from "fast-check";
import { expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { createLookups } from "../../src/lookup/lookups.ts";
import { quotesFor, tamed } from "../../src/lookup/quotes.ts";
import { entry } from "../../src/story/story.ts";
import { readCustomId } from "../../src/view/customId.ts";
import { plain } from "../../src/view/markdown.ts";
import type { Message } from "../../src/view/message.ts";
import { hasCard } from "../../src/view/quote.ts";
import { printed } from "../../src/view/typography.ts";
import type { Voice } from "../../src/view/voice.ts";
import { contextWith, idsOf, replyFaults } from "../support/context.ts";
import { choiceBreaches, wordsOf } from "../support/limits.ts";
import { anyPress } from "../support/presses.ts";
import { lookups, story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const context = contextWith();

function complete(option: "person" | "about", typed: string, options: Record<string, string> = {}) {
  return quote.complete?.({ option, typed, options }, context) ?? [];
}

function press(action: string, ...details: string[]) {
  return quote.press?.({ action, details, picked: [] }, context);
}

async function shown(options: Record<string, string>): Promise<Message> {
  return (await quote.answer({ options }, context)).show(FRENCH);
}

test("without a person any exact words may come, and each can", async () => {
  const count = 40;
  const titles = new Set<string | undefined>();
  for (let n = 0; n < count; n++) {
    const reply = await quote.answer({ options: {} }, contextWith({ random: () => n / count }));
    const [embed] = reply.show(ENGLISH).embeds ?? [];
    expect([reply.visibility, embed?.footer?.text]).toEqual(["public", "exact words"]);
    titles.add(embed?.description);
  }
  expect(titles.size).toBeGreaterThan(20);
  const last = await quote.answer({ options: {} }, contextWith({ random: () => 1 - Number.EPSILON }));
  expect(last.visibility).toBe("public");
});

test("every person of the story is answered: in public with words, else privately with ways on", async () => {
  for (const { id, name } of story.people.values()) {
    const reply = await quote.answer({ options: { person: name.fr } }, context);
    const has = (story.quotesOfPerson.get(id) ?? []).some(({ kind }) => kind !== "rejected");
    expect([id, reply.visibility]).toEqual([id, has ? "public" : "private"]);
    expect(replyFaults(reply)).toEqual([]);
    expect(idsOf(reply.show(FRENCH)).length).toBeGreaterThan(0);
  }
});

test("“another quote” leafs through all of a person's words and comes back to the first", async () => {
  const first = await shown({ person: "altman" });
  const own = (story.quotesOfPerson.get("sam-altman") ?? []).filter(({ kind }) => kind !== "rejected");
  const seen: (string | undefined)[] = [];
  let message = first;
  for (let n = 0; n < own.length; n++) {
    seen.push(message.embeds?.[0]?.description);
    const next = idsOf(message).find(({ id }) => id.startsWith("quote:turn:"))?.id ?? "";
    const { action, details } = readCustomId(next);
    message = (await quote.press?.({ action, details, picked: [] }, context))?.show(FRENCH) ?? {};
  }
  expect(new Set(seen).size).toBe(own.length);
  expect(message).toEqual(first);
});

test("words that nobody said are named as such, never shown as a quote", async () => {
  for (const about of ["L’IA pourrait tous nous tuer", "tous nous tuer", "accélérer la recherche"]) {
    const [embed] = (await shown({ about })).embeds ?? [];
    expect(embed?.title).toMatch(/^⚠ /);
    expect(embed?.description).toMatch(/^~~.*~~$/s);
    expect(embed?.fields?.map(({ name }) => name)).toContain(FRENCH.words.quote.why);
  }
});

test("nothing more is claimed of unproven words than that nothing proves them", async () => {
  const [embed] = (await shown({ about: "tous nous tuer" })).embeds ?? [];
  expect(embed?.footer?.text).toContain("Rien ne prouve que Sam Altman ait dit ces mots.");
});

test("reported words are called so, with what is to be known of them, and never travel as a picture", async () => {
  for (const { id, kind, reason } of story.quotes.values()) {
    const message = (await press("one", id))?.show(FRENCH) ?? {};
    const [embed] = message.embeds ?? [];
    const hasCard = idsOf(message).some((part) => part.id.startsWith("quote:card:"));
    expect([id, hasCard]).toEqual([id, kind === "verbatim" || kind === "press-translation"]);
    const isReported = kind === "reported";
    expect([id, /^Propos rapportés d(e |’|es |u )/.test(embed?.title ?? "")]).toEqual([id, isReported]);
    const names = embed?.fields?.map(({ name }) => name) ?? [];
    expect([id, names.includes("À savoir")]).toEqual([id, reason !== undefined && kind !== "rejected"]);
    const card = await press("card", id);
    expect([id, card !== null && card !== undefined && "picture" in card]).toEqual([id, hasCard]);
  }
  const [hosts] = (await shown({ person: "animateurs" })).embeds ?? [];
  expect(hosts?.title).toBe("Propos rapportés des animateurs d’Underscore\\_");
});

test("reported words come after exact ones, unless they were chosen themselves", async () => {
  for (const about of ["microsoft", "conseil", "what"]) {
    const { quotes } = quotesFor({ person: null, about }, context.lookups);
    const reported = quotes.map((id) => Number(story.quotes.get(id)?.kind === "reported"));
    expect(reported).toEqual(reported.toSorted((a, b) => a - b));
  }
  const [chosen] = (await shown({ about: "what the fuck" })).embeds ?? [];
  expect(chosen?.title).toBe("Propos rapportés de Sam Altman");
});

test("words dated to the day of their event have its hour, by whose clock, and the scene's", async () => {
  const fields = async (voice: Voice) =>
    (await press("one", "board"))?.show(voice).embeds?.[0]?.fields?.map(({ value }) => value);
  expect(await fields(FRENCH)).toContain("vendredi 17 novembre 2023, vers 21\u00A0h\u00A028, heure de Paris");
  expect(await fields({ ...FRENCH, zone: "Asia/Tokyo" })).toContain(
    "samedi 18 novembre 2023, vers 5\u00A0h\u00A028, heure de Tokyo (ven. 12\u00A0h\u00A028 à San Francisco)",
  );
});

test("somebody's only words lead to somebody else's by a button that says so", async () => {
  const message = await shown({ person: "Ilya" });
  const next = idsOf(message)[0]?.id ?? "";
  expect(wordsOf(message)).toContain("Quelqu’un d’autre, au hasard");
  expect(wordsOf(message)).not.toContain("Une autre citation");
  const { action, details } = readCustomId(next);
  for (let n = 0; n < 20; n++) {
    const drawn = contextWith({ random: () => n / 20 });
    const reply = await quote.press?.({ action, details, picked: [] }, drawn);
    expect(reply?.show(FRENCH).embeds?.[0]?.title).not.toContain("Sutskever");
  }
});

test("somebody without words is named as French names him", async () => {
  const said = async (options: Record<string, string>) => (await shown(options)).embeds?.[0]?.description;
  expect(await said({ person: "Elon Musk" })).toBe("L’histoire ne garde aucune citation d’Elon Musk.");
  expect(await said({ person: "Tim Cook", about: "Noël 2024" })).toBe(
    "L’histoire ne garde aucune citation de Tim Cook sur `Noël 2024`.",
  );
});

test("a translation says whose it is, and words in the reader's own language have none", async () => {
  const seen = { ours: 0, printed: 0, none: 0 };
  for (const { id, lang, translations } of story.quotes.values())
    for (const voice of [FRENCH, ENGLISH]) {
      const text = (await press("one", id))?.show(voice).embeds?.[0]?.description ?? "";
      const { ourTranslation, pressTranslation } = voice.words.quote;
      const translation = translations.find((one) => one.lang === voice.language);
      const printedBy = translation?.source && entry(story.sources, translation.source).label[voice.language];
      const by = printedBy === undefined ? ourTranslation : pressTranslation(printedBy);
      const label = translation
        ? `${voice.words.quoted(plain(printed(translation.text, translation.lang)))} — *${plain(by)}*`
        : "";
      expect([id, text]).toEqual([id, expect.stringContaining(label)]);
      const isTranslated = /— \*(our translation|notre traduction|translation:|traduction\s:)/.test(text);
      expect([id, lang, isTranslated]).toEqual([id, lang, translation !== undefined]);
      seen[printedBy ? "printed" : translation ? "ours" : "none"] += 1;
    }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test("a translation by the press is called so, beside the words themselves where they are known", async () => {
  const [embed] = (await shown({ about: "à plein temps chez Microsoft" })).embeds ?? [];
  expect(embed?.footer?.text).toMatch(/^traduction de presse/);
  expect(embed?.description).toContain(plain(entry(story.quotes, "satya-fulltime").words));
});

test("people with words are suggested before those without, each once", () => {
  const people = complete("person", "t").map(({ value }) => value);
  const has = people.map((id) => Number(!story.quotesOfPerson.has(id)));
  expect(has).toContain(1);
  expect(has).toEqual(has.toSorted((a, b) => a - b));
  expect(people).toEqual([...new Set(people)]);
});

test("words are suggested of the chosen person alone, each once, and lead to that quote", async () => {
  const choices = complete("about", "", { person: "Nadela" });
  const own = (story.quotesOfPerson.get("satya-nadella") ?? []).map(({ words }) => tamed(words));
  expect(choices.length).toBeGreaterThan(10);
  for (const { name, value } of choices) {
    expect(own).toContain(value);
    const [embed] = (await shown({ person: "nadella", about: value })).embeds ?? [];
    expect(embed?.title).toMatch(/^(Citation\u00A0:|Propos rapportés de) Satya Nadella$/);
    expect(embed?.description?.replaceAll("\\", "")).toContain(name.replace(/…$/, "").slice(0, 40));
  }
  const speakers = complete("about", "").map(({ value }) =>
    [...story.quotes.values()].filter(({ words }) => tamed(words) === value).map(({ speaker }) => speaker),
  );
  expect(new Set(speakers.flat()).size).toBeGreaterThan(1);
  for (const each of [choices, complete("about", "")])
    expect(each.map(({ name }) => name)).toEqual([...new Set(each.map(({ name }) => name))]);
});

test("any text is completed within the limits", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 6000 }),
      fc.constantFrom("person", "about"),
      (typed, option) => {
        expect(choiceBreaches(complete(option as "person", typed))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("any press whatever gives an answer that Discord takes, or null", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPress(["random", "one", "open", "of", "turn", "doubt", "event", "card"]),
      async (press) => {
        const reply = await quote.press?.(press, context);
        expect(reply ? replyFaults(reply) : []).toEqual([]);
      },
    ),
  );
});

test("a place beyond the last is one that exists", async () => {
  for (const action of ["turn", "doubt"]) {
    const reply = await quote.press?.({ action, details: ["sam-altman", "1000"], picked: [] }, context);
    const [, at, all] = /(\d+) sur (\d+)/.exec(reply?.show(FRENCH).embeds?.[0]?.footer?.text ?? "") ?? [];
    expect(Number(at)).toBeLessThanOrEqual(Number(all));
    expect(Number(at)).toBeGreaterThan(0);
  }
});

test("an organisation without words of its own leads to those of its members", async () => {
  const message = await shown({ person: "Underscore" });
  const menu = message.components?.flatMap(({ components }) => components).find((one) => "options" in one);
  expect(menu).toMatchObject({
    placeholder: "Propos de ses membres…",
    options: [{ value: "podcast-hosts" }],
  });
  const opened = await quote.press?.({ action: "of", details: [], picked: ["podcast-hosts"] }, context);
  expect(opened?.show(FRENCH).embeds?.[0]?.title).toMatch(/animateurs/);
});

test("and to nobody of whom only doubtful words are known", async () => {
  const doubtful = [...story.quotesOfPerson].map(
    ([id, quotes]) =>
      [
        id,
        id === "podcast-hosts" ? quotes.map((one) => ({ ...one, kind: "rejected" as const })) : quotes,
      ] as const,
  );
  const changed = createLookups({ ...story, quotesOfPerson: new Map(doubtful) });
  const reply = await quote.answer({ options: { person: "Underscore" } }, contextWith({ lookups: changed }));
  expect(JSON.stringify(reply.show(FRENCH).components)).not.toContain("podcast-hosts");
});

test("a short word is no slip of another: “moon” finds no noon, though “altmna” finds Altman", () => {
  const found = (about: string) => quotesFor({ person: null, about }, lookups).quotes.length;
  expect([found("moon"), found("lune"), found("deel")]).toEqual([0, 0, 0]);
  expect(found("altmna")).toBeGreaterThan(0);
});

test("words that no known page prints are served as no quote", () => {
  const veil = [...story.quotes.values()].filter(({ event }) => event === "apec-veil");
  expect(veil.map(({ id, kind }) => [id, kind])).toEqual([
    ["sama-veil", "rejected"],
    ["sama-veil-fr", "reported"],
  ]);
  expect(veil.filter(hasCard)).toEqual([]);
  expect(entry(story.events, "apec-veil").status).toBe("reported");
});

test("an organisation without words about something leads to those of its members about it", async () => {
  const message = await shown({ person: "le podcast", about: "microsoft" });
  const menu = idsOf(message).find(({ id }) => id.startsWith("quote:of"));
  expect(menu).toMatchObject({ id: "quote:of:microsoft", values: ["podcast-hosts"] });
  const opened = await quote.press?.(
    { action: "of", details: ["microsoft"], picked: ["podcast-hosts"] },
    context,
  );
  const [embed] = opened?.show(FRENCH).embeds ?? [];
  expect(embed?.title).toMatch(/animateurs/);
  const { quotes } = quotesFor({ person: "podcast-hosts", about: "microsoft" }, context.lookups);
  expect(embed?.footer?.text).toContain(`1 sur ${quotes.length}`);
});

test("somebody without words about something has his others a button away", async () => {
  const message = await shown({ person: "murati", about: "dinosaures" });
  const { quotes } = quotesFor({ person: "mira-murati", about: null }, context.lookups);
  expect(quotes.length).toBeGreaterThan(0);
  expect(wordsOf(message)).toContain(`Citations (${quotes.length})`);
  expect(idsOf(message).map(({ id }) => id)).toContain("quote:turn:mira-murati:0:");
});

test("doubtful words lead to more of them by a button that says so, and back to the known ones", async () => {
  const { quotes, doubtful } = quotesFor({ person: "sam-altman", about: null }, context.lookups);
  const message = (await press("doubt", "sam-altman", "0", ""))?.show(FRENCH) ?? {};
  expect(wordsOf(message)).toEqual(
    expect.arrayContaining(["D’autres propos douteux", `Citations (${quotes.length})`]),
  );
  expect(wordsOf(message)).not.toContain("Une autre citation");
  expect(doubtful.length).toBeGreaterThan(1);
  const back = idsOf(message).find(({ id }) => id.startsWith("quote:turn:"))?.id ?? "";
  const { action, details } = readCustomId(back);
  expect((await press(action, ...details))?.show(FRENCH)).toEqual(await shown({ person: "altman" }));
});

test("no choice is words that nobody is known to have said, and who has none comes last or not at all", () => {
  const doubtful = [...story.quotes.values()].filter(({ kind }) => kind === "rejected");
  expect(doubtful.length).toBeGreaterThan(0);
  for (const { words, speaker } of doubtful)
    for (const options of [{}, { person: speaker }] as Record<string, string>[]) {
      const values = [...complete("about", words, options), ...complete("about", "", options)];
      expect(values.map(({ value }) => value)).not.toContain(tamed(words));
    }
  const hasWords = ({ value }: { value: string }) =>
    Number((story.quotesOfPerson.get(value) ?? []).some(({ kind }) => kind !== "rejected"));
  expect(complete("person", "").every(hasWords)).toBe(true);
  for (const typed of ["a", "mi", "open"]) {
    const known = complete("person", typed).map(hasWords);
    expect(known).toEqual(known.toSorted((a, b) => b - a));
  }
});
