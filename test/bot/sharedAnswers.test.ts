import { expect, test, vi } from "vitest";
import { createSharedAnswers } from "../../src/bot/sharedAnswers.ts";

test("an answer is computed once for all who ask the same, and for nobody else", () => {
  const shared = createSharedAnswers();
  const compute = vi.fn<() => object>(() => ({ days: [] }));
  const first = shared.of(["v1", "fr", "Europe/Paris", "day", "lundi"], compute);
  expect(shared.of(["v1", "fr", "Europe/Paris", "day", "lundi"], compute)).toBe(first);
  expect(compute).toHaveBeenCalledTimes(1);
  for (const other of [
    ["v2", "fr", "Europe/Paris", "day", "lundi"],
    ["v1", "en", "Europe/Paris", "day", "lundi"],
    ["v1", "fr", "Asia/Tokyo", "day", "lundi"],
    ["v1", "fr", "Europe/Paris", "day", null],
  ])
    expect(shared.of(other, compute)).not.toBe(first);
  expect(compute).toHaveBeenCalledTimes(5);
});

test("an answer of nothing is an answer too, and what throws is tried again", () => {
  const shared = createSharedAnswers();
  const nothing = vi.fn<() => null>(() => null);
  expect([shared.of(["a"], nothing), shared.of(["a"], nothing)]).toEqual([null, null]);
  expect(nothing).toHaveBeenCalledTimes(1);
  const fail = () => {
    throw new Error("no such day");
  };
  expect(() => shared.of(["b"], fail)).toThrow("no such day");
  expect(shared.of(["b"], () => "found")).toBe("found");
});

test("few are kept", () => {
  const shared = createSharedAnswers(2);
  const compute = vi.fn<() => number>(() => 1);
  for (let n = 0; n < 10; n += 1) shared.of([String(n)], compute);
  shared.of(["0"], compute);
  expect(compute).toHaveBeenCalledTimes(11);
});
