import { entryKey } from "../../story/entryRef.ts";
import type { StoryCalendar } from "../calendar.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex, IndexedEntry, Unit } from "./askIndex.ts";
import { bestTexts, type BestText } from "./bestTexts.ts";
import { massOf } from "./concepts.ts";
import { fitOf, suits } from "./fit.ts";
import { shareHeld, shareIn } from "./held.ts";
import type { Concept } from "./lexicon.ts";
import { isOnDays } from "./onDays.ts";
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
  const onDay = entriesOf(question, index, calendar);
  const isOnDay = ({ entry: { ref } }: Match) => ref.type !== "untold" && onDay.has(entryKey(ref));
  const nearest = bestTexts(question, index)
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, MOST_MATCHES);
  const matches = nearest.map((best) => {
    const match = matchOf(best, question, index);
    return isOnDay(match) ? { ...match, score: match.score * ON_THE_DAY } : match;
  });
  return matches.toSorted((a, b) => b.score - a.score);
}

/** The events and quotes of the days that are named; whether something was on a day is not for the day to say. */
function entriesOf(
  { day, asksWhether }: Question,
  { story }: AskIndex,
  calendar: StoryCalendar,
): Set<string> {
  if (day === null || asksWhether) return new Set();
  const days = timelineOf(day, calendar).days;
  const said = [...story.quotes.values()].filter(
    ({ when }) => when !== null && isOnDays(when, day.ranges, calendar.zone),
  );
  return new Set([
    ...days.flatMap(({ events }) => events.map((id) => entryKey({ type: "event", id }))),
    ...said.map(({ id }) => entryKey({ type: "quote", id })),
  ]);
}

function matchOf({ unit, likeness }: BestText, question: Question, index: AskIndex): Match {
  const { concepts } = question;
  const { lexicon, weightOf } = index;
  const entry = index.entries[unit.entry] as IndexedEntry;
  const held = new Map(concepts.map((concept) => [concept, shareHeld(concept, unit, entry, index)]));
  const holds = (concept: Concept) => unit.concepts.includes(concept);
  const covered = massOf(held.keys(), weightOf, (concept) => held.get(concept) ?? 0);
  const shared = massOf(concepts, weightOf, (concept) => shareIn(concept, holds, lexicon));
  const named = Math.min(1, shared / unit.mass);
  const fit = fitOf(covered / massOf(concepts, weightOf), named, unit, question);
  return {
    entry,
    unit,
    held,
    missing: concepts.filter((concept) => !entry.all.has(concept)),
    likeness,
    score: fit * suits(entry.ref, question, index) * (1 + 0.01 * entry.weight),
  };
}
