import type { AskIndex } from "./askIndex.ts";
import { isOfThem, tellsDeeds } from "./bars.ts";
import { isTellingName, isThing, massOf } from "./concepts.ts";
import type { Alike } from "./letters.ts";
import type { Concept } from "./lexicon.ts";
import type { Match } from "./rank.ts";
import type { Question } from "./understand.ts";

/** A match beside all that it is judged by. */
export interface Seen {
  match: Match;
  /** The question that it was found for: the whole of what was typed, or a clause of it. */
  question: Question;
  /** The whole, and the same entry's match for that; undefined where the whole does not find it. */
  whole: Question;
  wholeMatch: Match | undefined;
  /** All that was found for the question, best first. */
  matches: readonly Match[];
  /** How alike the whole is written to what people ask the entry. */
  alike: Alike;
  index: AskIndex;
}

/** Counts above this tell no more. */
const MANY = 5;
/** What a question weighs, in sums of weights: keeps this sign near the others. */
const HEAVY = 10;

/**
 * What speaks for a match being the answer, and what against it: numbers mostly between 0 and 1. How much each
 * counts is learned from questions (weights.json, by `npm run ask:train`).
 */
export const SIGNS = {
  /** How well its best text fits, as the ranking has it; and whether it is the first. */
  fits: ({ match }) => match.score,
  leads: ({ match, matches }) => Number(match === matches[0]),
  /** How alike the whole is written to what people ask it. */
  alike: ({ alike }) => alike.best,
  alikeThird: ({ alike }) => alike.third,
  alikeAll: ({ alike }) => alike.all,
  /** Its text is of just the concepts of the question. */
  exact: ({ match, question }) =>
    Number(
      heldByText(match, question).length === question.concepts.length &&
        match.unit.concepts.length === question.concepts.length,
    ),
  /** Several of its texts are like the question. */
  agreed: ({ match }) => match.likeness[2] ?? 0,
  /** How much nearer it is than every other entry; below 0 where another is nearer. */
  ahead: ({ match, matches }) =>
    (match.likeness[0] ?? 0) -
    Math.max(0, ...matches.map((other) => (other === match ? 0 : (other.likeness[0] ?? 0)))),
  /** How much the concepts tell that question and text share, whatever else there is; and the same without names. */
  shared: ({ match, question, index }) => massOf(heldByText(match, question), index.weightOf) / HEAVY,
  sharedThings: ({ match, question, index }) =>
    massOf(heldByText(match, question).filter(isThing(index)), index.weightOf) / HEAVY,
  /** The share of the question that the text holds. */
  covered: ({ match, question, index }) =>
    massOf(heldByText(match, question), index.weightOf) / massOf(question.concepts, index.weightOf),
  /** The share of all that was typed that the entry holds, and that the question is, where that is a clause. */
  coveredOfWhole: ({ wholeMatch, whole, index }) =>
    wholeMatch
      ? massOf(whole.concepts, index.weightOf, (concept) => wholeMatch.held.get(concept) ?? 0) /
        massOf(whole.concepts, index.weightOf)
      : 0,
  clause: ({ question, whole, index }) =>
    massOf(question.concepts, index.weightOf) / massOf(whole.concepts, index.weightOf),
  /** How far it holds the concept of the question that tells most. */
  heaviestHeld: ({ match, question: { concepts }, index }) => {
    const [heaviest] = concepts.toSorted((a, b) => index.weightOf(b) - index.weightOf(a));
    return heaviest === undefined ? 0 : (match.held.get(heaviest) ?? 0);
  },
  /** Words of the question that no entry of the story holds, and names that this one does not. */
  untoldWords: ({ question, index }) =>
    Math.min(MANY, question.concepts.filter((concept) => !index.isTold(concept)).length),
  missingNames: ({ match, whole, index }) =>
    whole.concepts.filter(isTellingName(index)).filter((name) => !match.entry.holds(name)).length,
  /** Its text is of the people who are asked about, and not of others alone. */
  ofThem: ({ match, question, index }) => Number(isOfThem(match, question, index)),
  /** It tells who did what to whom as the question has it. */
  deedsTold: ({ match, question, index }) => Number(tellsDeeds(match, question, index)),
  /** An attribute is asked for; people ask this entry for it, and of the same people. */
  attribute: ({ question, index }) => Number(attributesOf(question, index).length > 0),
  askedFor: ({ match, question, index }) => Number(isAskedFor(match, question, index)),
  /** A sentence that is told, since nobody asks with it. */
  told: ({ match }) => Number(match.unit.role === "told"),
  sameKind: ({ match, question: { kinds } }) =>
    Number(match.unit.kind !== null && match.unit.kind === kinds[0]),
  otherKind: ({ match, question: { kinds } }) =>
    Number(match.unit.kind !== null && kinds[0] !== undefined && match.unit.kind !== kinds[0]),
  length: ({ question }) => Math.min(2 * MANY, question.concepts.length) / MANY,
} satisfies Record<string, (seen: Seen) => number>;

export type Sign = keyof typeof SIGNS;
export type Evidence = Record<Sign, number>;
export const SIGN_NAMES = Object.keys(SIGNS) as Sign[];

/** All signs of a match. */
export function evidenceOf(seen: Seen): Evidence {
  return Object.fromEntries(SIGN_NAMES.map((sign) => [sign, SIGNS[sign](seen)])) as Evidence;
}

function heldByText({ unit }: Match, { concepts }: Question): Concept[] {
  return concepts.filter((concept) => unit.concepts.includes(concept));
}

function attributesOf({ concepts }: Question, { lexicon }: AskIndex): Concept[] {
  return concepts.filter((concept) => lexicon.attributes.has(concept));
}

/** An age or a price is answered only by a text by which people ask for it, and of the same people. */
function isAskedFor({ unit }: Match, question: Question, index: AskIndex): boolean {
  const attributes = attributesOf(question, index);
  if (attributes.length === 0) return true;
  const needed = [...attributes, ...question.concepts.filter(isTellingName(index))];
  return unit.role !== "told" && needed.every((concept) => unit.concepts.includes(concept));
}
