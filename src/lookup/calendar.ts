import { daySpan, daysIn, eachDay } from "../story/dates.ts";
import type { Story, StoryEvent } from "../story/story.ts";
import { byTimeOfDay } from "../story/withinDay.ts";
import type { Calendar } from "./days.ts";

/** The events of a story by the day on which a zone shows them. */
export interface StoryCalendar extends Calendar {
  /** The events of an ISO day in the order of time; empty for a day without any. */
  eventsOn(day: string): readonly StoryEvent[];
  /** The days with events next to an ISO day, or null at the ends of the story. */
  neighbours(day: string): { before: string | null; after: string | null };
  /** The events known by month or year only, in the order of time. */
  readonly undated: readonly StoryEvent[];
}

/** Lays out a story in the days of an IANA zone. */
export function calendarOf(story: Story, zone: string): StoryCalendar {
  const byDay = new Map<string, StoryEvent[]>();
  const undated: StoryEvent[] = [];
  for (const event of story.events.values()) {
    const days = daysIn(event.when, zone);
    if (days === null) undated.push(event);
    else
      for (const day of eachDay(days.from, days.to))
        byDay.set(day.toString(), [...(byDay.get(day.toString()) ?? []), event]);
  }
  const names = [...byDay.keys()].toSorted();
  for (const [day, events] of byDay)
    byDay.set(
      day,
      events.toSorted((a, b) => byTimeOfDay(a.when, b.when)),
    );
  return {
    zone,
    week: story.about.week,
    days: names.map((name) => Temporal.PlainDate.from(name)),
    span: spanOf(story.about.week, names, undated),
    months: monthsOf(names, undated),
    undated,
    eventsOn: (day) => byDay.get(day) ?? [],
    neighbours: (day) => ({
      before: names.findLast((name) => name < day) ?? null,
      after: names.find((name) => name > day) ?? null,
    }),
  };
}

function spanOf(week: string, names: readonly string[], undated: readonly StoryEvent[]): Calendar["span"] {
  const counted = undated.flatMap((event) => event.when.counted ?? []);
  const begins = [...names.slice(0, 1), ...counted.map(({ from }) => from.toString())].toSorted();
  const ends = [...names.slice(-1), ...counted.map(({ to }) => to.toString())].toSorted();
  const { from, to } = daySpan(week);
  return { from: begins[0] ?? from.toString(), to: ends.at(-1) ?? to.toString() };
}

function monthsOf(days: readonly string[], undated: readonly StoryEvent[]): Temporal.PlainYearMonth[] {
  const wholeMonths = undated.flatMap(({ when: { precision, counted } }) =>
    precision === "month" && counted ? [counted.from.toString()] : [],
  );
  const names = new Set([...days, ...wholeMonths].map((day) => day.slice(0, -"-01".length)));
  return [...names].toSorted().map((name) => Temporal.PlainYearMonth.from(name));
}
