import { byUnits } from "../story/byUnits.ts";
import { daySpan, eachDay } from "../story/dates.ts";
import type { Phrase, Point } from "./dayPhrases.ts";

export interface DayRange {
  from: string;
  to: string;
}

/** The order of ranges in time: by where they begin, then by where they end. */
export function byDays(a: DayRange, b: DayRange): number {
  return byUnits(a.from, b.from) || byUnits(a.to, b.to);
}

/** What a story lends to the reading of days. */
export interface Calendar {
  /** The seven days that a bare weekday means, as from/to. */
  week: string;
  /** The days on which the story has an event, in order. */
  days: readonly Temporal.PlainDate[];
  /** From the first day of which the story tells to the last, with what is known by month or year only. */
  span: { from: string; to: string };
  /** The months of which the story tells, by days or as a whole. */
  months: readonly Temporal.PlainYearMonth[];
  /** The IANA zone of its days. */
  zone: string;
}

/** The days that a phrase means in a story; null for one that does not exist. */
export function rangesOf({ relation, points }: Phrase, calendar: Calendar): DayRange[] | null {
  const [first, last] = points;
  if (!first) return null;
  // "La semaine du 17 au 22" is from day to day.
  if (last) return between(withoutWeek(first), withoutWeek(last), calendar);
  const days = daysOf(first, calendar);
  if (days === null || relation === undefined) return days;
  return related(relation, days, calendar);
}

/** From the story's beginning, or to its end. */
function related(
  relation: NonNullable<Phrase["relation"]>,
  days: readonly DayRange[],
  calendar: Calendar,
): DayRange[] | null {
  const { from: begin, to: end } = calendar.span;
  const [{ from }, { to }] = [days[0] as DayRange, days.at(-1) as DayRange];
  const range = {
    before: { from: begin, to: shifted(from, -1) },
    until: { from: begin, to },
    since: { from, to: end },
    after: { from: shifted(to, 1), to: end },
  }[relation];
  return range.from <= range.to ? [range] : null;
}

function between(first: Point, last: Point, calendar: Calendar): DayRange[] | null {
  const from = nearest(daysOf(first, calendar), calendar);
  const to = from && daysOf(yearAfter(first, last, from), calendar)?.at(-1);
  if (!from || !to) return dayAndMonth(first, last, calendar);
  if (first.part === "night" && !last.part && to.from === shifted(from.from, 1)) return [to];
  if (from.from <= to.to) return [{ from: from.from, to: to.to }];
  const bothWeekdays = first.weekday !== undefined && last.weekday !== undefined && last.day === undefined;
  const nextWeek = shifted(to.to, 7);
  // "du mercredi au vendredi" goes on into the next week; "lundi until mar 2023" ends in a month.
  if (bothWeekdays && from.from <= nextWeek) return [{ from: from.from, to: nextWeek }];
  return dayAndMonth(first, last, calendar) ?? [{ from: to.from, to: from.to }];
}

/** Of the years that a date can mean, the one nearest to the story's week. */
function nearest(days: DayRange[] | null, { week }: Calendar): DayRange | undefined {
  const { from } = daySpan(week);
  const apart = (range: DayRange) => Math.abs(Temporal.PlainDate.from(range.from).since(from).days);
  return days?.toSorted((a, b) => apart(a) - apart(b))[0];
}

/** "décembre à mars" ends in the year after. */
function yearAfter(first: Point, last: Point, from: DayRange): Point {
  if (last.month === undefined || last.year !== undefined) return last;
  const { year } = Temporal.PlainDate.from(from.from);
  return { ...last, year: last.month < (first.month ?? last.month) ? year + 1 : year };
}

/** "20-11" is a date: no range runs backwards from a day to a month's number. */
function dayAndMonth(first: Point, last: Point, calendar: Calendar): DayRange[] | null {
  const bare = [first, last].every((point) => Object.keys(point).join() === "day");
  const [day = 0, month = 0] = [first.day, last.day];
  return bare && day > month && month <= 12 ? datesOf({ day, month }, calendar) : null;
}

