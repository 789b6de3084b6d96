import * as fc from "fast-check";
import { expect, test } from "vitest";
import { highest } from "../../../src/lookup/search/highest.ts";

test("the highest come first, of equal ones the lower number, however many there are", () => {
  const scored = fc.uniqueArray(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), {
    selector: ([entry]) => entry,
    maxLength: 200,
  });
  fc.assert(
    fc.property(scored, fc.integer({ min: 1, max: 30 }), (pairs, limit) => {
      const sorted = pairs.toSorted(([a, one], [b, other]) => other - one || a - b).map(([entry]) => entry);
      const [entries, scores] = [pairs.map(([entry]) => entry), pairs.map(([, score]) => score)];
      expect(highest(entries, scores, limit)).toEqual(sorted.slice(0, limit));
    }),
  );
});
