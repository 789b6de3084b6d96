import type { Steps } from "../steps.ts";
import type { IndexedEntry } from "./askIndex.ts";
import { isName } from "./concepts.ts";
import type { Concept, Lexicon } from "./lexicon.ts";

/** What a word of every subject weighs at most. */
const LIGHT = 1;
/** A word that no entry holds weighs less than one that only one of them holds: much of how people ask is about nothing. */
const UNKNOWN = 0.75;

/** From this share of the entries on, a name goes without saying. */
const MOST_ENTRIES = 0.62;

/** Entries that one step goes through. */
const IN_A_STEP = 256;

/** How much concepts tell, by the entries that hold them. */
export interface ConceptWeights {
  weightOf: (concept: Concept) => number;
  /** Whether an entry holds a concept. */
  isTold: (concept: Concept) => boolean;
}

/** Inverse document frequency over entries; a concept that is only told counts as rarer than it is asked for. */
export function* conceptWeightSteps(
  entries: readonly IndexedEntry[],
  { isLight }: Pick<Lexicon, "isLight">,
): Steps<ConceptWeights> {
  const holders = new Map<Concept, number>();
  for (const [n, { asked, all }] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    for (const concept of all) {
      const share = asked.has(concept) ? 1 : 0.5;
      holders.set(concept, (holders.get(concept) ?? 0) + share);
    }
  }
  yield;
  const weights = new Map(
    [...holders].map(([concept, count]) => [concept, Math.log(1 + entries.length / count)]),
  );
  const unknown = UNKNOWN * Math.log(1 + 2 * entries.length);
  return {
    weightOf: (concept) => {
      const weight = weights.get(concept) ?? unknown;
      return isLight(concept) ? Math.min(LIGHT, weight) : weight;
    },
    isTold: (concept) => weights.has(concept),
  };
}

/** How many entries hold each name. */
export function* nameCountSteps(entries: readonly IndexedEntry[]): Steps<Map<Concept, number>> {
  const holders = new Map<Concept, number>();
  for (const [n, { all }] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    for (const concept of all) if (isName(concept)) holders.set(concept, (holders.get(concept) ?? 0) + 1);
  }
  return holders;
}

/** Of names and in how many of so many entries they are, those that most hold: they go without saying. */
export function impliedNames(counts: ReadonlyMap<Concept, number>, entries: number): Set<Concept> {
  const names = [...counts].filter(([, count]) => count > MOST_ENTRIES * entries);
  return new Set(names.map(([name]) => name));
}
