import type { AskIndex } from "./askIndex.ts";
import type { IndexedEntry } from "./indexedEntries.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import type { Unit } from "./texts.ts";

/** A concept counts fully in the text that fits best, less in the entry's phrasings, little in the rest of it. */
const ELSEWHERE_ASKED = 0.6;
const ELSEWHERE_TOLD = 0.4;

/** A concept near to the one that is asked counts less. */
export const NEARLY = 0.7;

/** How far what `holds` some concepts holds one: 1 for itself, less for one near to it, else 0. */
export function shareIn(
  concept: Concept,
  holds: (concept: Concept) => boolean,
  { nearTo }: Pick<Lexicon, "nearTo">,
): number {
  if (holds(concept)) return 1;
  return nearTo(concept).some(holds) ? NEARLY : 0;
}

/** How far an entry holds a concept of a question that one of its texts fits best: 0 to 1. */
export function shareHeld(
  concept: Concept,
  unit: Unit,
  entry: IndexedEntry,
  { lexicon }: Pick<AskIndex, "lexicon">,
): number {
  return Math.max(
    shareIn(concept, (one) => unit.concepts.includes(one), lexicon),
    ELSEWHERE_ASKED * shareIn(concept, (one) => entry.isAskedWith(one), lexicon),
    ELSEWHERE_TOLD * shareIn(concept, (one) => entry.holds(one), lexicon),
  );
}
