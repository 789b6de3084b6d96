import { expect, test } from "vitest";
import { Growing } from "../../../src/lookup/search/growing.ts";

test("an array grows with what is added, and ends behind it", () => {
  const growing = new Growing(new Uint16Array(1));
  const numbers = Array.from({ length: 100 }, (_, n) => 3 * n);
  for (const number of numbers) growing.push(number);
  expect(growing.length).toBe(100);
  expect(growing.finished()).toEqual(Uint16Array.from(numbers));
});

test("nothing that was added is an empty array", () => {
  expect(new Growing(new Uint8Array(4)).finished()).toEqual(new Uint8Array());
});
