import { DAY_WORDS } from "../dayWords.ts";
import { numberNamed } from "../numberWords.ts";
import type { Grammar, GrammarGroup } from "./grammar.ts";
import { placedWords, type PlacedWord } from "./placedWords.ts";

/** A time that is told by an event: "deux jours après son renvoi", "le jour de la lettre". */
export interface RelativeDay {
  /** How many days after the event, at least and at most; below 0 before it, 0 on its day. */
  least: number;
  most: number;
  /** The weekday among those days that is meant, Monday is 1; null where all of them are. */
  weekday: number | null;
  /** The words that name the event. */
  event: string;
  /** The rest of the text. */
  rest: string;
}

/** What comes after an event or before it, with no word of how long: "avant le renvoi". */
export interface OpenTime {
  direction: Direction;
  event: string;
  rest: string;
}

/** A time between two events: "entre le renvoi et le retour". */
export interface BetweenEvents {
  first: string;
  last: string;
  rest: string;
}

/** 1 for what comes after an event, −1 for what comes before. */
type Direction = 1 | -1;

/** A text whose words are read in their places. */
interface Reading {
  text: string;
  places: readonly PlacedWord[];
  words: readonly string[];
  grammar: Grammar;
}

/** The time in a text that is told by an event; null where there is none. */
export function relativeDayIn(text: string, grammar: Grammar): RelativeDay | null {
  const reading = readingOf(text, grammar);
  return firstOf(reading, (at) => {
    const span = countedAt(reading, at) ?? namedAt(reading, at) ?? weekdayAt(reading, at);
    if (span === null) return null;
    const { end, ...time } = span;
    const told = eventBehind(reading, at, end);
    return told && { ...time, ...told };
  });
}

/** What of a text is after an event or before it, without how long; null where nothing is. */
export function openTimeIn(text: string, grammar: Grammar): OpenTime | null {
  const reading = readingOf(text, grammar);
  return firstOf(reading, (at) => {
    const found = directionAt(reading, at);
    const told = found && eventBehind(reading, at, found.end);
    return told && { direction: found.direction, ...told };
  });
}

/** The time in a text between two events; null where there is none. */
export function betweenEventsIn(text: string, grammar: Grammar): BetweenEvents | null {
  const reading = readingOf(text, grammar);
  const { places, words } = reading;
  return firstOf(reading, (at) => {
    const begin = at + grammar.lengthAt("between", words, at);
    if (begin === at) return null;
    const and = words.findIndex((_, n) => n > begin && grammar.lengthAt("and", words, n) > 0);
    if (and < 0 || endOfEvent(reading, begin, and - begin) < and) return null;
    const told = eventBehind(reading, at, and + grammar.lengthAt("and", words, and));
    return (
      told && {
        first: text.slice(places[begin]?.from, places[and - 1]?.to),
        last: told.event,
        rest: told.rest,
      }
    );
  });
}

/** Whether a text tells a time by an event, of the story or not, or asks for it. */
export function namesDaysByEvent(text: string, grammar: Grammar): boolean {
  if (grammar.isIn("question-word", readingOf(text, grammar).words)) return true;
  return [relativeDayIn, betweenEventsIn, openTimeIn].some((find) => find(text, grammar) !== null);
}

function readingOf(text: string, grammar: Grammar): Reading {
  const places = placedWords(text);
  return { text, places, words: places.map(({ word }) => word), grammar };
}

/** What is found at the first word where something is. */
function firstOf<Found>({ words }: Reading, find: (at: number) => Found | null): Found | null {
  for (const at of words.keys()) {
    const found = find(at);
    if (found !== null) return found;
  }
  return null;
}

/** A time by an event, and the word with which the words for the event begin. */
interface Span extends Pick<RelativeDay, "least" | "most" | "weekday"> {
  end: number;
}

/** Days in a unit of time, and how many more or fewer are meant as well. */
const UNITS: readonly [unit: GrammarGroup, days: number, give: number][] = [
  ["unit-hours", 0, 1],
  ["unit-days", 1, 0],
  ["unit-weeks", 7, 0],
  ["unit-months", 30, 15],
  ["unit-years", 365, 60],
];
/** "Quelques", "a few": as many as this, give or take one less. */
const SOME = 3;
/** A number of more words is none of days: "vingt et un". */
const LONGEST_NUMBER = 3;

/** "Deux jours après", "a few hours before". */
function countedAt(reading: Reading, at: number): Span | null {
  const { words, grammar } = reading;
  const some = grammar.lengthAt("some", words, at);
  const number = numberAt(words, at);
  const afterCount = at + (some || number.length);
  const unit = UNITS.find(([group]) => grammar.lengthAt(group, words, afterCount) > 0);
  if (afterCount === at || unit === undefined) return null;
  const [group, days, give] = unit;
  const found = directionAt(reading, afterCount + grammar.lengthAt(group, words, afterCount));
  if (found === null) return null;
  const count = some > 0 ? SOME : number.value;
  const slack = give + (some > 0 ? days * (SOME - 1) : 0);
  // Nothing that came after an event came before it.
  const [near, far] = [Math.max(0, count * days - slack), count * days + slack];
  return { ...spanOf(found.direction, near, far), weekday: null, end: found.end };
}

