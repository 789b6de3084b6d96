import { expect, test } from "vitest";
import { calendarOf } from "../../src/lookup/calendar.ts";
import { lookups, story, ZONES } from "../support/story.ts";

/** The days of a zone on which an event is shown. */
function daysOf(event: string, zone: string): string[] {
  const calendar = lookups.calendar(zone);
  return calendar.days.map(String).filter((day) => calendar.eventsOn(day).some(({ id }) => id === event));
}

test("the hiring by Microsoft is Monday in Paris and Sunday in San Francisco", () => {
  expect(ZONES.map((zone) => daysOf("msft-hires", zone))).toEqual([
    ["2023-11-20"],
    ["2023-11-19"],
    ["2023-11-20"],
    ["2023-11-20"],
  ]);
});

test("the return is Wednesday in Paris and Tuesday in San Francisco", () => {
  expect(ZONES.map((zone) => daysOf("agreement", zone))).toEqual([
    ["2023-11-22"],
    ["2023-11-21"],
    ["2023-11-22"],
    ["2023-11-22"],
  ]);
});

test("the firing is Friday evening in Paris and already Saturday in Auckland", () => {
  expect(ZONES.map((zone) => daysOf("altman-fired", zone))).toEqual([
    ["2023-11-17"],
    ["2023-11-17"],
    ["2023-11-18"],
    ["2023-11-18"],
  ]);
});

test("a day that the source counted in Paris stays that day there", () => {
  expect(daysOf("talks-stopped", "Europe/Paris")).toEqual(["2023-11-20"]);
});

test.each(ZONES)("in %s every event is on its days, or among those known by month or year only", (zone) => {
  const calendar = calendarOf(story, zone);
  const dated = new Set(calendar.days.flatMap((day) => calendar.eventsOn(day.toString())));
  const undated = new Set(calendar.undated);
  expect(dated.size + undated.size).toBe(story.events.size);
  for (const { when } of undated) expect(["month", "year"]).toContain(when.precision);
});

test.each(ZONES)("in %s the days are in order, and the hours of a day as well", (zone) => {
  const calendar = lookups.calendar(zone);
  const days = calendar.days.map(String);
  expect(days).toEqual([...new Set(days)].toSorted());
  for (const day of days) {
    const hours = calendar
      .eventsOn(day)
      .filter(({ when }) => when.precision === "hour")
      .map(({ when }) => when.start.epochMilliseconds);
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
  }
});

test("what goes on for days comes after what belongs to the day alone", () => {
  const kinds = lookups
    .calendar("Europe/Paris")
    .eventsOn("2023-11-20")
    .map(({ when }) => when.precision === "days");
  expect(kinds).toContain(true);
  expect(kinds).toEqual(kinds.toSorted((a, b) => Number(a) - Number(b)));
});

test("what is known by its part of the day stands at the middle of that part, after the hours before it", () => {
  const friday = lookups
    .calendar("Europe/Paris")
    .eventsOn("2023-11-17")
    .map(({ id }) => id);
  expect(friday).toContain("altman-wtf-message");
  expect(friday.indexOf("altman-fired")).toBeLessThan(friday.indexOf("altman-wtf-message"));
});

test("the neighbours of a day are the nearest that have events, none beyond the ends", () => {
  const calendar = lookups.calendar("Europe/Paris");
  const days = calendar.days.map(String);
  expect(calendar.neighbours("2023-11-20")).toEqual({ before: "2023-11-19", after: "2023-11-21" });
  expect(calendar.neighbours("2024-01-01")).toEqual({ before: "2023-11-29", after: "2024-03-08" });
  expect(calendar.neighbours(days[0] ?? "").before).toBeNull();
  expect(calendar.neighbours(days.at(-1) ?? "").after).toBeNull();
});

test("the months are those of dated events and of those known by month alone", () => {
  const months = lookups.calendar("Europe/Paris").months.map(String);
  expect(months).toEqual([...new Set(months)].toSorted());
  expect(months).toEqual(expect.arrayContaining(["2015-12", "2018-02", "2023-11", "2026-02"]));
  expect(months).not.toContain("2023-08");
});

test("a zone that does not exist throws", () => {
  expect(() => calendarOf(story, "Europe/Atlantis")).toThrow(RangeError);
});
