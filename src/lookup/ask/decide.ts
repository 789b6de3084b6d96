import type { StoryCalendar } from "../calendar.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { AskIndex } from "./askIndex.ts";
import { isBarred } from "./bars.ts";
import { evidenceOf, SIGN_NAMES, type Evidence } from "./evidence.ts";
import type { Concept } from "./lexicon.ts";
import { rank, type Match } from "./rank.ts";
import type { Reading } from "./read.ts";
import type { Question } from "./understand.ts";
import learned from "./weights.json" with { type: "json" };

/** How much each sign counts; `always` counts whatever the signs. */
interface Weights {
  always: number;
  signs: Evidence;
}

/** Other signs tell an entry that answers than a subject that the story does not tell. */
export interface BothWeights {
  told: Weights;
  untold: Weights;
}

const WEIGHTS: BothWeights = learned;

/** A match that may be the answer, with the signs for it and against it. */
export interface Contender {
  match: Match;
  /** The whole of what was typed, or the clause of it for which it was found. */
  question: Question;
  evidence: Evidence;
  /** It can't be the answer, whatever the signs. */
  barred: boolean;
}

/** An entry of the story that may be the answer. */
export interface Verdict extends Contender {
  /** How likely it is that, rather than nothing: 0 to 1, 0 for what is barred. */
  likely: number;
  /** What tells how much likelier it is than another: of two the likelier has the higher. */
  odds: number;
}

/** What is at least as likely as this answers. */
const LIKELY = 0.4;

/** Matches of each question that are judged: what ranks lower is hardly ever the answer. */
const MOST_JUDGED = 8;

/** What is judged of what somebody typed: the whole and its clauses. */
type Parts = Pick<Reading, "whole" | "clauses">;

/** What a question and its clauses find, each with its signs. */
export function contendersOf(
  { whole, clauses }: Parts,
  index: AskIndex,
  calendar: StoryCalendar,
): Contender[] {
  const ofWhole = rank(whole, index, calendar);
  const alike = index.letters.alike(whole.words);
  const readings = [
    { question: whole, matches: ofWhole },
    // A clause is no question by itself: what the story does not tell is seen in the whole alone.
    ...clauses.map((question) => ({ question, matches: rank(question, index, calendar).filter(isTold) })),
  ];
  return readings.flatMap(({ question, matches }) => {
    const isOut = (match: Match) => !isOfAnything(question, index) || isBarred(match, question, index);
    // What is barred leaves its place to the next, and may still be suggested.
    const barred = matches.filter(isOut);
    const others = matches.filter((match) => !barred.includes(match));
    return [others, barred].flatMap((some) =>
      some.slice(0, MOST_JUDGED).map((match) => ({
        match,
        question,
        evidence: evidenceOf({
          match,
          question,
          whole,
          wholeMatch: ofWhole.find(({ entry }) => entry === match.entry),
          matches,
          alike: alike(match.unit.entry),
          index,
        }),
        barred: some === barred,
      })),
    );
  });
}

/** Judges what a question and its clauses find in the story, the likeliest first; each entry once. */
export function verdictsOf(parts: Parts, index: AskIndex, calendar: StoryCalendar): Verdict[] {
  const contenders = contendersOf(parts, index, calendar);
  const untold = contenders.filter(({ match, barred }) => !isTold(match) && !barred);
  // That nothing answers is the likelier, the nearer what the story does not tell.
  const nothing = untold.reduce((sum, contender) => sum + oddsOf(contender), 1);
  const ordered = contenders
    .filter(({ match }) => isTold(match))
    .map((contender): Verdict => {
      const odds = contender.barred ? 0 : oddsOf(contender);
      return { ...contender, odds, likely: odds / (odds + nothing) };
    })
    .toSorted((a, b) => b.odds - a.odds || b.match.score - a.match.score);
  const byEntry = Map.groupBy(ordered, ({ match }) => match.entry);
  return [...byEntry.values()].flatMap(([likeliest]) => likeliest ?? []);
}

function isTold({ entry }: Match): boolean {
  return entry.ref.type !== "untold";
}

/** Of verdicts those that answer. */
export function answering(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ likely }) => likely >= LIKELY);
}

/** The entries of verdicts, without what the story is known not to tell. */
export function toldIn(verdicts: readonly Verdict[]): EntryRef[] {
  return verdicts.flatMap(({ match: { entry } }) => (entry.ref.type === "untold" ? [] : [entry.ref]));
}

/** Words of every subject alone ask nothing, nor does a number of which nothing is asked. */
function isOfAnything({ concepts, kinds }: Question, { lexicon }: AskIndex): boolean {
  const isBareNumber = (concept: Concept) => kinds.length === 0 && /^\d+$/.test(concept);
  return concepts.some((concept) => !lexicon.isLight(concept) && !isBareNumber(concept));
}

/** The odds of a contender by its weighted signs, beside 1 for nothing (https://en.wikipedia.org/wiki/Multinomial_logistic_regression). */
function oddsOf({ match, evidence }: Contender): number {
  const { always, signs } = isTold(match) ? WEIGHTS.told : WEIGHTS.untold;
  return Math.exp(SIGN_NAMES.reduce((total, sign) => total + signs[sign] * evidence[sign], always));
}
