import { expect, test } from "vitest";
import { calendarWords, misdatedWeekdays, namedWeekdays } from "../../src/story/weekdays.ts";

const french = calendarWords("fr");
const english = calendarWords("en");

test.each([
  ["Le lundi 20 novembre, à Paris", french],
  ["Vendredi 17 novembre 2023", french],
  ["le samedi 1er juillet", french],
  ["on Monday 20 November", english],
  ["Monday, November 20, 2023", english],
  ["on Friday the 17th of November", english],
  ["in 2024, on Tuesday 14 May 2024", english],
])("“%s” agrees with the calendar", (text, words) => {
  expect(misdatedWeekdays(text, 2023, words)).toEqual([]);
});

test.each([
  ["Le mardi 20 novembre, à Paris", french, '"mardi 20 novembre" is a "lundi" in 2023'],
  ["jeudi 1er juillet", french, '"jeudi 1er juillet" is a "samedi" in 2023'],
  ["Sunday, November 20, 2023", english, '"Sunday, November 20, 2023" is a "Monday" in 2023'],
  ["Tuesday 14 May", english, '"Tuesday 14 May" is a "Sunday" in 2023'],
  ["Friday 31 November", english, '"Friday 31 November" is no day of the calendar'],
])("“%s” does not", (text, words, reason) => {
  expect(misdatedWeekdays(text, 2023, words)).toEqual([expect.stringContaining(reason)]);
});

test("another year makes another weekday", () => {
  expect(misdatedWeekdays("lundi 20 novembre 2022", 2023, french)).toHaveLength(1);
  expect(misdatedWeekdays("dimanche 20 novembre 2022", 2023, french)).toEqual([]);
});

test("what a source says between quotation marks may be wrong", () => {
  expect(misdatedWeekdays("Le podcast dit « mardi 20 novembre ».", 2023, french)).toEqual([]);
  expect(namedWeekdays("The podcast says “Saturday”.", english)).toEqual([]);
});

test("a weekday is found wherever it is named, and nowhere else", () => {
  expect(namedWeekdays("Lundi, puis mardi.", french)).toEqual(["Lundi", "mardi"]);
  expect(namedWeekdays("late on Sunday evening", english)).toEqual(["Sunday"]);
  expect(namedWeekdays("un lundisme, le dimanchard", french)).toEqual([]);
});
