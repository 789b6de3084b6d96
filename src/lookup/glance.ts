import { daySpan, eachDay } from "../story/dates.ts";
import { mostProminent } from "../story/prominence.ts";
import type { StoryEvent } from "../story/story.ts";
import type { StoryCalendar } from "./calendar.ts";
import type { DayRange } from "./days.ts";
import type { DayEvents } from "./timeline.ts";

/** The story at a glance: the days of its week, then what came before and after. */
export interface Glance {
  /** Some events of each day, and how many there are in all. */
  days: (DayEvents & { all: number })[];
  earlier: string[];
  later: string[];
  /** All the days of which the story tells before its week and after it; null where it tells of none. */
  before: DayRange | null;
  after: DayRange | null;
}

/** The most important events of each day of the story's week, and of the years before and after it. */
export function glanceOf(
  calendar: StoryCalendar,
  events: Iterable<StoryEvent>,
  perDay: number,
  around: number,
): Glance {
  const { from, to } = daySpan(calendar.week);
  const week = eachDay(from, to).map((day) => day.toString());
  const inWeek = new Set(week.flatMap((day) => calendar.eventsOn(day).map(({ id }) => id)));
  const rest = [...events].filter(({ id }) => !inWeek.has(id));
  const start = from.toZonedDateTime(calendar.zone).toInstant();
  const isEarlier = (event: StoryEvent) => Temporal.Instant.compare(event.when.start, start) < 0;
  const [earlier, later] = [rest.filter(isEarlier), rest.filter((event) => !isEarlier(event))];
  const { span } = calendar;
  return {
    days: week
      .map((day) => ({
        day,
        events: idsOf(mostProminent(beginning(day, calendar), perDay)),
        all: calendar.eventsOn(day).length,
      }))
      .filter(({ all }) => all > 0),
    earlier: idsOf(overTheYears(earlier, around, calendar.zone)),
    later: idsOf(overTheYears(later, around, calendar.zone)),
    before: earlier.length > 0 ? { from: span.from, to: from.subtract({ days: 1 }).toString() } : null,
    after: later.length > 0 ? { from: to.add({ days: 1 }).toString(), to: span.to } : null,
  };
}

/** The first of each year before the second of any: one full year does not hide the others. */
function overTheYears(events: readonly StoryEvent[], most: number, zone: string): StoryEvent[] {
  const yearOf = ({ when }: StoryEvent) => (when.counted?.from ?? when.start.toZonedDateTimeISO(zone)).year;
  const firsts = Map.groupBy(events, yearOf)
    .values()
    .flatMap((ofYear) => mostProminent(ofYear, 1))
    .toArray();
  const kept = mostProminent(firsts, most);
  const others = events.filter((event) => !firsts.includes(event));
  const shown = new Set([...kept, ...mostProminent(others, most - kept.length)]);
  return events.filter((event) => shown.has(event));
}

/** What goes on for days is told on the first of them. */
function beginning(day: string, calendar: StoryCalendar): StoryEvent[] {
  const before = calendar.neighbours(day).before;
  const going = new Set(before ? calendar.eventsOn(before) : []);
  return calendar.eventsOn(day).filter((event) => !going.has(event));
}

function idsOf(events: readonly StoryEvent[]): string[] {
  return events.map(({ id }) => id);
}
