import edtf from "edtf";

/** A part of the day, where no hour is known. */
export const DAY_PARTS = ["night", "morning", "afternoon", "evening"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** When something happened, as exactly as the record knows. */
export interface When {
  /** The first instant at which it can have happened, and the first at which it can't any more. */
  start: Temporal.Instant;
  end: Temporal.Instant;
  /** What the record knows: an hour, one part of a day, a day, several days, or only a month or year. */
  precision: "hour" | "part" | "day" | "days" | "month" | "year";
  approximate: boolean;
  /** The calendar days as they were counted where the date comes from; absent for hours. */
  counted?: {
    from: Temporal.PlainDate;
    to: Temporal.PlainDate;
    zone: string;
    part?: DayPart;
    /** It goes on, and nothing tells how long. */
    open?: true;
  };
}

export interface Dated {
  date: string;
  zone?: string | undefined;
  part?: DayPart | undefined;
  about?: true | undefined;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/;
/** EDTF has more (seasons, sets, unknown digits); a story needs days, months, years and their intervals. */
const CALENDAR = /^\d{4}(-\d{2}){0,2}[~?%]?(\/(\.\.|\d{4}(-\d{2}){0,2}[~?%]?))?$/;
/** A day, some days or a month, which most dates are. */
const PLAIN = /^\d{4}-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?[~?%]?$/;

/** Half-open hours of each part of a day, in the zone of the date. */
export const PART_HOURS: Record<DayPart, readonly [from: number, to: number]> = {
  night: [0, 6],
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 24],
};

/** A part of the day, or the hours from one to another: "16-24". */
export type TimeOfDay = DayPart | `${number}-${number}`;

/** Whether it is a part of the day rather than hours. */
export function isDayPart(time: TimeOfDay): time is DayPart {
  return Object.hasOwn(PART_HOURS, time);
}

/** The hours from which and to which a time of day goes; null for a text that is none. */
export function hoursOf(time: string): readonly [from: number, to: number] | null {
  if (Object.hasOwn(PART_HOURS, time)) return PART_HOURS[time as DayPart];
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(time) ?? [];
  const hours = [Number(from), Number(to)] as const;
  return hours[0] < hours[1] && hours[1] <= 24 ? hours : null;
}

/** Whether a text is a date as the story's files write it: a UTC instant, or EDTF without an hour. */
export function isStoryDate(text: string): boolean {
  try {
    if (INSTANT.test(text)) return Temporal.Instant.from(text) instanceof Temporal.Instant;
    if (PLAIN.test(text)) return plainDays(text).from instanceof Temporal.PlainDate;
    return CALENDAR.test(text) && ["Date", "Interval"].includes(edtf(text).type);
  } catch {
    return false;
  }
}

/** Whether a story date is a day, or some days: what is counted in a zone. */
export function isDays(date: string): boolean {
  const { precision } = when({ date });
  return precision === "day" || precision === "days";
}

/** Whether a text names an IANA time zone, like Europe/Paris; an offset names none. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId !== "";
  } catch {
    return false;
  }
}

/**
 * Reads a story date (see isStoryDate) with the zone it was counted in, UTC where none is given.
 * An open interval ("2026-01-23/..") ends with its first day.
 */
export function when({ date, zone = "UTC", part, about }: Dated): When {
  if (date.includes("T")) {
    const start = Temporal.Instant.from(date);
    return { start, end: start.add({ minutes: 1 }), precision: "hour", approximate: about === true };
  }
  const { from: first, to: last, fields } = PLAIN.test(date) ? plainDays(date) : edtfDays(date);
  const open = date.endsWith("..");
  const counted = { from: first, to: last, zone, ...(part && { part }), ...(open && { open }) };
  const hours = part ? PART_HOURS[part] : ([0, 24] as const);
  return {
    start: atHour(first, hours[0], zone),
    end: atHour(last, hours[1], zone),
    precision: part ? "part" : precisionOf(fields, first.equals(last)),
    approximate: about === true || /[~?%]/.test(date),
    counted,
  };
}

/**
 * The days of a zone on which something is shown: the day of its hour; else, for each day that was
 * counted, the day of this zone that holds most of it. Empty for what is known by month or year only.
 */
export function daysIn(
  time: When,
  zone: string,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  if (time.precision === "month" || time.precision === "year") return null;
  if (!time.counted) {
    const day = time.start.toZonedDateTimeISO(zone).toPlainDate();
    return { from: day, to: day };
  }
  if (time.precision === "part") {
    const day = middle(time.start, time.end).toZonedDateTimeISO(zone).toPlainDate();
    return { from: day, to: day };
  }
  return {
    from: mostOf(time.counted.from, time.counted.zone, zone),
    to: mostOf(time.counted.to, time.counted.zone, zone),
  };
}

/** The bounds of a text in the form from/to, two ISO days. Throws a RangeError on another form. */
export function daySpan(text: string): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const [from, to] = text.split("/");
  if (!from || !to) throw new RangeError(`not two days: ${text}`);
  return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

/** The days from one to another, both included. */
export function eachDay(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

/**
 * The instant that an X post's id holds: its upper bits count milliseconds from 2010-11-04T01:42:54.657Z.
 */
export function instantOfPost(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number((BigInt(id) >> 22n) + 1288834974657n));
}

interface Days {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** The fields of the date; undefined for several dates. */
  fields: number | undefined;
}

function edtfDays(date: string): Days {
  const { min, max, precision } = edtf(date);
  const from = utcDay(min);
  return { from, to: Number.isFinite(max) ? utcDay(max) : from, fields: precision };
}

/** The same for a plain date: many times as fast as by the grammar of EDTF. */
function plainDays(date: string): Days {
  const [first = "", last] = date.replace(/[~?%]$/, "").split("/");
  const from = Temporal.PlainDate.from(first.padEnd(10, "-01"));
  if (last !== undefined) return { from, to: dayAfter(from, last), fields: undefined };
  const isMonth = first.length < 10;
  return { from, to: isMonth ? from.with({ day: from.daysInMonth }) : from, fields: isMonth ? 2 : 3 };
}

/** Throws a RangeError for a day that is not after the other, as EDTF does. */
function dayAfter(from: Temporal.PlainDate, text: string): Temporal.PlainDate {
  const to = Temporal.PlainDate.from(text);
  if (Temporal.PlainDate.compare(to, from) <= 0)
    throw new RangeError(`${text} is not after ${from.toString()}`);
  return to;
}

/** EDTF counts precision in fields: 1 year, 2 month, 3 day. */
function precisionOf(fields: number | undefined, oneDay: boolean): When["precision"] {
  if (fields === 1) return "year";
  if (fields === 2) return "month";
  return oneDay ? "day" : "days";
}

/** An hour of a day; 24 is the next midnight. */
function atHour(day: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  const plain = hour === 24 ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime({ hour });
  return plain.toZonedDateTime(zone).toInstant();
}

function utcDay(milliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO("UTC").toPlainDate();
}

function mostOf(day: Temporal.PlainDate, counted: string, shown: string): Temporal.PlainDate {
  const from = day.toZonedDateTime({ timeZone: counted });
  return middle(from.toInstant(), from.add({ days: 1 }).toInstant())
    .toZonedDateTimeISO(shown)
    .toPlainDate();
}

/** Where midnight halves a span, the middle belongs to the day on which it ends. */
function middle(from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((from.epochMilliseconds + to.epochMilliseconds) / 2);
}
