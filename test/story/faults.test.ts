import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStory } from "../../src/story/check.ts";
import { faultLine, StoryError } from "../../src/story/fault.ts";
import { loadStory } from "../../src/story/load.ts";
import { readDraft } from "../../src/story/read.ts";
import { copied, EXAMPLE, spoilt } from "./example.ts";
import { id, webAddress } from "../../src/story/fields.ts";

/** The lines that a check of the folder says. */
async function linesOf(folder: string): Promise<string[]> {
  return checkStory(await readDraft(folder)).map(faultLine);
}

/** What one change of an entry makes wrong: the lines of the check. */
async function linesAfter(...change: Parameters<typeof spoilt>): Promise<string[]> {
  return linesOf(await spoilt(...change));
}

test("the example story is without fault", async () => {
  expect(await linesOf(EXAMPLE)).toEqual([]);
});

describe("the form of files and entries", () => {
  test("a missing file", async () => {
    const folder = await copied();
    await rm(join(folder, "quotes.json"));
    expect(await linesOf(folder)).toEqual(["quotes.json: is missing; a story needs it"]);
  });

  test("a file that is not JSON", async () => {
    const folder = await copied();
    await writeFile(join(folder, "events.json"), '{\n"events": [\n{ id: "a" }\n]}');
    expect(await linesOf(folder)).toEqual([expect.stringMatching(/^events\.json: is not JSON: .+$/)]);
  });

  test("a file of another form", async () => {
    expect(await linesAfter("topics", null, (file) => (file.topic = []))).toEqual([
      'topics.json: has "topic", which no entry of this kind has; take it away or mend its name',
    ]);
  });

  test("a missing language", async () => {
    expect(await linesAfter("events", "lamp-relit", (event) => delete event.title.en)).toEqual([
      "events.json: lamp-relit: title.en: is missing; a story says everything in French and in English",
    ]);
  });

  test("an empty text, an unknown field, a value that can't be, a missing field", async () => {
    expect(
      await linesAfter("events", "lamp-relit", (event) => {
        event.summary.fr = "  ";
        event.status = "sure";
        event.place = "Example Point";
        delete event.accounts[0].says;
      }),
    ).toEqual([
      "events.json: lamp-relit: summary.fr: is empty; say something or leave it out",
      'events.json: lamp-relit: status: is "sure"; it can be confirmed, reported, hypothesis, opinion, disputed',
      "events.json: lamp-relit: accounts.0.says: is missing",
      'events.json: lamp-relit: has "place", which no entry of this kind has; take it away or mend its name',
    ]);
  });

  test("a title too long for a phone", async () => {
    expect(await linesAfter("events", "lamp-relit", (event) => (event.title.fr = "a".repeat(81)))).toEqual([
      "events.json: lamp-relit: title.fr: is 81 characters long, 80 at most",
    ]);
  });

  test("a passage too long to be a fair quotation", async () => {
    const long = "a".repeat(321);
    expect(
      await linesAfter("events", "lamp-relit", (event) => (event.accounts[0].passage.exact = long)),
    ).toEqual([
      "events.json: lamp-relit: accounts.0.passage.exact: is 321 characters long, 320 at most; a fair quotation is short",
    ]);
  });

  test("a date that is none, an id that is none, an address that is none", async () => {
    expect(await linesAfter("events", "lamp-relit", (event) => (event.date = "7 March"))).toEqual([
      expect.stringMatching(/^events\.json: lamp-relit: date: is no date: write an instant /),
    ]);
    expect(await linesAfter("topics", "why-lamp-went-out", (topic) => (topic.id = "Why?"))).toEqual([
      "topics.json: Why?: id: is no id: lower-case words joined by hyphens, like altman-fired",
    ]);
    expect(await linesAfter("sources", "herald", (source) => (source.url = "example.org"))).toEqual([
      expect.stringMatching(/^sources\.json: herald: url: is no web address: it begins with https:/),
    ]);
  });

  test("an id that no button can carry, an address that fills an answer", () => {
    expect(id.safeParse("a".repeat(34)).success).toBe(true);
    expect(id.safeParse("a".repeat(35)).error?.issues[0]?.message).toMatch(
      /^is too long: an id has at most 34/,
    );
    const address = (length: number) => "https://example.org/".padEnd(length, "a");
    expect(webAddress.safeParse(address(500)).success).toBe(true);
    expect(webAddress.safeParse(address(501)).success).toBe(false);
  });

  test("an event without an account, a dispute with one", async () => {
    expect(await linesAfter("events", "boats-wait", (event) => (event.accounts = []))).toEqual([
      "events.json: boats-wait: accounts: is empty: a sentence without an account rests on nothing",
    ]);
    expect(await linesAfter("disputes", "lamp-day", (dispute) => dispute.accounts.pop())).toEqual([
      "disputes.json: lamp-day: accounts: is too short: a dispute needs two accounts that differ",
    ]);
  });

  test("an entry of a wrong form is known to the others, and they are checked all the same", async () => {
    const folder = await spoilt("events", null, (file) => {
      file.events[0].weight = 4;
      file.events[1].people = ["nobody"];
    });
    expect(await linesOf(folder)).toEqual([
      "events.json: lamp-goes-out: weight: is 4; it can be 1, 2, 3",
      'events.json: boats-wait: people: "nobody" is no id of people.json; mend it or add that entry',
    ]);
  });
});

