import type { StoryCalendar } from "../calendar.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex, IndexedEntry, Unit } from "./askIndex.ts";
import type { EntryRef, EntryType } from "../../story/entryRef.ts";
import { isCounting, type Kind } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** How well an entry answers a question. */
export interface Match {
  entry: IndexedEntry;
  /** Its text that fits best. */
  unit: Unit;
  /** How far it holds each concept of the question: 1 in that text, less elsewhere, 0 nowhere. */
  held: ReadonlyMap<Concept, number>;
  /** How surely it answers: 0 to 1. */
  sure: number;
  /** The share of the entry's best text that the question names: 0 to 1. */
  named: number;
  /** Concepts of the question that the entry does not hold at all. */
  missing: readonly Concept[];
  /** The order among entries. */
  score: number;
}

/** A concept counts fully in the text that fits best, less in the entry's phrasings, little in the rest of it. */
export const ELSEWHERE_ASKED = 0.6;
const ELSEWHERE_TOLD = 0.4;
/** A concept near to the one that is asked counts less. */
const NEARLY = 0.7;
/** A sentence that an entry tells is no phrasing by which people ask for it. */
const TOLD = 0.85;

/** Ranks the entries that share a concept with a question, best first. */
export function rank(question: Question, index: AskIndex, calendar: StoryCalendar): Match[] {
  const onDay = eventsOf(question, calendar);
  const matches = [...bestUnits(question, index).values()].map(({ unit }) => {
    const match = matchOf(unit, question, index);
    return onDay.has(match.entry.ref.id) ? { ...match, score: match.score * ON_THE_DAY } : match;
  });
  return matches.toSorted((a, b) => b.score - a.score);
}

/** A day named beside something else favours what happened on it. */
const ON_THE_DAY = 1.2;

function eventsOf({ day }: Question, calendar: StoryCalendar): Set<string> {
  if (day === null) return new Set();
  return new Set(timelineOf(day, calendar).days.flatMap(({ events }) => events));
}

function bestUnits(question: Question, index: AskIndex): Map<number, { unit: Unit; fit: number }> {
  const shared = new Map<number, number>();
  for (const concept of question.concepts) {
    const weight = index.weightOf(concept);
    const own = index.unitsWith(concept);
    for (const n of own) shared.set(n, (shared.get(n) ?? 0) + weight);
    for (const n of unitsNear(concept, own, index)) shared.set(n, (shared.get(n) ?? 0) + NEARLY * weight);
  }
  const best = new Map<number, { unit: Unit; fit: number }>();
  const total = massOf(question.concepts, index);
  for (const [n, mass] of shared) {
    const unit = index.units[n] as Unit;
    const fit = fitOf(mass / total, Math.min(1, mass / unit.mass), unit, question);
    if (fit > (best.get(unit.entry)?.fit ?? 0)) best.set(unit.entry, { unit, fit });
  }
  return best;
}

/** The texts that hold not a concept but one near to it. */
function unitsNear(concept: Concept, own: readonly number[], { unitsWith, lexicon }: AskIndex): Set<number> {
  const near = new Set(lexicon.nearTo(concept).flatMap((other) => unitsWith(other)));
  if (near.size > 0) for (const n of own) near.delete(n);
  return near;
}

function shareIn(concepts: ReadonlySet<Concept>, concept: Concept, { lexicon }: AskIndex): number {
  if (concepts.has(concept)) return 1;
  return lexicon.nearTo(concept).some((other) => concepts.has(other)) ? NEARLY : 0;
}

/** Most of it is how much of the question a text holds, the rest how little else it speaks of. */
function sureOf(covered: number, named: number, { role, kind }: Unit, { kinds }: Question): number {
  const counting = isCounting(kinds[0]) && !isCounting(kind) ? NOT_COUNTING : 1;
  return covered * (0.7 + 0.3 * named) * (role === "told" ? TOLD : 1) * counting;
}

/** "How many" is rarely answered by a text that is not asked with "how many", or "how long". */
const NOT_COUNTING = 0.8;

const SAME_KIND = 1.15;
const SAME_DAY = 1.3;
/** Of two texts that fit as well, the one that an entry is called by. */
const TITLE = 1.01;

function fitOf(covered: number, named: number, unit: Unit, question: Question): number {
  const sameKind = unit.kind !== null && unit.kind === question.kinds[0];
  const sameDay = question.dayConcepts.some((concept) => unit.concepts.has(concept));
  return (
    sureOf(covered, named, unit, question) *
    (sameKind ? SAME_KIND : 1) *
    (sameDay ? SAME_DAY : 1) *
    (unit.role === "title" ? TITLE : 1)
  );
}

function matchOf(unit: Unit, question: Question, index: AskIndex): Match {
  const entry = index.entries[unit.entry] as IndexedEntry;
  const held = new Map(question.concepts.map((concept) => [concept, shareHeld(concept, unit, entry, index)]));
  const total = massOf(question.concepts, index);
  const known = question.concepts.reduce(
    (sum, concept) => sum + (held.get(concept) ?? 0) * index.weightOf(concept),
    0,
  );
  const shared = question.concepts.reduce(
    (sum, concept) => sum + shareIn(unit.concepts, concept, index) * index.weightOf(concept),
    0,
  );
  const covered = known / total;
  const named = Math.min(1, shared / unit.mass);
  const fit = fitOf(covered, named, unit, question);
  return {
    entry,
    unit,
    held,
    sure: sureOf(covered, named, unit, question),
    named,
    missing: question.concepts.filter((concept) => !entry.all.has(concept)),
    score: fit * suits(entry.ref, question, index) * (1 + 0.01 * entry.weight),
  };
}

function shareHeld(concept: Concept, unit: Unit, entry: IndexedEntry, index: AskIndex): number {
  return Math.max(
    shareIn(unit.concepts, concept, index),
    ELSEWHERE_ASKED * shareIn(entry.asked, concept, index),
    ELSEWHERE_TOLD * shareIn(entry.all, concept, index),
  );
}

/** Which entries a kind of question is rather answered by. */
const SUITS: Partial<Record<Kind, Partial<Record<EntryType, number>>>> = {
  quote: { quote: 1.15 },
  when: { event: 1.06 },
  many: { topic: 1.03, dispute: 1.06 },
  long: { topic: 1.03, dispute: 1.06 },
  why: { topic: 1.06, dispute: 1.03 },
  what: { topic: 1.04 },
  source: { event: 1.04, topic: 1.04, dispute: 1.02 },
};

/** A bare name asks who that is. */
const BARE_NAME = 1.06;

function suits({ type, id }: EntryRef, { kinds, concepts, names }: Question, { story }: AskIndex): number {
  const [kind] = kinds;
  if (type === "person" && concepts.length === 1 && names.length === 1 && kind !== "quote") return BARE_NAME;
  const own = kind && SUITS[kind]?.[type];
  // "What did Altman answer Nadella?" asks for words of the one who is named first.
  const isOther = names.length > 0 && type === "quote" && story.quotes.get(id)?.speaker !== names[0];
  if (own) return isOther ? 1 : own;
  // Words of somebody rarely answer what is no question for words.
  return type === "quote" && kind !== "quote" ? 0.92 : 1;
}

function massOf(concepts: readonly Concept[], { weightOf }: AskIndex): number {
  return concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
}
