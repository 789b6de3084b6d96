import type { DayQuestion } from "../lookup/days.ts";
import { hoursOf, isZone, type TimeOfDay } from "../story/dates.ts";
import { customId } from "./customId.ts";

/**
 * A question about days as a custom id holds it: "2023-11-20.evening", "2023-11-17/2023-11-22,2026-01-23"; after
 * "@" the zone in which it is meant, after "!" the day that was typed with the name of another weekday.
 */
function writeDays({ ranges, part, zone, notItsWeekday }: DayQuestion): string {
  const days = ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(",");
  return [days, part && `.${part}`, zone && `@${zone}`, notItsWeekday && `!${notItsWeekday}`]
    .filter(Boolean)
    .join("");
}

/** Which part of an answer about days: the main events first, or by number, from 0, each in its turn. */
export type DayPage = "short" | number;

/** What leaves room in a custom id for what is wrapped around it, in characters. */
const LONGEST_DAYS = 70;

/** Whether a custom id has room for the days of a question; nobody types so many. */
export function fitsId(question: DayQuestion): boolean {
  return writeDays(question).length <= LONGEST_DAYS;
}

/** The custom id of a page of an answer about days. Throws a RangeError for too many days: see fitsId. */
export function daysId(question: DayQuestion, page: DayPage): string {
  const days = writeDays(question);
  return page === "short" ? customId("timeline", "day", days) : customId("timeline", "all", days, page);
}

const WRITTEN =
  /^(?<days>[^.@!]*)(?:\.(?<part>[^.@!]*))?(?:@(?<zone>[^.@!]*))?(?:!(?<notItsWeekday>[^.@!]*))?$/;

/** Reads what writeDays wrote; null for anything else. */
export function readDays(text: string): DayQuestion | null {
  const { days = "", part, zone, notItsWeekday } = WRITTEN.exec(text)?.groups ?? {};
  if (part !== undefined && !isPart(part)) return null;
  if (zone !== undefined && !isZone(zone)) return null;
  if (notItsWeekday !== undefined && !isDay(notItsWeekday)) return null;
  const ranges = days.split(",").map(rangeOf);
  if (!ranges.every((range) => range !== null)) return null;
  return { ranges, ...(part && { part }), ...(zone && { zone }), ...(notItsWeekday && { notItsWeekday }) };
}

function rangeOf(text: string): DayQuestion["ranges"][number] | null {
  const [from, to = from, ...rest] = text.split("/");
  if (rest.length > 0 || !isDay(from) || !isDay(to) || from > to) return null;
  return { from, to };
}

function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function isPart(text: string): text is TimeOfDay {
  return hoursOf(text) !== null;
}
