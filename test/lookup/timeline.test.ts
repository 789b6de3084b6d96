import { describe, expect, test } from "vitest";
import { readDay, type DayQuestion } from "../../src/lookup/days.ts";
import { glanceOf, type Glance } from "../../src/lookup/glance.ts";
import { timelineHereOrThere, timelineOf, type TimelineAnswer } from "../../src/lookup/timeline.ts";
import { mostProminent } from "../../src/story/prominence.ts";
import { entry, type StoryEvent } from "../../src/story/story.ts";
import { lookups, story, ZONES } from "../support/story.ts";

function ask(text: string, zone: string = "Europe/Paris"): TimelineAnswer {
  const calendar = lookups.calendar(zone);
  return timelineOf(readDay(text, calendar) as DayQuestion, calendar);
}

function eventsOf({ days }: TimelineAnswer): string[] {
  return days.flatMap(({ events }) => events);
}

function glance(zone: string): Glance {
  return glanceOf(lookups.calendar(zone), story.events.values(), 3, 4);
}

function start(id: string): number {
  return entry(story.events, id).when.start.epochMilliseconds;
}

function sources({ accounts }: StoryEvent): number {
  return new Set(accounts.map(({ source }) => source)).size;
}

describe("a day", () => {
  test("has its events in the order of time, and the days before and after it", () => {
    const answer = ask("lundi");
    expect(answer.days.map(({ day }) => day)).toEqual(["2023-11-20"]);
    const events = eventsOf(answer);
    const order = ["msft-hires", "shear-plan", "nothing-without-people", "ilya-regret"];
    expect(events.filter((id) => order.includes(id))).toEqual(order);
    expect(answer).toMatchObject({ before: "2023-11-19", after: "2023-11-21", withoutHour: 0, undated: [] });
  });

  test("is that of the zone", () => {
    expect(ZONES.map((zone) => eventsOf(ask("lundi", zone)).includes("msft-hires"))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(ZONES.map((zone) => eventsOf(ask("dimanche", zone)).includes("msft-hires"))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test("without events has none, and the nearest that have some", () => {
    expect(ask("2023-11-25")).toMatchObject({ days: [], before: "2023-11-23", after: "2023-11-28" });
    expect(ask("1999-01-01")).toMatchObject({ days: [], before: null });
    expect(ask("2099-01-01")).toMatchObject({ days: [], after: null });
  });
});

describe("a part of a day", () => {
  test("has what happened in its hours, and tells how much has no hour", () => {
    const all = eventsOf(ask("vendredi"));
    const answer = ask("vendredi soir");
    const events = eventsOf(answer);
    expect(events).toEqual(expect.arrayContaining(["altman-fired", "board-statement", "murati-interim"]));
    for (const id of events) {
      const { when } = entry(story.events, id);
      const hour = when.start.toZonedDateTimeISO("Europe/Paris").hour;
      expect([id, when.precision === "part" || hour >= 18]).toEqual([id, true]);
    }
    const withoutHour = all.filter(
      (id) => !["hour", "part"].includes(entry(story.events, id).when.precision),
    );
    expect(answer.withoutHour).toBe(withoutHour.length);
    expect(answer.withoutHour).toBeGreaterThan(0);
  });

  test("is counted in the zone: the hiring is Monday morning in Paris, Sunday evening in San Francisco", () => {
    const asked = [
      ["Europe/Paris", "lundi matin"],
      ["Europe/Paris", "lundi soir"],
      ["America/Los_Angeles", "dimanche soir"],
      ["America/Los_Angeles", "dimanche matin"],
      ["Asia/Tokyo", "lundi après-midi"],
      ["Pacific/Auckland", "lundi soir"],
    ] as const;
    expect(asked.map(([zone, text]) => eventsOf(ask(text, zone)).includes("msft-hires"))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  test("has what is known by part of the day at the scene: Shear was named late on Sunday there", () => {
    expect(eventsOf(ask("dimanche soir", "America/Los_Angeles"))).toContain("shear-named");
    expect(eventsOf(ask("nuit de lundi"))).toContain("shear-named");
    expect(eventsOf(ask("lundi matin"))).toContain("shear-named");
    expect(eventsOf(ask("lundi après-midi"))).not.toContain("shear-named");
  });
});

describe("a part of a day that holds nothing here", () => {
  const asked = (text: string) =>
    timelineHereOrThere(
      readDay(text, lookups.calendar("Europe/Paris")) as DayQuestion,
      lookups.calendar("Europe/Paris"),
      lookups.calendar("America/Los_Angeles"),
    );

  test("is that of the scene: Thursday evening, Friday noon", () => {
    expect(asked("jeudi soir").atScene).toBe(true);
    expect(eventsOf(asked("jeudi soir"))).toContain("ilya-text");
    expect(asked("Friday noon").atScene).toBe(true);
    expect(eventsOf(asked("Friday noon"))).toContain("altman-fired");
  });

  test("is that of the asker wherever something happened in it, or nowhere", () => {
    expect(asked("vendredi soir").atScene).toBeUndefined();
    expect(asked("lundi").atScene).toBeUndefined();
    expect(asked("1er janvier 1999 soir")).toMatchObject({ days: [] });
  });
});

describe("several days", () => {
  test("come in order, each once, however they were named", () => {
    const days = ["2023-11-17", "2023-11-18", "2023-11-19", "2023-11-20", "2023-11-21", "2023-11-22"];
    for (const text of [
      "du vendredi au mercredi",
      "17-22 novembre",
      "mer, mar, lun, dim, sam, ven",
      "17-20 nov, 19-22 nov",
    ])
      expect(ask(text).days.map(({ day }) => day)).toEqual(days);
    expect(ask("mercredi et vendredi")).toMatchObject({ before: "2023-11-16", after: "2023-11-23" });
  });

  test("leave out those without events", () => {
    expect(ask("2023-11-23/2023-11-29").days.map(({ day }) => day)).toEqual([
      "2023-11-23",
      "2023-11-28",
      "2023-11-29",
    ]);
  });

  test("that span a month or year have what is known by it alone", () => {
    expect(ask("décembre 2015").undated).toEqual(["openai-founded"]);
    expect(ask("2015").undated).toEqual(expect.arrayContaining(["openai-founded", "google-facebook-labs"]));
    expect(ask("14 décembre 2015").undated).toEqual([]);
    expect(ask("début décembre 2015").undated).toEqual([]);
    expect(ask("avant le 16 novembre 2023").undated).toContain("ilya-joins-opponents");
  });
});

test("an answer is plain JSON, so that any store can hold it", () => {
  for (const text of ["lundi", "vendredi soir", "2023", "1999"]) {
    const answer = ask(text);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  }
});

describe("the story at a glance", () => {
  test("has each day of its week in order, with how many events it has in all", () => {
    const { days } = glance("Europe/Paris");
    expect(days.map(({ day }) => day)).toEqual([16, 17, 18, 19, 20, 21, 22].map((d) => `2023-11-${d}`));
    for (const { day, events, all } of days) {
      expect(events.length).toBeLessThanOrEqual(3);
      expect(all).toBe(lookups.calendar("Europe/Paris").eventsOn(day).length);
    }
  });

  test.each(ZONES)("in %s tells what the story can't be told without", (zone) => {
    const told = glance(zone).days.flatMap(({ events }) => events);
    expect(told).toEqual(expect.arrayContaining(["altman-fired", "msft-hires", "letter", "agreement"]));
    expect(told).toEqual([...new Set(told)]);
  });

  test.each(ZONES)("in %s parts what came before the week from what came after", (zone) => {
    const { earlier, later, days } = glance(zone);
    const week = days.flatMap(({ events }) => events).map(start);
    expect(Math.max(...earlier.map(start))).toBeLessThan(Math.min(...week));
    expect(Math.min(...later.map(start))).toBeGreaterThan(Math.min(...week));
    expect(earlier.length + later.length).toBe(8);
    for (const ids of [earlier, later])
      expect(ids.map(start)).toEqual(ids.map(start).toSorted((a, b) => a - b));
  });
});

test("of a day's events the weightiest are kept, of equals the most told of, in the order of time", () => {
  const events = lookups.calendar("Europe/Paris").eventsOn("2023-11-20");
  const kept = mostProminent(events, 3);
  expect(events.filter((event) => kept.includes(event))).toEqual(kept);
  for (const left of events.filter((event) => !kept.includes(event)))
    for (const { weight } of kept)
      expect([left.id, left.weight, weight]).toEqual([left.id, Math.min(left.weight, weight), weight]);
  const leftOfSameWeight = events.filter((event) => event.weight === 3 && !kept.includes(event));
  expect(leftOfSameWeight.length).toBeGreaterThan(0);
  expect(Math.min(...kept.map(sources))).toBeGreaterThanOrEqual(Math.max(...leftOfSameWeight.map(sources)));
});

test("a day names what is on it at the scene, and on another day here", () => {
  const question = { ranges: [{ from: "2023-11-21", to: "2023-11-21" }] };
  const scene = lookups.calendar("America/Los_Angeles");
  const inParis = timelineHereOrThere(question, lookups.calendar("Europe/Paris"), scene);
  expect(inParis.days[0]?.events).not.toContain("agreement");
  expect(inParis.sameDayAtScene).toContain("agreement");
  expect(timelineHereOrThere(question, scene, scene).sameDayAtScene).toBeUndefined();
});
