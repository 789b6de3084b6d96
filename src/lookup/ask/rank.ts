import { daysIn, when } from "../../story/dates.ts";
import type { Quote } from "../../story/story.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex, IndexedEntry, Unit } from "./askIndex.ts";
import { entryKey, type EntryType } from "../../story/entryRef.ts";
import type { CandidateRef } from "./entries.ts";
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
  /** Concepts of the question that the entry does not hold at all. */
  missing: readonly Concept[];
  /** The order among entries. */
  score: number;
  /** How like the question its nearest texts are, the nearest first: the cosine of their weighted concepts, 0 to 1. */
  likeness: readonly number[];
}

/** Entries that are looked at closely: what fits worse is never the answer. */
const MOST_MATCHES = 40;
/** The nearest texts of an entry that are remembered: several that agree tell more than one. */
const MOST_LIKE = 3;

/** A concept counts fully in the text that fits best, less in the entry's phrasings, little in the rest of it. */
const ELSEWHERE_ASKED = 0.6;
const ELSEWHERE_TOLD = 0.4;
/** A concept near to the one that is asked counts less. */
const NEARLY = 0.7;
/** A sentence that an entry tells is no phrasing by which people ask for it. */
const TOLD = 0.85;

/** Ranks the entries that share a concept with a question, best first. */
export function rank(question: Question, index: AskIndex, calendar: StoryCalendar): Match[] {
  const onDay = entriesOf(question, index, calendar);
  const isOnDay = ({ entry: { ref } }: Match) => ref.type !== "untold" && onDay.has(entryKey(ref));
  const nearest = [...bestUnits(question, index).values()]
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, MOST_MATCHES);
  const matches = nearest.map(({ unit, likeness }) => {
    const match = matchOf(unit, likeness, question, index);
    return isOnDay(match) ? { ...match, score: match.score * ON_THE_DAY } : match;
  });
  return matches.toSorted((a, b) => b.score - a.score);
}

/** A day named beside something else favours what happened on it. */
const ON_THE_DAY = 1.2;

/** The events and quotes of the days that are named; whether something was on a day is not for the day to say. */
function entriesOf(
  { day, asksWhether }: Question,
  { story }: AskIndex,
  calendar: StoryCalendar,
): Set<string> {
  if (day === null || asksWhether) return new Set();
  const days = timelineOf(day, calendar).days;
  const said = [...story.quotes.values()].filter((quote) => isSaidOn(quote, day, calendar));
  return new Set([
    ...days.flatMap(({ events }) => events.map((id) => entryKey({ type: "event", id }))),
    ...said.map(({ id }) => entryKey({ type: "quote", id })),
  ]);
}

function isSaidOn({ date, zone }: Quote, { ranges }: DayQuestion, calendar: StoryCalendar): boolean {
  const days = date === null ? null : daysIn(when({ date, zone }), calendar.zone);
  return (
    days !== null && ranges.some(({ from, to }) => from <= days.to.toString() && days.from.toString() <= to)
  );
}

/** The text of an entry that fits best, and how like its nearest texts are. */
interface Best {
  unit: Unit;
  fit: number;
  likeness: number[];
}

/** What texts share with a question, by their place in the index. */
interface Shared {
  /** The texts that share anything. */
  units: readonly number[];
  /** The weights of the concepts that they share, near ones too, and the squares of the same without near ones. */
  masses: Float64Array;
  squares: Float64Array;
}

/** What holds less of a question than this, by weight, is not looked at: a name that goes without saying is in most texts. */
const LEAST_SHARE = 0.12;

function bestUnits(question: Question, index: AskIndex): Map<number, Best> {
  const total = massOf(question.concepts, index);
  const length = Math.sqrt(question.concepts.reduce((sum, one) => sum + index.weightOf(one) ** 2, 0));
  const { units, masses, squares } = sharedUnits(question, index);
  const best = new Map<number, Best>();
  for (const n of units) {
    const mass = masses[n] ?? 0;
    if (mass < LEAST_SHARE * total) continue;
    const unit = index.units[n] as Unit;
    const fit = fitOf(mass / total, Math.min(1, mass / unit.mass), unit, question);
    const own = best.get(unit.entry);
    const likeness = (squares[n] ?? 0) / (length * Math.sqrt(unit.square));
    if (own) {
      if (fit > own.fit) Object.assign(own, { unit, fit });
      insertLike(own.likeness, likeness);
    } else best.set(unit.entry, { unit, fit, likeness: [likeness] });
  }
  return best;
}

function sharedUnits({ concepts }: Question, index: AskIndex): Shared {
  const units: number[] = [];
  const masses = new Float64Array(index.units.length);
  const squares = new Float64Array(index.units.length);
  const add = (n: number, mass: number, square: number) => {
    if (masses[n] === 0) units.push(n);
    masses[n] = (masses[n] ?? 0) + mass;
    squares[n] = (squares[n] ?? 0) + square;
  };
  for (const concept of concepts) {
    const weight = index.weightOf(concept);
    const own = index.unitsWith(concept);
    for (const n of own) add(n, weight, weight ** 2);
    for (const n of unitsNear(concept, own, index)) add(n, NEARLY * weight, 0);
  }
  return { units, masses, squares };
}

/** Keeps the few highest, the highest first. */
function insertLike(likeness: number[], value: number): void {
  const at = likeness.findIndex((other) => other < value);
  if (at >= 0) likeness.splice(at, 0, value);
  else likeness.push(value);
  if (likeness.length > MOST_LIKE) likeness.pop();
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

/** "How many" is rarely answered by a text that is not asked with "how many", or "how long". */
const NOT_COUNTING = 0.8;

const SAME_KIND = 1.15;
const SAME_DAY = 1.3;
/** Of two texts that fit as well, the one that an entry is called by. */
const TITLE = 1.01;

/**
 * Most of it is how much of the question a text holds, the rest how little else it speaks of: `covered` is the
 * share of the question, `named` that of the text.
 */
function fitOf(covered: number, named: number, unit: Unit, question: Question): number {
  const [kind] = question.kinds;
  const sameKind = unit.kind !== null && unit.kind === kind;
  const sameDay = question.dayConcepts.some((concept) => unit.concepts.has(concept));
  return (
    covered *
    (0.7 + 0.3 * named) *
    (unit.role === "told" ? TOLD : 1) *
    (isCounting(kind) && !isCounting(unit.kind) ? NOT_COUNTING : 1) *
    (sameKind ? SAME_KIND : 1) *
    (sameDay ? SAME_DAY : 1) *
    (unit.role === "title" ? TITLE : 1)
  );
}

function matchOf(unit: Unit, likeness: number[], question: Question, index: AskIndex): Match {
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
    missing: question.concepts.filter((concept) => !entry.all.has(concept)),
    likeness,
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

function suits(
  { type, id }: CandidateRef,
  { kinds, concepts, names }: Question,
  { story }: AskIndex,
): number {
  const [kind] = kinds;
  if (type === "person" && concepts.length === 1 && names.length === 1 && kind !== "quote") return BARE_NAME;
  const own = kind && type !== "untold" ? SUITS[kind]?.[type] : undefined;
  // "What did Altman answer Nadella?" asks for words of the one who is named first.
  const isOther = names.length > 0 && type === "quote" && story.quotes.get(id)?.speaker !== names[0];
  if (own) return isOther ? 1 : own;
  // Words of somebody rarely answer what is no question for words.
  return type === "quote" && kind !== "quote" ? 0.92 : 1;
}

function massOf(concepts: readonly Concept[], { weightOf }: AskIndex): number {
  return concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
}
