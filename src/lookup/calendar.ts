import { daySpan, daysIn, eachDay } from "../story/dates.ts";
import { startsOf } from "../story/startsOf.ts";
import { entry, type Story, type StoryEvent } from "../story/story.ts";
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

/** Which events are shown on which day of a zone, as plain data: it can be kept in a file. Events are their places in the story. */
export interface EventDays extends Pick<Calendar, "span"> {
  /** ISO days with events, in their order. */
  readonly days: readonly string[];
  /** The events of day n, in the order of time, are from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  readonly events: Uint32Array;
  readonly undated: Uint32Array;
  /** ISO months in which something happened, in their order. */
  readonly months: readonly string[];
}

/** Finds the days of an IANA zone on which the events of a story are shown. Throws a RangeError for no zone. */
export function eventDaysOf({ about, events }: Story, zone: string): EventDays {
  const byDay = new Map<string, { place: number; event: StoryEvent }[]>();
  const undated: { place: number; event: StoryEvent }[] = [];
  for (const [place, event] of [...events.values()].entries()) {
    const days = daysIn(event.when, zone);
    if (days === null) undated.push({ place, event });
    else
      for (const day of eachDay(days.from, days.to))
        byDay.getOrInsertComputed(day.toString(), () => []).push({ place, event });
  }
  const days = [...byDay.keys()].toSorted();
  const ordered = days.map((day) =>
    (byDay.get(day) ?? []).toSorted((a, b) => byTimeOfDay(a.event.when, b.event.when)),
  );
  const known = undated.map(({ event }) => event);
  return {
    days,
    starts: startsOf(ordered),
    events: Uint32Array.from(ordered.flat(), ({ place }) => place),
    undated: Uint32Array.from(undated, ({ place }) => place),
    span: spanOf(about.week, days, known),
    months: monthsOf(days, known),
  };
}

/** Lays out a story in the days of an IANA zone; `known` are the days of its events, where they were found before. */
export function calendarOf(
  story: Story,
  zone: string,
  known: EventDays = eventDaysOf(story, zone),
): StoryCalendar {
  const { days, starts, events, span, months } = known;
  const ids = [...story.events.keys()];
  const eventAt = (place: number) => entry(story.events, ids[place] ?? "");
  const dayAt = new Map(days.map((day, n) => [day, n]));
  let undated: StoryEvent[] | undefined;
  return {
    zone,
    week: story.about.week,
    days: days.map((day) => Temporal.PlainDate.from(day)),
    span,
    months: months.map((month) => Temporal.PlainYearMonth.from(month)),
    get undated() {
      return (undated ??= Array.from(known.undated, eventAt));
    },
    eventsOn(day) {
      const n = dayAt.get(day);
      return n === undefined ? [] : Array.from(events.subarray(starts[n], starts[n + 1]), eventAt);
    },
    neighbours: (day) => ({
      before: days.findLast((name) => name < day) ?? null,
      after: days.find((name) => name > day) ?? null,
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

function monthsOf(days: readonly string[], undated: readonly StoryEvent[]): string[] {
  const wholeMonths = undated.flatMap(({ when: { precision, counted } }) =>
    precision === "month" && counted ? [counted.from.toString()] : [],
  );
  return [...new Set([...days, ...wholeMonths].map((day) => day.slice(0, -"-01".length)))].toSorted();
}