describe("ids and names", () => {
  test("an id taken twice", async () => {
    expect(
      await linesAfter("quotes", "board-never-knew", (quote) => (quote.id = "sea-does-not-wait")),
    ).toEqual(["quotes.json: sea-does-not-wait: its id is taken by an entry above; choose another"]);
  });

  test.each<[string, string, string, (entry: any) => unknown]>([
    ["events", "lamp-relit", "accounts.0", (event) => (event.accounts[0].source = "diary")],
    ["events", "lamp-relit", "people", (event) => event.people.push("diary")],
    ["quotes", "sea-does-not-wait", "speaker", (quote) => (quote.speaker = "diary")],
    ["quotes", "sea-does-not-wait", "event", (quote) => (quote.event = "diary")],
    ["quotes", "sea-does-not-wait", "original", (quote) => (quote.original = "diary")],
    ["quotes", "sea-does-not-wait", "proofs.0", (quote) => (quote.proofs[0].source = "diary")],
    ["people", "ada-example", "roles.0.organisation", (person) => (person.roles[0].organisation = "diary")],
    [
      "people",
      "ada-example",
      "roles.0.accounts.0",
      (person) => (person.roles[0].accounts[0].source = "diary"),
    ],
    ["topics", "why-lamp-went-out", "events", (topic) => topic.events.push("diary")],
    ["disputes", "lamp-day", "people", (dispute) => dispute.people.push("diary")],
  ])("%s: %s: an unknown id in %s", async (file, id, place, change) => {
    const [line, ...more] = await linesAfter(file, id, change);
    expect(more).toEqual([]);
    expect(line).toMatch(
      new RegExp(`^${file}\\.json: ${id}: ${place}: "diary" is no id of \\w+\\.json; mend it`),
    );
  });

  test("an alias that leads to two people, whatever its accents and capitals", async () => {
    expect(await linesAfter("people", "harbour-board", (board) => board.aliases.push("The KEEPER!"))).toEqual(
      [
        'people.json: harbour-board: aliases.2: "The KEEPER!" already leads to ada-example; one name means one person',
      ],
    );
  });

  test("an alias said twice, an alias without a letter, a name of somebody else", async () => {
    expect(await linesAfter("people", "ada-example", (ada) => ada.aliases.push("Àda", "?!"))).toEqual([
      'people.json: ada-example: aliases.3: "Àda" already leads here; take it away',
      "people.json: ada-example: aliases.4: an alias needs a letter or a digit",
    ]);
    expect(await linesAfter("people", "harbour-board", (board) => (board.name.fr = "ADA"))).toEqual([
      'people.json: harbour-board: name: "ada" already leads to ada-example',
    ]);
  });
});

