import { expect, test } from "vitest";
import { isOnDays } from "../../../src/lookup/ask/onDays.ts";
import { when } from "../../../src/story/dates.ts";

const MONDAY = [{ from: "2023-11-20", to: "2023-11-20" }];

test("an hour is of the day that a zone then has", () => {
  const hired = when({ date: "2023-11-20T07:53:28Z" });
  expect(isOnDays(hired, MONDAY, "Europe/Paris")).toBe(true);
  expect(isOnDays(hired, MONDAY, "America/Los_Angeles")).toBe(false);
});

test("some days are of each day that they touch", () => {
  expect(isOnDays(when({ date: "2023-11-18/2023-11-21" }), MONDAY, "UTC")).toBe(true);
  expect(isOnDays(when({ date: "2023-11-18/2023-11-19" }), MONDAY, "UTC")).toBe(false);
});

test("what is known by its month alone is of no day", () => {
  expect(isOnDays(when({ date: "2023-11" }), MONDAY, "UTC")).toBe(false);
});
