import { daysIn, when as whenOf, type When } from "../../story/dates.ts";
import type { Story } from "../../story/story.ts";
import type { DayRange } from "../dayRanges.ts";

/** Whether something was on one of some days, as a zone counts them; never for what is known by month or year only. */
export function isOnDays(time: When, ranges: readonly DayRange[], zone: string): boolean {
  const days = daysIn(time, zone);
  return (
    days !== null && ranges.some(({ from, to }) => from <= days.to.toString() && days.from.toString() <= to)
  );
}

/** Whether something was on none of some days, neither at home nor at the scene; a month or year is known as a whole. */
export function isOfOtherDays(
  time: When,
  ranges: readonly DayRange[],
  { about: { zones } }: Pick<Story, "about">,
): boolean {
  if (time.precision !== "month" && time.precision !== "year")
    return Object.values(zones).every((zone) => !isOnDays(time, ranges, zone));
  // "About 2016" may be 2015 as well.
  if (time.approximate) return false;
  return ranges.every(
    ({ from, to }) =>
      Temporal.Instant.compare(time.end, whenOf({ date: from }).start) <= 0 ||
      Temporal.Instant.compare(whenOf({ date: to }).end, time.start) <= 0,
  );
}
