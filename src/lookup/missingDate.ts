import { daySpan } from "../story/dates.ts";
import { dayPhrases } from "./dayPhrases.ts";
import type { Calendar } from "./dayRanges.ts";
import { dayTokens } from "./dayTokens.ts";

/** A date that is none, as 31 November: its day, and the last day that its month has. */
export interface MissingDate {
  day: number;
  /** An ISO day; null where there is no such month either: 20/13/2023. */
  last: string | null;
}

const MONTHS = 12;
const LONGEST_MONTH = 31;

/**
 * The date that a typed text names and that its month does not have, in the year of the story's week where the text
 * names none; null where it names no such date.
 */
export function missingDate(text: string, { week, zone }: Calendar): MissingDate | null {
  const points = (dayPhrases(dayTokens(text, zone)) ?? []).flatMap((phrase) => phrase.points);
  for (const { day, month = 0, year = daySpan(week).from.year } of points) {
    if (day === undefined || month < 1) continue;
    if (month > MONTHS && day <= LONGEST_MONTH) return { day, last: null };
    if (month > MONTHS) continue;
    const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
    if (day > daysInMonth)
      return { day, last: Temporal.PlainDate.from({ year, month, day: daysInMonth }).toString() };
  }
  return null;
}