/** Adds a source to the file. */
function oneMore(fields: object) {
  return (file: any) => file.sources.push({ ...file.sources[1], id: "x", ...fields });
}

describe("addresses", () => {
  const post = "https://x.com/satyanadella/status/1726509045803336122";

  test("http, unless the publisher has no other", async () => {
    expect(await linesAfter("sources", "herald", (herald) => (herald.url = "http://example.org/"))).toEqual([
      "sources.json: herald: url: is not https; mark the source `insecure` if its publisher has no other address",
    ]);
    const marked = { url: "http://example.org/", insecure: true };
    expect(await linesAfter("sources", "herald", (herald) => Object.assign(herald, marked))).toEqual([]);
    expect(await linesAfter("sources", "herald", (herald) => (herald.insecure = true))).toEqual([
      "sources.json: herald: insecure: marks an http address; take it away",
    ]);
  });

  test("an X post whose id holds another time than its date", async () => {
    const right = { url: post, kind: "post", date: "2023-11-20T07:53:28Z" };
    const later = { date: "2023-11-20T08:53:28Z" };
    expect(await linesAfter("sources", null, oneMore(right))).toEqual([]);
    expect(await linesAfter("sources", null, oneMore({ ...right, ...later }))).toEqual([
      "sources.json: x: date: is 2023-11-20T08:53:28Z, but the post's id holds 2023-11-20T07:53:28Z",
    ]);
    expect(await linesAfter("sources", null, oneMore({ ...right, kind: "press" }))).toEqual([
      "sources.json: x: kind: is press, but an address on X is that of a post",
    ]);
    expect(
      await linesAfter("sources", null, oneMore({ ...right, url: "https://x.com/satyanadella" })),
    ).toEqual(["sources.json: x: url: is not the address of a post: https://x.com/NAME/status/ID"]);
  });
});

