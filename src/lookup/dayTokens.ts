import { PART_HOURS } from "../story/dates.ts";
import type { DayPart } from "../story/schema.ts";
import { ABBREVIATIONS } from "./cities.ts";
import { withDigits } from "./numberWords.ts";
import { DAY_WORDS, mistypedDayWord, type DayWord } from "./dayWords.ts";

/** A piece of a typed day. */
export type DayToken =
  | DayWord
  | { kind: "number"; value: number }
  | { kind: "year"; year: number }
  /** Month 0 is no month: the checks of real dates come later. */
  | { kind: "date"; day?: number; month: number; year?: number }
  /** Between two dates of ISO 8601 all that lies between them, else one or the other. */
  | { kind: "slash" }
  /** The IANA zone of an hour: "8pm PST". */
  | { kind: "zone"; zone: string }
  | { kind: "unknown" };

/** How a token was found: `sure` words are day words beyond doubt. */
export interface FoundToken {
  token: DayToken;
  sure: boolean;
}

/** A day needs no more; the rest of a longer text is not read. */
const LONGEST_TEXT = 200;

type Pattern = [RegExp, (parts: (string | undefined)[], zone: string) => FoundToken[]];

const sure = (token: DayToken): FoundToken[] => [{ token, sure: true }];
const plain = (token: DayToken): FoundToken[] => [{ token, sure: false }];

/** Behind an hour, an abbreviation of its zone. */
const ZONE = `(?:\\s*(${Object.keys(ABBREVIATIONS).join("|")})(?!\\p{L}))?`;

