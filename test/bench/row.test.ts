import { expect, test } from "vitest";
import { atLeastTimes, atMost, atMostTimes, rowOf } from "../../bench/row.ts";
import { tableOf } from "../../bench/table.ts";

const peer = { name: "peer", values: [10, 20, 40] };

test("a ratio pairs what was measured in the same round", () => {
  const row = rowOf("time", "ms", [5, 10, 40], { peer });
  expect(row).toMatchObject({ value: 10, peer: "peer", peer_value: 20, ratio: 0.5, aim: null, holds: null });
  expect(row.spread).toBeCloseTo(3.5);
});

test.each([
  [atMost(10), true],
  [atMost(9), false],
  [atMostTimes(0.5), true],
  [atMostTimes(0.4), false],
  [atLeastTimes(0.5), true],
  [atLeastTimes(0.6), false],
])("an aim holds or does not: %#", (aim, holds) => {
  expect(rowOf("time", "ms", [5, 10, 40], { peer, aim })).toMatchObject({ aim: aim.text, holds });
});

test("an aim for a ratio does not hold where there is none", () => {
  expect(rowOf("time", "ms", [1], { aim: atMostTimes(1) }).holds).toBe(false);
});

test("the table shows each row with what it should be", () => {
  const table = tableOf([
    rowOf("fast", "µs", [12.345], { peer: { name: "slow", values: [2469] }, aim: atMostTimes(0.1) }),
    rowOf("alone", "", [0.987]),
  ]);
  expect(table).toContain("| fast  | 12.3 µs | 2469 µs (slow) | 0.005 × |    0 % | ≤ 0.1 × peer ✓ |");
  expect(table).toContain("| alone |   0.987 |");
});
