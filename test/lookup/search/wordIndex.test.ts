import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryWords } from "../../../src/lookup/search/postings.ts";
import { createWordIndex, type Found } from "../../../src/lookup/search/wordIndex.ts";

const entryOf = (telling: Record<string, number>, told: string[] = []): EntryWords => ({
  telling: new Map(Object.entries(telling)),
  told,
});
const pairs = ({ entries, gains }: Found) =>
  [...entries].map((entry, n) => [entry, gains[n] ?? 0] as const).toSorted(([a], [b]) => a - b);

const index = createWordIndex([
  entryOf({ altman: 4, returns: 4 }, ["board"]),
  entryOf({ altman: 1 }, ["board", "returns", "returns"]),
  entryOf({ board: 4, boards: 2 }, ["altmann"]),
]);

test("every word has to be there, and the mean of what they say is said", () => {
  expect(pairs(index.beginning(["altman"]))).toEqual([
    [0, 4],
    [1, 1],
    [2, 0.4],
  ]);
  expect(pairs(index.beginning(["altman", "board"]))).toEqual([
    [0, (4 + 0.5) / 2],
    [1, (1 + 0.5) / 2],
    [2, (0.4 + 4) / 2],
  ]);
  expect(pairs(index.beginning(["altman", "ret"]))).toEqual([
    [0, (4 + 0.8 * 4) / 2],
    [1, (1 + 0.8 * 0.5) / 2],
  ]);
  expect(pairs(index.beginning(["altman", "nobody"]))).toEqual([]);
});

test("what is merely told of an entry is not found mistyped", () => {
  expect(pairs(index.mistyped(["atlman"]))).toEqual([
    [0, 2],
    [1, 0.5],
  ]);
  expect(pairs(index.mistyped(["bpard"]))).toEqual([[2, 2]]);
  expect([index.has("altman"), index.has("altmann"), index.has("alt")]).toEqual([true, false, false]);
});

test("an entry tells which of the meant words it holds", () => {
  const all = [{ from: 0, to: index.vocabulary.length, counts: 1 }];
  expect(index.heldBy(0, all)).toEqual(["altman", "board", "returns"]);
  expect(index.heldBy(2, all)).toEqual(["altmann", "board", "boards"]);
});

test("one search leaves nothing behind for the next", () => {
  const word = fc.constantFrom("altman", "alt", "board", "boards", "b", "returns", "atlman", "x");
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), (searches) => {
      for (const words of searches) [index.beginning(words), index.mistyped(words)].forEach(pairs);
      expect(pairs(index.beginning(["altman"]))).toHaveLength(3);
      expect(pairs(index.mistyped(["atlman"]))).toHaveLength(2);
    }),
  );
});

test("of a word that is everywhere, the first entries are found", () => {
  const everywhere = createWordIndex(
    Array.from({ length: 20_000 }, (_, n) => entryOf({ common: 4, [`number${n}`]: 4 })),
  );
  const found = pairs(everywhere.beginning(["common"])).map(([entry]) => entry);
  expect(found.length).toBeLessThan(10_000);
  expect(found.slice(0, 25)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  expect(pairs(everywhere.beginning(["common", "number19999"]))).toEqual([[19_999, 4]]);
});
