import { hoursOf, type TimeOfDay } from "../story/dates.ts";
import { mostProminent } from "../story/prominence.ts";
import type { StoryEvent } from "../story/story.ts";
import type { StoryCalendar } from "./calendar.ts";
import type { DayQuestion, DayRange } from "./days.ts";

/** What happened on the days asked for: ids only, so that it can be cached. */
export interface TimelineAnswer {
  question: DayQuestion;
  /** The days that have events, in order. */
  days: DayEvents[];
  /** With a part of the day: how many events of those days have no known hour and are left out. */
  withoutHour: number;
  /** Events of the time asked for that are known by month or year only. */
  undated: string[];
  /** The nearest days with events before and after. */
  before: string | null;
  after: string | null;
  /** Of one whole day: the main events that are on it at the scene of the story, and on another day here. */
  sameDayAtScene?: string[];
  /** The days are those of the scene, since the asker's zone has nothing in that part of them. */
  atScene?: true;
}

export interface DayEvents {
  day: string;
  events: string[];
}

/** The events of the days asked for, in the zone of the calendar. */
export function timelineOf(question: DayQuestion, calendar: StoryCalendar): TimelineAnswer {
  const named = [...new Set(question.ranges.flatMap((range) => daysWithin(range, calendar)))].toSorted();
  const withoutHour = new Set<string>();
  const days: DayEvents[] = [];
  for (const day of named) {
    const all = calendar.eventsOn(day);
    const { part } = question;
    const kept = part ? all.filter((event) => isInPart(event, part, day, calendar.zone)) : all;
    if (part) for (const event of all) if (!hasHour(event)) withoutHour.add(event.id);
    if (kept.length > 0) days.push({ day, events: kept.map(({ id }) => id) });
  }
  const first = question.ranges[0]?.from ?? "";
  const last =
    question.ranges
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? "";
  return {
    question,
    days,
    withoutHour: withoutHour.size,
    undated: question.part
      ? []
      : calendar.undated.filter((event) => isWithin(event, question.ranges, calendar)).map(({ id }) => id),
    before: calendar.neighbours(first).before,
    after: calendar.neighbours(last).after,
  };
}

/** Events at the scene that a day names besides its own. */
const AT_SCENE = 3;

/**
 * The same, with what else is on that day at the scene of the story; and where a part of one day holds nothing in
 * the asker's zone and something at the scene, what it holds there: "Friday noon" is said of the scene's noon.
 */
export function timelineHereOrThere(
  question: DayQuestion,
  here: StoryCalendar,
  scene: StoryCalendar,
): TimelineAnswer {
  const answer = timelineOf(question, here);
  const [range] = question.ranges;
  const isOneDay = question.ranges.length === 1 && range?.from === range?.to;
  if (!isOneDay || here.zone === scene.zone || question.zone !== undefined) return answer;
  if (question.part === undefined)
    return { ...answer, sameDayAtScene: onlyAtScene(range?.from ?? "", here, scene) };
  if (answer.days.length > 0) return answer;
  const there = timelineOf(question, scene);
  return there.days.length > 0 ? { ...there, atScene: true } : answer;
}

function onlyAtScene(day: string, here: StoryCalendar, scene: StoryCalendar): string[] {
  const own = new Set(here.eventsOn(day));
  return idsOf(
    mostProminent(
      scene.eventsOn(day).filter((event) => !own.has(event)),
      AT_SCENE,
    ),
  );
}

function idsOf(events: readonly StoryEvent[]): string[] {
  return events.map(({ id }) => id);
}

function daysWithin(range: DayRange, calendar: StoryCalendar): string[] {
  return calendar.days.map((day) => day.toString()).filter((day) => range.from <= day && day <= range.to);
}

/** Whether an hour is known, or at least the part of a day. */
function hasHour({ when: { precision } }: StoryEvent): boolean {
  return precision === "hour" || precision === "part";
}

/** Whether something can have happened in that part of a day; what has no hour has none of its parts. */
function isInPart(event: StoryEvent, part: TimeOfDay, day: string, zone: string): boolean {
  if (!hasHour(event)) return false;
  const { when } = event;
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  const [from, to] = (hoursOf(part) ?? []).map((hours) =>
    midnight.add({ hours }).toZonedDateTime(zone).toInstant(),
  );
  return (
    from !== undefined &&
    to !== undefined &&
    Temporal.Instant.compare(when.start, to) < 0 &&
    Temporal.Instant.compare(when.end, from) > 0
  );
}

/**
 * A month or a year belongs to a question that holds at least half of it, since one about a day of it is not about it;
 * and to one about all that came before a day, where it began before that.
 */
function isWithin(
  { when: { counted } }: StoryEvent,
  ranges: readonly DayRange[],
  { span }: StoryCalendar,
): boolean {
  if (!counted) return false;
  const { from: first, to: last } = counted;
  const days = first.until(last).days + 1;
  return ranges.some((range) => {
    if (range.from <= span.from && first.toString() <= range.to) return true;
    const from = latest(first, Temporal.PlainDate.from(range.from));
    const to = earliest(last, Temporal.PlainDate.from(range.to));
    return 2 * (from.until(to).days + 1) >= days;
  });
}

function latest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

function earliest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