describe("dates", () => {
  test("a day without its zone, an hour with one, a part of a month, an approximate day", async () => {
    expect(await linesAfter("events", "lamp-relit", (event) => delete event.zone)).toEqual([
      "events.json: lamp-relit: zone: is missing: a day needs the zone it was counted in",
    ]);
    expect(await linesAfter("events", "lamp-goes-out", (event) => (event.zone = "Europe/Paris"))).toEqual([
      "events.json: lamp-goes-out: zone: only a day has a zone; an instant, a month or a year has none",
    ]);
    expect(
      await linesAfter("events", "boats-wait", (event) => (event.date = "2024-03-05/2024-03-06")),
    ).toEqual(["events.json: boats-wait: part: only a single day has a part"]);
    expect(await linesAfter("events", "lamp-relit", (event) => (event.about = true))).toEqual([
      "events.json: lamp-relit: about: only an instant can be about right; write ~ after a day, month or year",
    ]);
  });

  test("an event after its source was published, unless the source speaks of it ahead", async () => {
    const later = { date: "2024-03-12" };
    expect(await linesAfter("events", "boats-wait", (event) => Object.assign(event, later))).toEqual([
      "events.json: boats-wait: accounts.0: logbook (2024-03-06/2024-03-07) was published before 2024-03-12; mend a date, or mark the account `ahead`",
    ]);
    expect(
      await linesAfter("events", "boats-wait", (event) => {
        Object.assign(event, later);
        event.accounts[0].ahead = true;
      }),
    ).toEqual([]);
    expect(await linesAfter("events", "boats-wait", (event) => (event.accounts[0].ahead = true))).toEqual([
      "events.json: boats-wait: accounts.0: logbook (2024-03-06/2024-03-07) was not published before 2024-03-06; take `ahead` away",
    ]);
  });

  test("words, a count and a role later than what proves them", async () => {
    expect(await linesAfter("quotes", "sea-does-not-wait", (quote) => (quote.date = "2024-04-01"))).toEqual([
      "quotes.json: sea-does-not-wait: proofs.0: logbook (2024-03-06/2024-03-07) was published before 2024-04-01; mend a date or the source",
    ]);
    const count = { date: "2024-05", value: { fr: "trois", en: "three" }, source: "herald" };
    expect(await linesAfter("disputes", "lamp-day", (dispute) => (dispute.series = [count]))).toEqual([
      "disputes.json: lamp-day: series.0: herald (2024-03-08) was published before 2024-05; mend a date or the source",
    ]);
    expect(await linesAfter("people", "ada-example", (ada) => (ada.roles[0].to = "2025"))).toEqual([
      "people.json: ada-example: roles.0: each of its sources was published before 2025; mend the date or cite a later source",
    ]);
    expect(await linesAfter("people", "ada-example", (ada) => (ada.roles[0].to = "2018"))).toEqual([
      "people.json: ada-example: roles.0: ends (2018) before it begins (2019)",
    ]);
  });

  test("a number that moves, out of the order of its dates", async () => {
    const point = (date: string) => ({ date, value: { fr: "trois", en: "three" }, source: "herald" });
    const afterSeries = (...dates: string[]) =>
      linesAfter("disputes", "lamp-day", (dispute) => (dispute.series = dates.map(point)));
    expect(await afterSeries("2024-03-07", "2024-03", "2024-03-08")).toEqual([]);
    expect(await afterSeries("2024-03-07", "2024-03-06", "2024-03-08")).toEqual([
      "disputes.json: lamp-day: series.1: 2024-03-06 comes after 2024-03-07; put a series in the order of its dates",
    ]);
  });

  test("a role whose days have no zone, a zone without days, days in the wrong order", async () => {
    const afterRole = (change: object) =>
      linesAfter("people", "ada-example", (ada) => Object.assign(ada.roles[0], change));
    const zone = "Pacific/Auckland";
    expect(await afterRole({ from: "2024-03-05" })).toEqual([
      "people.json: ada-example: roles.0.zone: is missing: a day needs the zone it was counted in",
    ]);
    expect(await afterRole({ zone })).toEqual([
      "people.json: ada-example: roles.0.zone: only a day has a zone; an instant, a month or a year has none",
    ]);
    expect(await afterRole({ from: "2024-03-05", zone })).toEqual([]);
    // 5 March begins in Auckland at 11:00 UTC of the 4th.
    expect(await afterRole({ from: "2024-03-05", to: "2024-03-04T10:00:00Z", zone })).toEqual([
      "people.json: ada-example: roles.0: ends (2024-03-04T10:00:00Z) before it begins (2024-03-05)",
    ]);
    expect(await afterRole({ from: "2024-03-05", to: "2024-03-04T12:00:00Z", zone })).toEqual([]);
  });

  test("a weekday that is not that of its date, in any text", async () => {
    const answer = { fr: "C’était le lundi 5 mars.", en: "It was on Tuesday 5 March." };
    expect(await linesAfter("topics", "why-lamp-went-out", (topic) => (topic.answer = answer))).toEqual([
      'topics.json: why-lamp-went-out: answer.fr: "lundi 5 mars" is a "mardi" in 2024; mend the weekday or the date',
    ]);
  });

  test("a weekday written by hand where the zone decides it", async () => {
    expect(
      await linesAfter("events", "lamp-relit", (event) => (event.title.en = "Relit on Thursday")),
    ).toEqual([
      'events.json: lamp-relit: title.en: "Thursday" is another weekday in another zone; leave it out, the bot writes it from the date',
    ]);
  });

  test("a week that has not seven days", async () => {
    expect(await linesAfter("story", null, (file) => (file.story.week = "2024-03-04/2024-03-09"))).toEqual([
      "story.json: story.week: is 6 days long; a week has seven, so that each weekday means one of them",
    ]);
    expect(await linesAfter("story", null, (file) => (file.story.week = "2024-03-10/2024-03-04"))).toEqual([
      "story.json: story.week: is no week: write two days, the first before the last",
    ]);
  });
});

