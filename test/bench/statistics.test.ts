import * as fc from "fast-check";
import { expect, test } from "vitest";
import { median, percentile, spread } from "../../bench/statistics.ts";

test("the median is the middle value, or the mean of the two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test("a percentile lies among the values, and the ends are the smallest and the largest", () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const [least, most] = [Math.min(...values), Math.max(...values)];
      expect(percentile(values, share)).toBeGreaterThanOrEqual(least);
      expect(percentile(values, share)).toBeLessThanOrEqual(most);
      expect(percentile(values, 0)).toBe(least);
      expect(percentile(values, 1)).toBe(most);
    }),
  );
});

test("the spread is how far the values are apart, as a share of the median", () => {
  expect(spread([9, 10, 12])).toBeCloseTo(0.3);
  expect(spread([5])).toBe(0);
  expect(spread([0, 0])).toBe(0);
});
