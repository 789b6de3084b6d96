import { readDay, type Calendar, type DayQuestion } from "../days.ts";
import { DAY_WORDS, type DayWord } from "../dayWords.ts";
import { missingDate, type MissingDate } from "../missingDate.ts";
import { byDays } from "../dayRanges.ts";
import { daySpan } from "../../story/dates.ts";
import type { TimeOfDay } from "../../story/dates.ts";
import { timeOf } from "../dayPhrases.ts";
import { dayTokens } from "../dayTokens.ts";

/** The days that a sentence names, the words that name them, and its other words. */
export interface FoundDays {
  day: DayQuestion | null;
  naming: string[];
  /** A date that it names and no calendar has: "31 novembre". */
  missing: MissingDate | null;
  rest: string[];
}

const LONGEST_SPAN = 8;

/**
 * Finds the days in the words of a sentence: "il y a eu quoi lundi 20 novembre au matin ?". Within a sentence
 * only what can hardly mean anything else is a day: a full name (Sam is a person, "mon" a pronoun, "may" a
 * verb), a date, a week-end; a bare number after "le", "the", "on"; a bare month or year after "in" or "en".
 */
export function findDays(words: readonly string[], calendar: Calendar): FoundDays {
  let rest = [...words];
  const naming: string[] = [];
  let day: DayQuestion | null = null;
  const nextDay = () => firstSpan(rest, (span) => dayOf(span, calendar));
  for (let found = nextDay(); found; found = nextDay()) {
    day = joined(day, found.meaning);
    naming.push(...rest.slice(found.from, found.to));
    rest = without(rest, found);
  }
  const mistaken = firstSpan(rest, (span) => missingDate(span.join(" "), calendar));
  if (mistaken) rest = without(rest, mistaken);
  const missing = mistaken?.meaning ?? null;
  if (day === null) return { day, naming, missing, rest };
  const time = timeIn(rest, calendar.zone);
  const part = day.part ?? time?.part;
  return {
    day: { ...day, ...(part && { part }) },
    naming,
    missing,
    rest: (time ? without(rest, time) : rest).filter((word) => kindOf(word) !== "part"),
  };
}

function joined(first: DayQuestion | null, second: DayQuestion): DayQuestion {
  const part = first?.part ?? second.part;
  const ranges = [...(first?.ranges ?? []), ...second.ranges];
  return {
    ranges: ranges.toSorted(byDays),
    ...(part && { part }),
  };
}

interface Span {
  from: number;
  to: number;
}

/** The longest words that can name a day and mean something to `read`, the first of them. */
function firstSpan<Meaning>(
  words: readonly string[],
  read: (span: readonly string[]) => Meaning | null,
): (Span & { meaning: Meaning }) | null {
  for (let length = Math.min(LONGEST_SPAN, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const span = words.slice(from, from + length);
      const meaning = isDaySpan(span, words[from - 1]) ? read(span) : null;
      if (meaning !== null) return { meaning, from, to: from + length };
    }
  }
  return null;
}

function without(words: readonly string[], { from, to }: Span): string[] {
  return [...words.slice(0, from), ...words.slice(to)];
}

function dayOf(span: readonly string[], calendar: Calendar): DayQuestion | null {
  const day = readDay(span.join(" "), calendar);
  const isBareNumber = span.length === 1 && kindOf(span[0] ?? "") === "number";
  return day !== null && isBareNumber && !isInWeek(day, calendar) ? null : day;
}

/** A bare number is a day of the story's week, or else no day at all: "le 3 contre 3". */
function isInWeek({ ranges }: DayQuestion, { week }: Calendar): boolean {
  const { from, to } = daySpan(week);
  return ranges.every((range) => from.toString() <= range.from && range.to <= to.toString());
}

const BEFORE_A_NUMBER = new Set(["le", "the", "on", "du", "au"]);
const BEFORE_A_MONTH = new Set(["en", "in", "of", "since", "depuis", "during", "for", "pour", "d", "de"]);
/** "Lundi" is a day wherever it stands; "mar" and "sam" only beside a date. */
const SHORTEST_SURE_WEEKDAY = 5;

