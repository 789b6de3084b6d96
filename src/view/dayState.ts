import type { DayQuestion } from "../lookup/days.ts";
import { PART_HOURS } from "../story/dates.ts";
import type { DayPart } from "../story/schema.ts";

/**
 * A question about days as a custom id holds it: "2023-11-20.evening", "2023-11-17/2023-11-22,2026-01-23"; after
 * "!" the day that was typed with the name of another weekday.
 */
export function writeDays({ ranges, part, notItsWeekday }: DayQuestion): string {
  const days = ranges.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(",");
  return [days, part && `.${part}`, notItsWeekday && `!${notItsWeekday}`].filter(Boolean).join("");
}

const WRITTEN = /^(?<days>[^.!]*)(?:\.(?<part>[^.!]*))?(?:!(?<notItsWeekday>[^.!]*))?$/;

/** Reads what writeDays wrote; null for anything else. */
export function readDays(text: string): DayQuestion | null {
  const { days = "", part, notItsWeekday } = WRITTEN.exec(text)?.groups ?? {};
  if (part !== undefined && !isPart(part)) return null;
  if (notItsWeekday !== undefined && !isDay(notItsWeekday)) return null;
  const ranges = days.split(",").map(rangeOf);
  if (!ranges.every((range) => range !== null)) return null;
  return { ranges, ...(part && { part }), ...(notItsWeekday && { notItsWeekday }) };
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

function isPart(text: string): text is DayPart {
  return Object.hasOwn(PART_HOURS, text);
}
