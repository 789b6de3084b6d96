import { expect, test } from "vitest";
import { missingDate } from "../../src/lookup/missingDate.ts";
import { lookups } from "../support/story.ts";

const calendar = lookups.calendar("Europe/Paris");

test.each([
  ["31 novembre", { day: 31, last: "2023-11-30" }],
  ["Nov 31", { day: 31, last: "2023-11-30" }],
  ["lundi 31 novembre", { day: 31, last: "2023-11-30" }],
  ["31/11/2023", { day: 31, last: "2023-11-30" }],
  ["29 février 2023", { day: 29, last: "2023-02-28" }],
  ["45 May 2024", { day: 45, last: "2024-05-31" }],
])("no calendar has %s", (text, missing) => {
  expect(missingDate(text, calendar)).toEqual(missing);
});

test.each(["30 novembre", "29 février 2024", "lundi", "novembre 2023", "99/99/9999", "crêpes", ""])(
  "%j is no missing date",
  (text) => {
    expect(missingDate(text, calendar)).toBeNull();
  },
);
