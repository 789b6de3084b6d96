import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createGrams } from "../../../src/lookup/search/grams.ts";
import { searchIndexSteps } from "../../../src/lookup/search/searchIndex.ts";
import { createWordIndex, type Found } from "../../../src/lookup/search/wordIndex.ts";
import { gradually } from "../../../src/lookup/steps.ts";

/** The texts of an entry. */
interface Texts {
  names?: string[];
  asked?: string[];
  told?: string;
}

/** A word of a name says 4; one of the only phrase to ask for an entry 3. */
function indexOf(entries: readonly Texts[]) {
  const searchables = entries.map(({ names = [], asked = [], told = "" }, n) => ({
    id: `entry-${n}`,
    names,
    asked,
    text: [told],
    weight: 0,
  }));
  const { postings, grams } = gradually(() => searchIndexSteps(searchables)).get();
  return createWordIndex(postings, createGrams(grams, postings.vocabulary.length));
}

const pairs = ({ count, entries, gains }: Found) =>
  [...entries.subarray(0, count)]
    .map((entry, n) => [entry, gains[n] ?? 0] as const)
    .toSorted(([a], [b]) => a - b);

const index = indexOf([
  { names: ["Altman returns"], told: "board" },
  { asked: ["altman"], told: "board returns returns" },
  { names: ["board", "boards"], told: "altmann" },
]);

test("every word has to be there, and the mean of what they say is said", () => {
  expect(pairs(index.beginning(["altman"], true))).toEqual([
    [0, 4],
    [1, 3],
    [2, 0.45],
  ]);
  expect(pairs(index.beginning(["altman", "board"], true))).toEqual([
    [0, (4 + 0.5) / 2],
    [1, (3 + 0.5) / 2],
    [2, (0.45 + 4 + 0.5 * 0.9 * 4) / 2],
  ]);
  expect(pairs(index.beginning(["altman", "ret"], true))).toEqual([
    [0, (4 + 0.9 * 4) / 2],
    [1, (3 + 0.9 * 0.5) / 2],
  ]);
  expect(pairs(index.beginning(["altman", "nobody"], true))).toEqual([]);
});

test("forms of a word that begin as typed add to it, and a name is told from all else", () => {
  const found = indexOf([
    { names: ["fires"], asked: ["fired", "firing"] },
    { names: ["firing"] },
    { asked: ["fired"], told: "fires" },
  ]).beginning(["fir"], true);
  expect(pairs(found).map(([, gain]) => gain)).toEqual([
    0.9 * 4 + 0.5 * 0.9 * 2 * 2,
    0.9 * 4,
    0.9 * 3 + 0.5 * 0.9 * 0.5,
  ]);
  const named = new Map([...found.entries].map((entry, n) => [entry, found.named[n]]));
  expect([0, 1, 2].map((entry) => named.get(entry))).toEqual([1, 1, 0]);
});

test("a word says the more, the more of the ways to ask for an entry hold it, and if it is told as well", () => {
  const one = indexOf([
    {
      names: ["Altman"],
      asked: ["altman altman", "fired", "sacked fired", "ousted"],
      told: "ousted, they say",
    },
  ]);
  const gainOf = (word: string) => pairs(one.beginning([word], true))[0]?.[1];
  expect(["altman", "fired", "sacked", "ousted", "they"].map(gainOf)).toEqual([
    4 + 1 + 2 / 4,
    1 + 2 * (2 / 4),
    1 + 2 / 4,
    1 + 2 / 4 + 0.5,
    0.5,
  ]);
});

test("what is merely told of an entry is not found mistyped", () => {
  expect(pairs(index.mistyped(["atlman"]))).toEqual([
    [0, 2],
    [1, 1.5],
  ]);
  expect(pairs(index.mistyped(["baord"]))).toEqual([[2, 2]]);
  expect([index.holders("altman"), index.holders("altmann"), index.holders("alt")]).toEqual([2, 0, 0]);
});

test("entries tell which of the meant words they hold", () => {
  const all = [{ from: 0, to: index.vocabulary.length, counts: 1 }];
  expect(index.heldBy([2, 0], all)).toEqual([
    ["altmann", "board", "boards"],
    ["altman", "board", "returns"],
  ]);
  const [board, returns] = [index.vocabulary.indexOf("board"), index.vocabulary.indexOf("returns")];
  const overlapping = [
    { from: returns, to: returns + 1, counts: 1 },
    { from: board, to: returns + 1, counts: 1 },
  ];
  expect(index.heldBy([0], overlapping)).toEqual([["returns", "board"]]);
  expect(index.heldBy([0], [])).toEqual([[]]);
});

test("one search leaves nothing behind for the next", () => {
  const word = fc.constantFrom("altman", "alt", "board", "boards", "b", "returns", "atlman", "x");
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), {
        maxLength: 20,
      }),
      (searches) => {
        for (const words of searches) {
          index.beginning(words, true);
          index.mistyped(words);
        }
        expect(pairs(index.beginning(["altman"], true))).toHaveLength(3);
        expect(pairs(index.mistyped(["atlman"]))).toHaveLength(2);
      },
    ),
  );
});

test("of a word that is everywhere, the first entries are found", () => {
  const everywhere = indexOf(
    Array.from({ length: 20_000 }, (_, n) => ({
      names: [`common number${n}`],
    })),
  );
  const found = pairs(everywhere.beginning(["common"], true)).map(([entry]) => entry);
  expect(found.length).toBeLessThan(10_000);
  expect(found.slice(0, 25)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  expect(pairs(everywhere.beginning(["common", "number19999"], true))).toEqual([[19_999, 4]]);

  // Many words of one entry each are as many places.
  const begun = pairs(everywhere.beginning(["number"], true)).length;
  expect(begun).toBeGreaterThan(25);
  expect(begun).toBeLessThan(10_000);
});
