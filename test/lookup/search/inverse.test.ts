import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inverseSteps } from "../../../src/lookup/search/inverse.ts";
import { gradually } from "../../../src/lookup/steps.ts";

function inverse(lists: readonly (readonly number[])[], count: number): number[][] {
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  const flat = { starts: Uint32Array.from(starts), numbers: Uint32Array.from(lists.flat()) };
  const made = gradually(() => inverseSteps(flat, count)).get();
  return Array.from({ length: count }, (_, number) =>
    Array.from(made.numbers.subarray(made.starts[number], made.starts[number + 1])),
  );
}

test("each number has the lists that hold it, in their order", () => {
  expect(inverse([[2, 0], [], [2], [0, 2]], 4)).toEqual([[0, 3], [], [0, 2, 3], []]);
});

test("whatever the lists, no pair of a list and a number is lost or made up", () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(9))), (lists) => {
      const expected = Array.from({ length: 10 }, (_, number) =>
        lists.flatMap((list, n) => (list.includes(number) ? [n] : [])),
      );
      expect(inverse(lists, 10)).toEqual(expected);
    }),
  );
});
