import type { Steps } from "../steps.ts";
import { isName } from "./concepts.ts";
import type { EntryConcepts, IndexedEntry } from "./indexedEntries.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import type { Numbering } from "./numbering.ts";

/** What a word of every subject weighs at most. */
const LIGHT = 1;
/** A word that no entry holds weighs less than one that only one of them holds: much of how people ask is about nothing. */
const UNKNOWN = 0.75;

/** From this share of the entries on, a name goes without saying. */
const MOST_ENTRIES = 0.62;

/** Entries, or concepts, that one step goes through. */
const IN_A_STEP = 256;
const WEIGHTS_IN_A_STEP = 8192;

/** Entries, and the concepts of all. */
interface Told {
  entries: readonly IndexedEntry[];
  held: EntryConcepts;
}

/** How much concepts tell, by the entries that hold them. */
export interface ConceptWeights {
  weightOf: (concept: Concept) => number;
  /** The same of a concept by its number. */
  weightAt: (concept: number) => number;
  /** Whether an entry holds a concept. */
  isTold: (concept: Concept) => boolean;
  /** How many entries hold each name. */
  nameCounts: ReadonlyMap<Concept, number>;
}

/** Inverse document frequency over entries; a concept that is only told counts as rarer than it is asked for. */
export function* conceptWeightSteps(
  { entries, held }: Told,
  concepts: Numbering,
  { isLight }: Pick<Lexicon, "isLight">,
): Steps<ConceptWeights> {
  const counts = new Float64Array(concepts.texts.length);
  const holders = new Uint32Array(counts.length);
  for (const [n, { place }] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    const asked = held.asked[place] ?? 0;
    for (let at = held.starts[place] ?? 0; at < (held.starts[place + 1] ?? 0); at += 1) {
      const concept = held.numbers[at] ?? 0;
      counts[concept] = (counts[concept] ?? 0) + (at < asked ? 1 : 0.5);
      holders[concept] = (holders[concept] ?? 0) + 1;
    }
  }
  yield;
  const unknown = UNKNOWN * Math.log(1 + 2 * entries.length);
  const ofKind = (concept: Concept, weight: number) => (isLight(concept) ? Math.min(LIGHT, weight) : weight);
  const weights = new Float64Array(counts.length);
  const nameCounts = new Map<Concept, number>();
  for (const [concept, text] of concepts.texts.entries()) {
    if (concept % WEIGHTS_IN_A_STEP === 0) yield;
    const count = counts[concept] ?? 0;
    weights[concept] = ofKind(text, count > 0 ? Math.log(1 + entries.length / count) : unknown);
    if (count > 0 && isName(text)) nameCounts.set(text, holders[concept] ?? 0);
  }
  return {
    weightOf: (concept) => weights[concepts.find(concept) ?? -1] ?? ofKind(concept, unknown),
    weightAt: (concept) => weights[concept] ?? 0,
    isTold: (concept) => (counts[concepts.find(concept) ?? -1] ?? 0) > 0,
    nameCounts,
  };
}

/** Of names and in how many of so many entries they are, those that most hold: they go without saying. */
export function impliedNames(counts: ReadonlyMap<Concept, number>, entries: number): Set<Concept> {
  const names = [...counts].filter(([, count]) => count > MOST_ENTRIES * entries);
  return new Set(names.map(([name]) => name));
}
