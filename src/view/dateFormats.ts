import { CALENDAR_NAMES } from "../story/calendarNames.ts";
import type { Language } from "../text/messages.ts";
import type { Voice } from "./voice.ts";

/** A plain date in the words of its language. Both languages say weekday, day, month, year. */
interface DateParts {
  weekday: string;
  shortWeekday: string;
  day: string;
  month: string;
  shortMonth: string;
  year: string;
}

/** The forms in which dates are shown. */
const FORMS = {
  longDay: ({ weekday, day, month, year }: DateParts) => `${weekday} ${day} ${month} ${year}`,
  shortDay: ({ shortWeekday, day, shortMonth }: DateParts) => `${shortWeekday} ${day} ${shortMonth}`,
  weekday: ({ shortWeekday }: DateParts) => shortWeekday,
  longWeekday: ({ weekday }: DateParts) => weekday,
  dayAndMonth: ({ weekday, day, month }: DateParts) => `${weekday} ${day} ${month}`,
  month: ({ month, year }: DateParts) => `${month} ${year}`,
  year: ({ year }: DateParts) => year,
  date: ({ day, shortMonth, year }: DateParts) => `${day} ${shortMonth} ${year}`,
};

type DateForm = keyof typeof FORMS;

/** "dim. 19 nov.", "Sunday 19 November 2023", "1er octobre". */
export function dateText(date: Temporal.PlainDate, form: DateForm, { language }: Voice): string {
  return FORMS[form](partsOf(date, language));
}

/**
 * "18–20 nov. 2023", "30 Nov – 2 Dec 2023", "janvier – mars 2025", "2018–2020": from one date to a later one, which
 * `form` shows as two; what both share is said once, at the end.
 */
export function rangeText(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  form: "date" | "month" | "year",
  { language }: Voice,
): string {
  const first = partsOf(from, language);
  const last = FORMS[form](partsOf(to, language));
  if (form === "year") return `${first.year}${dash(true, language)}${last}`;
  const name = form === "date" ? first.shortMonth : first.month;
  const kept =
    from.year !== to.year ? [name, first.year] : from.month !== to.month || form === "month" ? [name] : [];
  const begin = (form === "date" ? [first.day, ...kept] : kept).join(" ");
  return `${begin}${dash(kept.length === 0, language)}${last}`;
}

/** French sets no space around the dash between two numbers. */
function dash(isBetweenNumbers: boolean, language: Language): string {
  return language === "fr" && isBetweenNumbers ? "–" : "\u2009–\u2009";
}

function partsOf(date: Temporal.PlainDate, language: Language): DateParts {
  const { weekdays, shortWeekdays, months, shortMonths } = CALENDAR_NAMES[language];
  const nameOf = (names: readonly string[], number: number) => names[number - 1] ?? "";
  return {
    weekday: nameOf(weekdays, date.dayOfWeek),
    shortWeekday: nameOf(shortWeekdays, date.dayOfWeek),
    day: language === "fr" && date.day === 1 ? "1er" : String(date.day),
    month: nameOf(months, date.month),
    shortMonth: nameOf(shortMonths, date.month),
    year: String(date.year),
  };
}
