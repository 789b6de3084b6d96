import { daysIn, type When } from "../../story/dates.ts";
import type { DayRange } from "../dayRanges.ts";

/** Whether something was on one of some days, as a zone counts them; never for what is known by month or year only. */
export function isOnDays(time: When, ranges: readonly DayRange[], zone: string): boolean {
  const days = daysIn(time, zone);
  return (
    days !== null && ranges.some(({ from, to }) => from <= days.to.toString() && days.from.toString() <= to)
  );
}
