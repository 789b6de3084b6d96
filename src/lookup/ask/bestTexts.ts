import { highest } from "../search/highest.ts";
import type { AskIndex } from "./askIndex.ts";
import { massOf, squareOf } from "./concepts.ts";
import { fitOf } from "./fit.ts";
import { sharedTexts, soughtIn, wipe, type Sought } from "./sharedTexts.ts";
import type { Texts, Unit } from "./texts.ts";
import type { Question } from "./understand.ts";

/** The text of an entry that fits a question best. */
export interface BestText {
  unit: Unit;
  /** How like the question the entry's nearest texts are, the nearest first: the cosine of their weighted concepts, 0 to 1. */
  likeness: number[];
}

/** The nearest texts of an entry that are remembered: several that agree tell more than one. */
const MOST_LIKE = 3;

/** What holds less of a question than this, by weight, is not looked at: a name that goes without saying is in most texts. */
const LEAST_SHARE = 0.12;

/** The best texts of the `limit` entries whose texts fit a question best, the best first. */
export function bestTexts(question: Question, index: AskIndex, limit: number): BestText[] {
  const { texts, weightOf } = index;
  const total = massOf(question.concepts, weightOf);
  const length = Math.sqrt(squareOf(question.concepts, weightOf));
  const sought = soughtIn(question.concepts, index);
  const least = LEAST_SHARE * total;
  const shared = sharedTexts(sought, { total, least }, index);
  try {
    const { masses } = shared;
    const isEnough = (text: number) => (masses[text] ?? 0) >= least;
    const fitAt = fitting(question, total, texts);
    const found = new BestOfEntries();
    for (const text of shared.texts)
      if (isEnough(text)) found.add(texts.entryOf(text), text, fitAt(text, masses[text] ?? 0));
    return found.highest(limit).map((text) => ({
      unit: texts.unit(text),
      likeness: texts
        .ofEntry(texts.entryOf(text))
        .filter(isEnough)
        .map(
          (own) =>
            squareShared(own, sought, texts) /
            (length * Math.sqrt(squareOf(texts.unit(own).concepts, weightOf))),
        )
        .toSorted((a, b) => b - a)
        .slice(0, MOST_LIKE),
    }));
  } finally {
    // What was left behind would count for every later question.
    wipe(shared);
  }
}

/** Tells how well a text fits a question, by the weight of what they share. */
function fitting(question: Question, total: number, texts: Texts): (text: number, mass: number) => number {
  const days = question.dayConcepts.map(texts.numberOf).filter((number) => number !== undefined);
  return (text, mass) => {
    const form = {
      role: texts.roleOf(text),
      kind: texts.kindOf(text),
      isOfDay: days.some((day) => texts.holds(text, day)),
    };
    return fitOf(mass / total, Math.min(1, mass / texts.massOf(text)), form, question);
  };
}

/** The text of each entry that fits best, and how well. */
class BestOfEntries {
  /** By entry its place in the other lists. */
  readonly #places = new Map<number, number>();
  readonly #texts: number[] = [];
  readonly #fits: number[] = [];

  add(entry: number, text: number, fit: number): void {
    const place = this.#places.getOrInsert(entry, this.#texts.length);
    if (fit <= (this.#fits[place] ?? -Infinity)) return;
    this.#texts[place] = text;
    this.#fits[place] = fit;
  }

  /** The texts of the few that fit best, the best first; of equal ones that which came first. */
  highest(limit: number): number[] {
    return highest([...this.#texts.keys()], this.#fits, limit).map((place) => this.#texts[place] ?? 0);
  }
}

/** The sum of the squares of what the concepts tell that a text holds, without near ones. */
function squareShared(text: number, sought: readonly Sought[], { holds }: Texts): number {
  let square = 0;
  for (const { weight, own } of sought) if (own !== undefined && holds(text, own)) square += weight ** 2;
  return square;
}