function numberAt(words: readonly string[], at: number): { value: number; length: number } {
  for (let length = LONGEST_NUMBER; length > 0; length -= 1) {
    const value = numberNamed(words.slice(at, at + length).join("-"));
    if (value !== undefined) return { value, length };
  }
  return { value: 0, length: 0 };
}

/** Times of a name of their own, and how many days they are after an event. */
const NAMED: readonly [group: GrammarGroup, days: number][] = [
  ["on-the-day-of", 0],
  ["the-day-after", 1],
  ["two-days-after", 2],
  ["the-day-before", -1],
  ["two-days-before", -2],
];

/** "Le lendemain du", "on the day of": the longest that begins at a word. */
function namedAt({ words, grammar }: Reading, at: number): Span | null {
  const found = NAMED.map(([group, days]) => ({ days, length: grammar.lengthAt(group, words, at) }));
  const [longest] = found.toSorted((a, b) => b.length - a.length);
  if (!longest || longest.length === 0) return null;
  return { least: longest.days, most: longest.days, weekday: null, end: at + longest.length };
}

/** "Le lundi après", "the Thursday before": within the week. */
function weekdayAt(reading: Reading, at: number): Span | null {
  const word = reading.words[at] ?? "";
  const meant = DAY_WORDS.get(word);
  if (meant?.kind !== "weekday" || word.length < SHORTEST_WEEKDAY) return null;
  const found =
    directionAt(reading, at + 1) ?? (reading.words[at + 1] === "d" ? directionAt(reading, at + 2) : null);
  return found && { ...spanOf(found.direction, 1, 7), weekday: meant.weekday, end: found.end };
}

/** The full name of a day, and no short form: "sam" is a person. */
const SHORTEST_WEEKDAY = 5;

function directionAt({ words, grammar }: Reading, at: number): { direction: Direction; end: number } | null {
  // "Vendredi après-midi", "d'après le podcast".
  const isTurn =
    grammar.lengthAt("no-direction", words, at) > 0 || grammar.lengthAt("no-direction", words, at - 1) > 1;
  if (isTurn) return null;
  const after = grammar.lengthAt("after", words, at);
  if (after > 0) return { direction: 1, end: at + after };
  const before = grammar.lengthAt("before-that", words, at);
  return before > 0 ? { direction: -1, end: at + before } : null;
}

function spanOf(direction: Direction, near: number, far: number): Pick<RelativeDay, "least" | "most"> {
  return direction > 0 ? { least: near, most: far } : { least: -far, most: -near };
}

const MOST_WORDS = 8;
/** A sign at which the words for an event end. */
const SIGN = /[,;:?!.]/;

/** The words for an event that begin at a word, where the time before them begins at another; null where there are none. */
function eventBehind(reading: Reading, start: number, begin: number): { event: string; rest: string } | null {
  const { text, places } = reading;
  const end = endOfEvent(reading, begin, MOST_WORDS);
  const [first, last] = [places[begin], places[end - 1]];
  if (end === begin || !first || !last) return null;
  const before = text.slice(0, places[withLead(reading, start)]?.from);
  return { event: text.slice(first.from, last.to), rest: withoutSigns(before + text.slice(last.to)) };
}

/** Behind the last word for an event: at a sign, or where the question itself begins. */
function endOfEvent({ text, places, words, grammar }: Reading, begin: number, most: number): number {
  if (begin > 0 && SIGN.test(text.slice(places[begin - 1]?.to, places[begin]?.from))) return begin;
  for (let at = begin; at < Math.min(words.length, begin + most); at += 1) {
    const isSigned = at > begin && SIGN.test(text.slice(places[at - 1]?.to, places[at]?.from));
    const isAsking = (["question-word", "asks-on"] as const).some(
      (group) => grammar.lengthAt(group, words, at) > 0,
    );
    if (isSigned || isAsking) return at;
  }
  return Math.min(words.length, begin + most);
}

/** The word with which a time begins: "au" of "au lendemain", "on the" of "on the eve". */
function withLead({ words, grammar }: Reading, start: number): number {
  const before = words.slice(0, start);
  const lead = [2, 1].find((length) => grammar.lengthAt("at-the-time", before, start - length) === length);
  return start - (lead ?? 0);
}

function withoutSigns(rest: string): string {
  return rest
    .replace(/^[\s,;:.]+/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
