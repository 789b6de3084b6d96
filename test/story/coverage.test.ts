import { expect, test } from "vitest";
import { documentCoverage, entryCoverage } from "../../src/story/coverage.ts";
import { readDraft } from "../../src/story/read.ts";
import { coverageTable } from "../../src/story/table.ts";
import { EXAMPLE, spoilt } from "./example.ts";

/** So many entries, all of them complete. */
function both(entries: number) {
  return { entries, complete: { fr: entries, en: entries } };
}

test("entries are counted by what can be read, followed and checked in them", async () => {
  const rows = new Map(entryCoverage(await readDraft(EXAMPLE)).map(({ file, ...row }) => [file, row]));
  expect(rows.get("events")).toEqual({ ...both(3), linked: 2, withPassage: 3 });
  expect(rows.get("sources")).toEqual({ ...both(2), linked: 1, withPassage: 1 });
  expect(rows.get("people")).toEqual({ ...both(2), linked: 2, withPassage: 1 });
  expect(rows.get("topics")).toEqual({ ...both(1), linked: 0, withPassage: 1 });
  expect(rows.get("words")).toEqual({ ...both(1), linked: null, withPassage: null });
});

test("an entry that nobody can ask for in a language is not complete in it", async () => {
  const folder = await spoilt("events", "boats-wait", (event) => (event.asked.en = []));
  const events = entryCoverage(await readDraft(folder)).find(({ file }) => file === "events");
  expect(events?.complete).toEqual({ fr: 3, en: 2 });
});

test("a document is covered by its passages, each character counted once", async () => {
  const folder = await spoilt("events", null, (file) => {
    file.events[1].accounts[0].passage = { exact: "abcdef" };
    file.events[2].accounts[0].passage = { exact: "defghi" };
  });
  const draft = await readDraft(folder);
  const text = "0123456789 abcdefghi";
  expect(documentCoverage(draft, new Map([["logbook", text]]))).toEqual([
    { source: "logbook", document: "logbook.txt", entries: 7, passages: 6, characters: 20, cited: 9 },
  ]);
  expect(documentCoverage(draft, null)).toEqual([
    { source: "logbook", document: "logbook.txt", entries: 7, passages: 6, characters: null, cited: null },
  ]);
});

test("the table says how many, of what, and by which measure", () => {
  const table = coverageTable(
    [{ file: "events", entries: 120, complete: { fr: 120, en: 60 }, linked: 90, withPassage: 40 }],
    [{ source: "logbook", document: "logbook.txt", entries: 7, passages: 6, characters: 200, cited: 50 }],
  );
  expect(table.split("\n")).toEqual([
    "kinds   entries    fr   en  with a link  with a passage",
    "events      120  100%  50%          75%             33%",
    "fr, en: entries that can be read and asked for in that language.",
    "with a link: entries that cite a source with an address (sources: that have one).",
    "with a passage: entries that cite exact words (sources: whose words are cited).",
    "",
    "documents  entries  passages  characters  cited",
    "logbook          7         6         200     50  25%",
    "entries: that cite the document. passages: different ones among them. cited: characters of the",
    "document inside at least one passage, each counted once; – where its text is not at hand (--texts).",
  ]);
});
