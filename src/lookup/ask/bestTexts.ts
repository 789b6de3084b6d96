import type { AskIndex, Unit } from "./askIndex.ts";
import { massOf, squareOf } from "./concepts.ts";
import { fitOf } from "./fit.ts";
import { NEARLY } from "./held.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** The text of an entry that fits a question best. */
export interface BestText {
  unit: Unit;
  fit: number;
  /** How like the question the entry's nearest texts are, the nearest first: the cosine of their weighted concepts, 0 to 1. */
  likeness: number[];
}

/** The nearest texts of an entry that are remembered: several that agree tell more than one. */
const MOST_LIKE = 3;

/** What holds less of a question than this, by weight, is not looked at: a name that goes without saying is in most texts. */
const LEAST_SHARE = 0.12;

/** The best text of each entry that shares a concept with a question. */
export function bestTexts(question: Question, index: AskIndex): BestText[] {
  const total = massOf(question.concepts, index.weightOf);
  const length = Math.sqrt(squareOf(question.concepts, index.weightOf));
  const { units, masses, squares } = sharedTexts(question, LEAST_SHARE * total, index);
  const best = new Map<number, BestText>();
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
  return [...best.values()];
}

/** What texts share with a question, by their place in the index. */
interface Shared {
  /** The texts that may share enough. */
  units: readonly number[];
  /** The weights of the concepts that they share, near ones too, and the squares of the same without near ones. */
  masses: Float64Array;
  squares: Float64Array;
}

/**
 * What texts share, the rarest concept first: where those that are left come to less than `least` together, a text that
 * shares nothing yet need not be looked at. That spares the most, since common concepts stand in the most texts.
 */
function sharedTexts({ concepts }: Question, least: number, index: AskIndex): Shared {
  const units: number[] = [];
  const masses = new Float64Array(index.units.length);
  const squares = new Float64Array(index.units.length);
  let left = massOf(concepts, index.weightOf);
  const add = (n: number, mass: number, square: number) => {
    if (masses[n] === 0) {
      if (left < least) return;
      units.push(n);
    }
    masses[n] = (masses[n] ?? 0) + mass;
    squares[n] = (squares[n] ?? 0) + square;
  };
  for (const concept of concepts.toSorted((a, b) => index.weightOf(b) - index.weightOf(a))) {
    const weight = index.weightOf(concept);
    const own = index.unitsWith(concept);
    for (const n of own) add(n, weight, weight ** 2);
    for (const n of textsNear(concept, own, index)) add(n, NEARLY * weight, 0);
    left -= weight;
  }
  return { units, masses, squares };
}

/** The texts that hold not a concept but one near to it. */
function textsNear(concept: Concept, own: readonly number[], { unitsWith, lexicon }: AskIndex): Set<number> {
  const near = new Set(lexicon.nearTo(concept).flatMap((other) => unitsWith(other)));
  if (near.size > 0) for (const n of own) near.delete(n);
  return near;
}

/** Keeps the few highest, the highest first. */
function insertLike(likeness: number[], value: number): void {
  const at = likeness.findIndex((other) => other < value);
  if (at >= 0) likeness.splice(at, 0, value);
  else likeness.push(value);
  if (likeness.length > MOST_LIKE) likeness.pop();
}