/** The forms in which people write days, the longer ones first; each is tried where the one before ended. */
const PATTERNS: Pattern[] = [
  // A time stamp of Discord's: https://discord.com/developers/docs/reference#message-formatting
  [/<t:(\d{1,11})(?::\w)?>/y, ([seconds], zone) => sure(dayAt(Number(seconds) * 1000, zone))],
  [
    /(\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:\d\d))/y,
    ([instant = ""], zone) => sure(dayAt(Date.parse(instant.toUpperCase()), zone)),
  ],
  [/(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?!\d)/y, ([y, , m, d]) => sure(date(d, m, y))],
  [/(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)/y, ([a, , b, y]) => sure(dayFirst(a, b, y))],
  [/(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?!\d)/y, ([a, , b, y]) => sure(dayFirst(a, b, `20${y}`))],
  [/((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/y, ([y, m, d]) => sure(date(d, m, y))],
  [
    /(\d{1,2})-(\p{L}{3,9})-(\d{4}|\d{2})(?!\d)/uy,
    ([d = "", month = "", y = ""]) => [
      ...number(d),
      ...word(month),
      ...number(y.length === 2 ? `20${y}` : y),
    ],
  ],
  [/(\d{4})[-/](0?[1-9]|1[0-2])(?!\d|-|\s*\p{L})/uy, ([y, m]) => sure(date(undefined, m, y))],
  [/(0?[1-9]|1[0-2])[/.-](\d{4})(?!\d)/y, ([m, y]) => sure(date(undefined, m, y))],
  [
    /(1[3-9]|[23]\d)\/(1[3-9]|[23]\d)(?!\d)/y,
    ([a = "", b = ""]) => [...number(a), ...plain({ kind: "to" }), ...number(b)],
  ],
  [/(\d{1,2})[/.](\d{1,2})(?!\d)/y, ([a, b]) => plain(dayFirst(a, b, undefined))],
  // In French "est" behind an hour is a verb.
  [/(\d{1,2})\s?h(?:eures?)?(?:\s?\d\d)?(?![\p{L}\d])(?:\s*([ap]m)(?!\p{L}))?/uy, hour],
  [new RegExp(`(\\d{1,2}):\\d\\d(?::\\d\\d)?(?![\\p{L}\\d])(?:\\s*([ap]m)(?!\\p{L}))?${ZONE}`, "uy"), hour],
  [new RegExp(`(\\d{1,2})(?::\\d\\d)?\\s?([ap]m)(?!\\p{L})${ZONE}`, "uy"), hour],
  [/(\d+)(?:(?:er|ere|re|st|nd|rd|th|eme|e)(?!\p{L}))?(?!\d)/uy, ([digits = ""]) => number(digits)],
  [/week[\s-]*end/y, () => sure({ kind: "weekend" })],
  // The days that a story is about are its week.
  [/(?:crise|crisis)(?!\p{L})/uy, () => plain({ kind: "week" })],
  [/apres[\s-]*midi/y, () => plain({ kind: "part", part: "afternoon" })],
  [/(\p{L}+)/uy, ([letters = ""]) => word(letters)],
  [/\.{2,}|[-–—→~>]+/uy, () => plain({ kind: "to" })],
  [/\//y, () => plain({ kind: "slash" })],
  [/[,;+&]/y, () => plain({ kind: "and" })],
];

/**
 * Cuts a typed text into the pieces of a day: words, numbers, dates and hours in the ways in which people
 * write them in French and English. `zone` is the one in which an instant ("2023-11-20T07:53:28Z") is read.
 */
export function dayTokens(text: string, zone: string): FoundToken[] {
  const folded = text
    .slice(0, LONGEST_TEXT)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    // What a suggestion says behind its day: "lundi 20 novembre 2023 — 30 événements".
    .replace(/\s—\s*\d+ (?:evenements?|events?)\s*$/, "")
    .replace(/^\s*((?:le|ce|du)\s+)?w[-./]?e\s*$/, "weekend");
  const typed = withDigits(folded);
  const found: FoundToken[] = [];
  for (let at = 0; at < typed.length;) {
    const { tokens, length } = next(typed, at, zone);
    found.push(...tokens);
    at += length;
  }
  return found;
}

function next(typed: string, at: number, zone: string): { tokens: FoundToken[]; length: number } {
  for (const [pattern, read] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(typed);
    if (match) return { tokens: read(match.slice(1), zone), length: match[0].length };
  }
  return { tokens: [], length: 1 };
}

function word(letters: string): FoundToken[] {
  const known = DAY_WORDS.get(letters);
  if (known) {
    const named = known.kind === "weekday" || known.kind === "month" || known.kind === "weekend";
    return [{ token: known, sure: named && letters.length >= 5 }];
  }
  return plain(mistypedDayWord(letters) ?? { kind: "unknown" });
}

function number(digits: string): FoundToken[] {
  const value = Number(digits);
  // No month has a day 0 or 32: such a date is found missing when its month is known.
  if (digits.length <= 2) return plain({ kind: "number", value });
  if (digits.length === 4 && value >= 1900 && value <= 2100) return plain({ kind: "year", year: value });
  return plain({ kind: "unknown" });
}

/** Of an abbreviation for several zones the first is meant; the answer says which that is. */
function hour([hours, half, zone = ""]: (string | undefined)[]): FoundToken[] {
  const clock = (Number(hours) % (half ? 12 : 24)) + (half === "pm" ? 12 : 0);
  const part = (Object.keys(PART_HOURS) as DayPart[]).find(
    (one) => PART_HOURS[one][0] <= clock && clock < PART_HOURS[one][1],
  );
  const [meant] = ABBREVIATIONS[zone] ?? [];
  return [
    ...plain(part ? { kind: "part", part, hour: clock } : { kind: "unknown" }),
    ...(meant ? plain({ kind: "zone", zone: meant }) : []),
  ];
}

/** Day first as in Europe; month first only where it can't be otherwise. */
function dayFirst(a: string | undefined, b: string | undefined, year: string | undefined): DayToken {
  return Number(b) > 12 ? date(b, a, year) : date(a, b, year);
}

function date(day: string | undefined, month: string | undefined, year: string | undefined): DayToken {
  return {
    kind: "date",
    month: Number(month),
    ...(day !== undefined && { day: Number(day) }),
    ...(year !== undefined && { year: Number(year) }),
  };
}

function dayAt(milliseconds: number, zone: string): DayToken {
  if (Number.isNaN(milliseconds)) return { kind: "unknown" };
  const { day, month, year } = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return { kind: "date", day, month, year };
}
