import type { StoryCalendar } from "../calendar.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex } from "./askIndex.ts";
import { bestTexts, type BestText } from "./bestTexts.ts";
import { massOf } from "./concepts.ts";
import { fitOf, suits } from "./fit.ts";
import { shareHeld, shareIn } from "./held.ts";
import type { IndexedEntry } from "./indexedEntries.ts";
import type { Concept } from "./lexicon.ts";
import { isOnDays } from "./onDays.ts";
import type { Unit } from "./texts.ts";
import type { Question } from "./understand.ts";

/** How well an entry answers a question. */
export interface Match {
  entry: IndexedEntry;
  /** Its text that fits best. */
  unit: Unit;
  /** How far it holds each concept of the question: 1 in that text, less elsewhere, 0 nowhere. */
  held: ReadonlyMap<Concept, number>;
  /** Concepts of the question that the entry does not hold at all. */
  missing: readonly Concept[];
  /** The order among entries. */
  score: number;
  /** How like the question its nearest texts are, the nearest first: 0 to 1. */
  likeness: readonly number[];
}

/** Entries that are looked at closely: what fits worse is never the answer. */
const MOST_MATCHES = 40;

/** A day named beside something else favours what happened on it. */
const ON_THE_DAY = 1.2;

/** Ranks the entries that share a concept with a question, best first. */
export function rank(question: Question, index: AskIndex, calendar: StoryCalendar): Match[] {
  const isOnDay = onDayOf(question, index, calendar);
  const matches = bestTexts(question, index, MOST_MATCHES).map((best) => {
    const match = matchOf(best, question, index);
    return isOnDay(match.entry) ? { ...match, score: match.score * ON_THE_DAY } : match;
  });
  return matches.toSorted((a, b) => b.score - a.score);
}

/** Tells the events and quotes of the days that are named; whether something was on a day is not for the day to say. */
function onDayOf(
  { day, asksWhether }: Question,
  { story }: AskIndex,
  calendar: StoryCalendar,
): (entry: IndexedEntry) => boolean {
  if (day === null || asksWhether) return () => false;
  const events = new Set(timelineOf(day, calendar).days.flatMap((one) => one.events));
  return ({ ref: { type, id } }) => {
    if (type === "event") return events.has(id);
    const said = type === "quote" ? story.quotes.get(id)?.when : null;
    return said ? isOnDays(said, day.ranges, calendar.zone) : false;
  };
}

function matchOf({ unit, likeness }: BestText, question: Question, index: AskIndex): Match {
  const { concepts, dayConcepts } = question;
  const { lexicon, weightOf } = index;
  const entry = index.entries[unit.entry] as IndexedEntry;
  const held = new Map(concepts.map((concept) => [concept, shareHeld(concept, unit, entry, index)]));
  const holds = (concept: Concept) => unit.concepts.includes(concept);
  const covered = massOf(held.keys(), weightOf, (concept) => held.get(concept) ?? 0);
  const shared = massOf(concepts, weightOf, (concept) => shareIn(concept, holds, lexicon));
  const named = Math.min(1, shared / unit.mass);
  const form = { ...unit, isOfDay: dayConcepts.some(holds) };
  const fit = fitOf(covered / massOf(concepts, weightOf), named, form, question);
  return {
    entry,
    unit,
    held,
    missing: concepts.filter((concept) => !entry.holds(concept)),
    likeness,
    score: fit * suits(entry.ref, question, index) * (1 + 0.01 * entry.weight),
  };
}
