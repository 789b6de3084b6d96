import { CALENDAR_NAMES } from "./calendarNames.ts";
import type { Language } from "./schema.ts";

/** The names of days and months in a language, and how a date is written out with them. */
export interface CalendarWords {
  /** Monday first. */
  weekdays: readonly string[];
  months: readonly string[];
  /** A weekday with its date: "lundi 20 novembre", "Monday, November 20, 2023". */
  dates: RegExp;
  /** A weekday anywhere. */
  named: RegExp;
}

/** The calendar words of a language. */
export function calendarWords(language: Language): CalendarWords {
  const { weekdays, months } = CALENDAR_NAMES[language];
  const weekday = `(?<weekday>${weekdays.join("|")})`;
  const month = `(?<month>${months.join("|")})`;
  const day = String.raw`(?<day>\d{1,2})(?:er|st|nd|rd|th)?`;
  const order =
    language === "fr"
      ? String.raw`${day}\s+${month}`
      : String.raw`(?:the\s+)?(?:${day}\s+(?:of\s+)?${month}|${month}\s+${day})`;
  return {
    weekdays,
    months,
    dates: new RegExp(String.raw`${weekday},?\s+${order}(?:,?\s+(?<year>\d{4}))?`, "giu"),
    named: new RegExp(String.raw`(?<!\p{L})(?:${weekdays.join("|")})(?!\p{L})`, "giu"),
  };
}

/**
 * The faults of dates written out with a weekday that is not theirs; `year` is meant where none is
 * written. What stands between quotation marks is somebody else's word and may be wrong.
 */
export function misdatedWeekdays(text: string, year: number, words: CalendarWords): string[] {
  const faults: string[] = [];
  for (const { 0: written, groups } of withoutQuotations(text).matchAll(words.dates)) {
    const { weekday = "", day = "", month = "", year: own } = groups ?? {};
    const monthNumber = words.months.findIndex((name) => isSame(name, month)) + 1;
    const date = dateOrNull(own ? Number(own) : year, monthNumber, Number(day));
    const right = date && words.weekdays[date.dayOfWeek - 1];
    if (!date) faults.push(`"${written}" is no day of the calendar`);
    else if (!right || !isSame(right, weekday))
      faults.push(`"${written}" is a "${right}" in ${date.year}; mend the weekday or the date`);
  }
  return faults;
}

/** The weekdays that a text names outside quotation marks. */
export function namedWeekdays(text: string, words: CalendarWords): string[] {
  return withoutQuotations(text).match(words.named) ?? [];
}

function isSame(name: string, written: string): boolean {
  return name.toLowerCase() === written.toLowerCase();
}

function withoutQuotations(text: string): string {
  return text.replace(/«[^»]*»|“[^”]*”/g, "…");
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}
