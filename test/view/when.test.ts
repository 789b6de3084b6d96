import { expect, test } from "vitest";
import { when } from "../../src/story/dates.ts";
import { entry } from "../../src/story/story.ts";
import { wordsOf, type Language } from "../../src/text/messages.ts";
import { datedOption } from "../../src/view/eventLine.ts";
import type { Voice } from "../../src/view/voice.ts";
import { dayAndMonth, shortDate, shownDate } from "../../src/view/when.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

function voice(language: Language, zone = "Europe/Paris"): Voice {
  return { language, words: wordsOf(language), zone };
}

function written(date: string, language: Language): string {
  return shortDate(when({ date }), voice(language));
}

test("an event counted at the scene has in each zone the date of its day there", () => {
  const named = entry(story.events, "shear-named").when;
  const interview = entry(story.events, "nadella-tv").when;
  expect(shownDate(named, voice("fr"))).toBe("20 nov. 2023");
  expect(shownDate(named, voice("fr", "America/Los_Angeles"))).toBe("19 nov. 2023");
  expect(shownDate(interview, voice("en"))).toBe("21 Nov 2023");
  expect(datedOption(entry(story.events, "shear-named"), voice("fr")).description).toContain("20 nov. 2023");
});

test("the date of a publication stays as it is written, in every zone", () => {
  for (const zone of ["Europe/Paris", "Pacific/Auckland", "America/Los_Angeles"])
    expect(shortDate(when({ date: "2023-11-20" }), voice("en", zone))).toBe("20 Nov 2023");
});

test("several months or years are a span, and what goes on has a beginning", () => {
  expect(written("2025-01/2025-03", "fr")).toMatch(/^janvier\s?–\s?mars 2025$/);
  expect(written("2025-01/2025-03", "en")).toMatch(/^January\s?–\s?March 2025$/);
  expect(written("2018/2020", "fr")).toMatch(/^2018\s?–\s?2020$/);
  expect(written("2025-01", "fr")).toBe("janvier 2025");
  expect(written("2026-01-23/..", "fr")).toBe("depuis le 23 janv. 2026");
  expect(written("2026-01-23/..", "en")).toBe("from 23 Jan 2026 on");
  expect(written("2018/..", "fr")).toBe("depuis 2018");
});

test("the first of a month is “1er” in French alone", () => {
  expect(dayAndMonth("2024-01-01", voice("fr"))).toBe("lundi 1er janvier");
  expect(dayAndMonth("2024-01-01", voice("en"))).toBe("Monday 1 January");
  expect(written("2023-10-01/2023-10-03", "fr")).toMatch(/^1er\s?–\s?3 oct\. 2023$/);
});

test("an hour is written as each language writes it", () => {
  const hours = [
    { hour: 7, minute: 3 },
    { hour: 17, minute: 0 },
  ];
  expect(hours.map(FRENCH.words.hour)).toEqual(["7\u00A0h\u00A003", "17\u00A0h"]);
  expect(hours.map(ENGLISH.words.hour)).toEqual(["07:03", "17:00"]);
});