function daysOf(point: Point, calendar: Calendar): DayRange[] | null {
  const week = daySpan(calendar.week);
  if (point.orMonth !== undefined && point.month === undefined && isMonth(point, week))
    return daysOf({ ...point, month: point.orMonth }, calendar);
  if (point.day !== undefined) {
    const dates = datesOf(point, calendar);
    const around = point.weekend ? weekendAt : point.week ? weekAt : null;
    return around && dates ? dates.map(({ from }) => around(Temporal.PlainDate.from(from))) : dates;
  }
  if (point.weekend) return [weekendAt(weekdayIn(week.from, 6))];
  if (point.month !== undefined) return monthsOf(point, calendar);
  if (point.year !== undefined) return [wholeYear(point.year, point.third)];
  if (point.weekday !== undefined) return [oneDay(weekdayIn(week.from, point.weekday))];
  if (point.week) return [{ from: week.from.toString(), to: week.to.toString() }];
  return null;
}

/** A date without a month is that of the story's week, or of its month. */
function datesOf({ day = 0, month, year }: Point, calendar: Calendar): DayRange[] | null {
  const week = daySpan(calendar.week);
  const inWeek = eachDay(week.from, week.to).find(
    (date) => date.day === day && (month ?? date.month) === date.month,
  );
  if (year === undefined && inWeek) return [oneDay(inWeek)];
  const wanted = month ?? week.from.month;
  const told =
    month === undefined ? [] : calendar.days.filter((date) => date.month === month && date.day === day);
  const years =
    year !== undefined ? [year] : told.length > 0 ? told.map((date) => date.year) : [week.from.year];
  const dates = years.flatMap((one) => dateOrNull(one, wanted, day) ?? []);
  return dates.length > 0 ? dates.map(oneDay) : null;
}

function monthsOf({ month = 0, year, third, nth }: Point, calendar: Calendar): DayRange[] | null {
  if (month < 1 || month > 12) return null;
  if (nth !== undefined && (nth === 0 || nth > MOST_WEEKS)) return null;
  const week = daySpan(calendar.week);
  const inWeek = [week.from, week.to].find((date) => date.month === month);
  const told = calendar.months.filter((one) => one.month === month).map((one) => one.year);
  const years =
    year !== undefined ? [year] : inWeek ? [inWeek.year] : told.length > 0 ? told : [week.from.year];
  return years.map((one) => {
    const whole = Temporal.PlainYearMonth.from({ year: one, month });
    return nth === undefined ? partOfMonth(whole, third) : weekOfMonth(whole, nth);
  });
}

const MOST_WEEKS = 4;

/** Its first seven days, the seven after them and so on; or its last seven. */
function weekOfMonth(month: Temporal.PlainYearMonth, nth: number): DayRange {
  const first = nth < 0 ? month.daysInMonth - 6 : 7 * nth - 6;
  const from = month.toPlainDate({ day: first });
  return { from: from.toString(), to: from.add({ days: 6 }).toString() };
}

/** The first ten days, the ten in the middle, or the rest; all of them without a third. */
function partOfMonth(month: Temporal.PlainYearMonth, third: Point["third"]): DayRange {
  const [from, to] = [
    [1, 10],
    [11, 20],
    [21, month.daysInMonth],
  ][third ?? -1] ?? [1, month.daysInMonth];
  return {
    from: month.toPlainDate({ day: from ?? 1 }).toString(),
    to: month.toPlainDate({ day: to ?? 1 }).toString(),
  };
}

function wholeYear(year: number, third: Point["third"]): DayRange {
  const [from, to] = [
    ["01-01", "04-30"],
    ["05-01", "08-31"],
    ["09-01", "12-31"],
  ][third ?? -1] ?? ["01-01", "12-31"];
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

function weekdayIn(first: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
}

/** "mar" is March beside a year, or beside a day that is no Tuesday of the story's week. */
function isMonth({ weekday, day, year }: Point, week: ReturnType<typeof daySpan>): boolean {
  if (day === undefined) return year !== undefined;
  return eachDay(week.from, week.to).every((date) => date.day !== day || date.dayOfWeek !== weekday);
}

function weekendAt(day: Temporal.PlainDate): DayRange {
  const saturday = day.add({ days: 6 - day.dayOfWeek });
  return { from: saturday.toString(), to: saturday.add({ days: 1 }).toString() };
}

/** From the Monday before a day, or the day itself, to Sunday. */
function weekAt(day: Temporal.PlainDate): DayRange {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

function withoutWeek({ week, ...point }: Point): Point {
  return point.day === undefined && week ? { ...point, week } : point;
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function oneDay(date: Temporal.PlainDate): DayRange {
  return { from: date.toString(), to: date.toString() };
}

function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
