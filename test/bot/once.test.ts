import { expect, test } from "vitest";
import { createOnce } from "../../src/bot/once.ts";

test("an id counts once, and is known for many thousands of others", () => {
  const first = createOnce();
  expect(first("a")).toBe(true);
  for (let n = 0; n < 19_000; n++) expect(first(`other ${n}`)).toBe(true);
  expect(first("a")).toBe(false);
  expect(createOnce()("a")).toBe(true);
});
