import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultLine } from "../../src/story/fault.ts";
import { lostPassages, missingDocuments, placesOf } from "../../src/story/passages.ts";
import { readDraft } from "../../src/story/read.ts";
import { EXAMPLE, EXAMPLE_TEXTS, spoilt } from "./example.ts";

describe("a passage", () => {
  const text = "The lamp burns. The lamp is out. The lamp burns again.";

  test("is where its words are", () => {
    expect(placesOf({ exact: "is out" }, text)).toEqual([25]);
    expect(placesOf({ exact: "The lamp burns" }, text)).toEqual([0, 33]);
    expect(placesOf({ exact: "the lamp burns" }, text)).toEqual([]);
  });

  test("that repeats is told apart by what stands before or after it", () => {
    expect(placesOf({ exact: "The lamp burns", prefix: "out. " }, text)).toEqual([33]);
    expect(placesOf({ exact: "The lamp burns", suffix: "." }, text)).toEqual([0]);
    expect(placesOf({ exact: "lamp", prefix: "The ", suffix: " is" }, text)).toEqual([20]);
    expect(placesOf({ exact: "lamp", prefix: "A " }, text)).toEqual([]);
  });

  test("is counted also where it overlaps itself", () => {
    expect(placesOf({ exact: "aa" }, "aaa")).toEqual([0, 1]);
  });

  test("cut out of any text with what surrounds it is found at its place", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), fc.nat(), (whole, a, b, c) => {
        const from = a % whole.length;
        const to = from + 1 + (b % (whole.length - from));
        const before = Math.max(0, from - (c % 5));
        const passage = { exact: whole.slice(from, to), prefix: whole.slice(before, from) };
        expect(placesOf(passage, whole)).toContain(from);
      }),
    );
  });
});

/** The documents of the example story. */
async function documents() {
  return new Map([["logbook", await readFile(join(EXAMPLE_TEXTS, "logbook.txt"), "utf8")]]);
}

/** What is wrong with the passages of a folder's story. */
async function linesOf(folder: string): Promise<string[]> {
  return lostPassages(await readDraft(folder), await documents()).map(faultLine);
}

/** What is wrong when one passage is changed. */
async function after(change: (passage: any) => void): Promise<string[]> {
  return linesOf(await spoilt("events", "boats-wait", (event) => change(event.accounts[0].passage)));
}

describe("a story's passages in its documents", () => {
  test("are all found once", async () => {
    expect(await linesOf(EXAMPLE)).toEqual([]);
  });

  test("that are not there", async () => {
    expect(await after((passage) => (passage.exact = "Three boats"))).toEqual([
      'events.json: boats-wait: accounts.0.passage: "Three boats" is not in logbook.txt; copy it again',
    ]);
  });

  test("that are there with another prefix", async () => {
    expect(await after((passage) => (passage.prefix = "7 March. "))).toEqual([
      'events.json: boats-wait: accounts.0.passage: "Two boats are waiting outside the bay." is in logbook.txt, but not between this prefix and suffix; copy them again',
    ]);
  });

  test("that are there twice", async () => {
    expect(
      await after((passage) => {
        passage.exact = "6 March.";
        delete passage.prefix;
      }),
    ).toEqual([
      'events.json: boats-wait: accounts.0.passage: "6 March." is 2 times in logbook.txt; add the words before or after it',
    ]);
  });

  test("that were copied with other spaces or apostrophes", async () => {
    expect(
      await after((passage) => {
        passage.exact = "Two boats are\nwaiting";
        delete passage.prefix;
      }),
    ).toEqual([
      'events.json: boats-wait: accounts.0.passage: "Two boats are\\nwaiting" is in logbook.txt with other spaces, line ends or apostrophes; copy it again',
    ]);
  });

  test("whose document is not there", async () => {
    const { sources } = await readDraft(EXAMPLE);
    expect(missingDocuments(sources, new Map()).map(faultLine)).toEqual([
      "sources.json: logbook: document: logbook.txt is not among the texts; add it or mend its name",
    ]);
    expect(missingDocuments(sources, await documents())).toEqual([]);
  });
});
