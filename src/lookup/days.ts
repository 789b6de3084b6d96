import type { TimeOfDay } from "../story/dates.ts";
import { dayPhrases, partOf, type Point } from "./dayPhrases.ts";
import { byDays, rangesOf, type Calendar, type DayRange } from "./dayRanges.ts";
import { dayTokens } from "./dayTokens.ts";

export type { Calendar, DayRange } from "./dayRanges.ts";

/** The days that a typed text means: ISO days, both ends included, so that a question can be a cache key. */
export interface DayQuestion {
  /** In the order of time, each once. */
  ranges: DayRange[];
  part?: TimeOfDay;
  /** The IANA zone that was named with an hour, in which the days and hours are meant. */
  zone?: string;
  /** A date that was typed with the name of another weekday than its own. */
  notItsWeekday?: string;
  /** The same day of another year, which has that name and of which the story tells. */
  instead?: string;
}

/**
 * Reads a day as people type it, in French or English: "lundi", "Nov 20", "20/11/2023", "week-end",
 * "vendredi soir", "17-22 novembre", "du vendredi au mercredi", "avant vendredi", "what happened on Monday?".
 * A weekday means that day of the story's week; a date or month without a year is that of the story's week,
 * else each one of which the story tells. Gives null for a text that names no day.
 */
export function readDay(text: string, calendar: Calendar): DayQuestion | null {
  const tokens = dayTokens(text, calendar.zone);
  const phrases = dayPhrases(tokens);
  const zone = tokens.map(({ token }) => token).find((token) => token.kind === "zone")?.zone;
  if (phrases === null) return null;
  const ranges: DayRange[] = [];
  for (const phrase of phrases) {
    const found = rangesOf(phrase, calendar);
    if (found === null) return null;
    ranges.push(...found);
  }
  const part = partOf(phrases);
  const misnaming = phrases
    .flatMap(({ points }) => points)
    .map((point) => misnamed(point, calendar))
    .find((found) => found !== undefined);
  return {
    ranges: inOrder(ranges),
    ...(part && { part }),
    ...(zone && { zone }),
    ...misnaming,
  };
}

/** Whether a typed text says before or after, and not what: "avant". */
export function isRelationAlone(text: string): boolean {
  const kinds = dayTokens(text, "UTC").map(({ token }) => token.kind);
  return kinds.length === 1 && kinds[0] === "relation";
}

/** The date of "lundi 21 novembre", where none that it can mean is a Monday. */
function misnamed(
  point: Point,
  calendar: Calendar,
): Pick<DayQuestion, "notItsWeekday" | "instead"> | undefined {
  const { weekday, day, month, orMonth } = point;
  if (weekday === undefined || day === undefined || orMonth !== undefined) return undefined;
  const dates = (rangesOf({ points: [point] }, calendar) ?? []).map(({ from }) => from);
  const [notItsWeekday] = dates;
  if (!notItsWeekday || dates.some((date) => Temporal.PlainDate.from(date).dayOfWeek === weekday))
    return undefined;
  const instead = calendar.days
    .find((told) => told.day === day && told.month === month && told.dayOfWeek === weekday)
    ?.toString();
  return { notItsWeekday, ...(instead !== undefined && { instead }) };
}

function inOrder(ranges: readonly DayRange[]): DayRange[] {
  const byName = new Map(ranges.map((range) => [`${range.from}/${range.to}`, range]));
  return [...byName.values()].toSorted(byDays);
}
