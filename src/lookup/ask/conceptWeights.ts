import type { IndexedEntry } from "./askIndex.ts";
import { isName } from "./concepts.ts";
import type { Concept, Lexicon } from "./lexicon.ts";

/** What a word of every subject weighs at most. */
const LIGHT = 1;
/** A word that no entry holds weighs less than one that only one of them holds: much of how people ask is about nothing. */
const UNKNOWN = 0.75;

/** How much concepts tell, by the entries that hold them. */
export interface ConceptWeights {
  weightOf: (concept: Concept) => number;
  /** Whether an entry holds a concept. */
  isTold: (concept: Concept) => boolean;
}

/** Inverse document frequency over entries; a concept that is only told counts as rarer than it is asked for. */
export function conceptWeights(
  entries: readonly IndexedEntry[],
  { isLight }: Pick<Lexicon, "isLight">,
): ConceptWeights {
  const holders = new Map<Concept, number>();
  for (const { asked, all } of entries) {
    for (const concept of all) {
      const share = asked.has(concept) ? 1 : 0.5;
      holders.set(concept, (holders.get(concept) ?? 0) + share);
    }
  }
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

/** From this share of the entries on, a name goes without saying. */
const MOST_ENTRIES = 0.62;

/** The names that most entries hold: they go without saying. */
export function impliedNames(entries: readonly IndexedEntry[]): Set<Concept> {
  const holders = new Map<Concept, number>();
  for (const { all } of entries) {
    for (const concept of all) if (isName(concept)) holders.set(concept, (holders.get(concept) ?? 0) + 1);
  }
  const names = [...holders].filter(([, count]) => count > MOST_ENTRIES * entries.length);
  return new Set(names.map(([name]) => name));
}
