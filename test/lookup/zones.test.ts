import { expect, test } from "vitest";
import { createZones } from "../../src/lookup/zones.ts";

const zones = createZones();

test.each([
  ["EST", "America/New_York"],
  ["edt", "America/New_York"],
  ["PST", "America/Los_Angeles"],
  ["PDT", "America/Los_Angeles"],
  ["CET", "Europe/Paris"],
  ["cest", "Europe/Paris"],
  ["GMT", "UTC"],
  ["utc", "UTC"],
  ["Montréal", "America/Toronto"],
  ["londres", "Europe/London"],
  ["US/Pacific", "America/Los_Angeles"],
])("%s is %s", (typed, zone) => {
  expect(zones.resolve(typed)).toBe(zone);
});

test("an abbreviation of several zones names none, and offers them first", () => {
  expect(zones.resolve("IST")).toBeNull();
  expect(zones.nearest("IST", 3)).toEqual(["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]);
});

test("no name of an object is a zone", () => {
  for (const name of ["__proto__", "constructor", "toString"]) expect(zones.resolve(name)).toBeNull();
});