describe("proofs", () => {
  test("a sentence whose source has no address and no passage", async () => {
    expect(await linesAfter("events", "lamp-relit", (event) => delete event.accounts[0].passage)).toEqual([
      "events.json: lamp-relit: accounts.0: logbook has no address, so its words are needed: give the passage",
    ]);
    expect(
      await linesAfter("quotes", "sea-does-not-wait", (quote) => delete quote.proofs[0].passage),
    ).toEqual([
      "quotes.json: sea-does-not-wait: proofs.0: logbook has no address, so its words are needed: give the passage",
    ]);
  });

  test("doubtful words without a reason", async () => {
    expect(await linesAfter("quotes", "board-never-knew", (quote) => delete quote.reason)).toEqual([
      "quotes.json: board-never-knew: reason: is missing: rejected words need the reason why they are doubtful",
    ]);
  });

  test("words that can't be read in both languages", async () => {
    expect(await linesAfter("quotes", "sea-does-not-wait", (quote) => (quote.translations = []))).toEqual([
      'quotes.json: sea-does-not-wait: translations: lacks "fr"; a quote is read in French and in English',
    ]);
    expect(await linesAfter("quotes", "sea-does-not-wait", (quote) => (quote.lang = "fr"))).toEqual([
      'quotes.json: sea-does-not-wait: translations: "fr" is the language of the words themselves',
      'quotes.json: sea-does-not-wait: translations: lacks "en"; a quote is read in French and in English',
    ]);
  });

  test("a translation printed by nobody, an original that is somebody else's", async () => {
    const passage = { exact: "La mer" };
    expect(
      await linesAfter("quotes", "sea-does-not-wait", (quote) => (quote.translations[0].passage = passage)),
    ).toEqual([
      "quotes.json: sea-does-not-wait: translations.0.source: is missing: a passage is somebody's print",
    ]);
    expect(
      await linesAfter("quotes", "board-never-knew", (quote) => (quote.original = "sea-does-not-wait")),
    ).toEqual([
      'quotes.json: board-never-knew: original: "sea-does-not-wait" must be the same speaker\'s words in another language',
    ]);
  });
});

describe("loading", () => {
  test("a story with one fault is not loaded in part: the error names file, entry and reason", async () => {
    const folder = await spoilt("events", "boats-wait", (event) => event.people.push("nobody"));
    const loading = loadStory(folder);
    await expect(loading).rejects.toBeInstanceOf(StoryError);
    await expect(loading).rejects.toThrow(
      'events.json: boats-wait: people: "nobody" is no id of people.json; mend it or add that entry',
    );
  });

  test("all faults are named at once, of the form and between entries", async () => {
    const folder = await spoilt("quotes", null, (file) => {
      delete file.quotes[0].words;
      delete file.quotes[1].reason;
      file.quotes[1].speaker = "nobody";
    });
    await expect(loadStory(folder)).rejects.toHaveProperty("faults", [
      { file: "quotes.json", place: "sea-does-not-wait: words", reason: "is missing" },
      expect.objectContaining({ place: "board-never-knew: speaker" }),
      expect.objectContaining({ place: "board-never-knew: reason" }),
    ]);
  });

  test("a folder that is not there", async () => {
    const nowhere = join(EXAMPLE, "nowhere");
    await expect(loadStory(nowhere)).rejects.toHaveProperty("faults", [
      { file: nowhere, place: "", reason: "is no folder; name that of a story" },
    ]);
  });
});