/** Whether each word can be of a day, and one of them is sure to be. */
function isDaySpan(span: readonly string[], before: string | undefined): boolean {
  const kinds = span.map(kindOf);
  if (!kinds.every((kind) => kind !== null)) return false;
  if (kinds.slice(0, 1).some((kind) => NO_START.has(kind)) && !isWeekOfDate(kinds)) return false;
  if (kinds.slice(-1).some((kind) => NO_END.has(kind))) return false;
  if (isPartOfMonth(span, kinds)) return true;
  const has = (kind: WordKind) => kinds.includes(kind);
  if (has("ordinal")) return false;
  if (has("date") || has("weekend")) return true;
  if (span.some((word, n) => kinds[n] === "weekday" && word.length >= SHORTEST_SURE_WEEKDAY)) return true;
  if ((has("month") || has("weekday") || has("weekdayOrMonth")) && (has("number") || has("year")))
    return true;
  if (has("month")) return before !== undefined && BEFORE_A_MONTH.has(before);
  if (span.length > 1 || before === undefined) return false;
  return has("year") ? BEFORE_A_MONTH.has(before) : BEFORE_A_NUMBER.has(before);
}

/** "Début décembre", "the first week of December", but not "in the end may": the part comes first, the month behind it. */
function isPartOfMonth(span: readonly string[], [first, ...others]: readonly (WordKind | null)[]): boolean {
  const month = others.findIndex((kind) => kind === "month");
  const between = others.slice(0, Math.max(0, month));
  const isJoined = between.every((kind) => kind === "skip" || kind === "to");
  if (month < 0 || others.slice(month + 1).some((kind) => kind !== "year" && kind !== "skip")) return false;
  if (first === "third") return isJoined && (between.length > 0 || !ANY_WORD.has(span[month + 1] ?? ""));
  return (
    (first === "ordinal" || first === "number") &&
    between[0] === "week" &&
    between.slice(1).every((kind) => kind === "skip")
  );
}

/** Names of months that are other words as well. */
const ANY_WORD = new Set(["may", "march", "mars"]);

/** "Semaine du 20 novembre", "week of the 20th": no "week after", nor "week until". */
function isWeekOfDate([first, ...others]: readonly (WordKind | null)[]): boolean {
  const isOfDate = (kind: WordKind | null) => kind !== null && OF_A_DATE.has(kind);
  return (
    first === "week" && others.every(isOfDate) && others.some((kind) => kind === "number" || kind === "date")
  );
}

const OF_A_DATE = new Set<WordKind>(["skip", "weekday", "number", "month", "year", "date"]);

type WordKind = "date" | "year" | "number" | DayWord["kind"];

/** What a word can be within a day; null for all others. */
function kindOf(word: string): WordKind | null {
  if (/^\d{1,2}\/\d{1,2}(?:\/\d{4})?$|^\d{4}-\d{2}-\d{2}$/.test(word)) return "date";
  if (/^(?:19|20)\d{2}$/.test(word)) return "year";
  if (/^\d{1,2}(?:er|ere|re|st|nd|rd|th|eme|e)?$/.test(word)) return "number";
  if (HOUR.test(word)) return "part";
  return DAY_WORDS.get(word)?.kind ?? null;
}

/** "21h30", "4pm" */
const HOUR = /^\d{1,2}(?:h(?:\d\d)?|[ap]m)$/;

const NO_START = new Set<WordKind>(["to", "skip", "part", "and", "week"]);
const NO_END = new Set<WordKind>([...NO_START, "ordinal", "third", "relation", "until", "between"]);

/** The first part of a day or hour among words, with a word before it that says whether before or after. */
function timeIn(words: readonly string[], zone: string): (Span & { part: TimeOfDay }) | null {
  for (const [at, word] of words.entries()) {
    if (kindOf(word) !== "part") continue;
    const token = dayTokens(word, zone)
      .map((found) => found.token)
      .find(({ kind }) => kind === "part");
    if (token?.kind !== "part") continue;
    const before = DAY_WORDS.get(words[at - 1] ?? "");
    const relation =
      before?.kind === "relation" ? before.relation : before?.kind === "until" ? "until" : null;
    return { part: timeOf(token, relation), from: relation === null ? at : at - 1, to: at + 1 };
  }
  return null;
}
