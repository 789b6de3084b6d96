import type { AskIndex } from "./askIndex.ts";
import { NEARLY } from "./held.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import type { Texts } from "./texts.ts";

/**
 * Texts that share something with a question are looked for until there are so many, the rarest concepts first. A story
 * that people write has fewer; of a larger one, what shares no more than words that are everywhere is no answer.
 */
const MOST_TEXTS = 30_000;

/** A concept of a question as texts are searched for it. */
export interface Sought {
  weight: number;
  /** Its number, and those of the concepts near to it; only of what a text holds. */
  own: number | undefined;
  near: readonly number[];
}

/** What texts share with a question. */
export interface Shared {
  /** The texts that may share enough. */
  texts: Uint32Array;
  /** By text the weight of the concepts that it shares, near ones too. */
  masses: Float64Array;
}

/** Room for what texts share: used by each question and wiped after it, so that none clears memory that grows with the story. */
export function createShared({ length }: Texts): Shared {
  return { texts: new Uint32Array(Math.min(length, MOST_TEXTS)), masses: new Float64Array(length) };
}

/** Concepts as texts are searched for them, the rarest first. */
export function soughtIn(
  concepts: readonly Concept[],
  {
    weightOf,
    texts: { numberOf },
    lexicon,
  }: Pick<AskIndex, "weightOf" | "texts"> & { lexicon: Pick<Lexicon, "nearTo"> },
): Sought[] {
  const sought = concepts.map((concept) => ({
    weight: weightOf(concept),
    own: numberOf(concept),
    near: lexicon
      .nearTo(concept)
      .map(numberOf)
      .filter((number) => number !== undefined),
  }));
  return sought.toSorted((a, b) => b.weight - a.weight);
}

/**
 * What texts share with a question, whose concepts weigh `total` together, in the room for it. Where the concepts that are left come to less than `least`
 * together, a text that shares nothing yet need not be looked for. That spares the most, since common concepts stand in
 * the most texts.
 */
export function sharedTexts(
  sought: readonly Sought[],
  { total, least }: { total: number; least: number },
  { texts, shared }: Pick<AskIndex, "texts" | "shared">,
): Shared {
  const { texts: met, masses } = shared;
  let count = 0;
  const add = (text: number, mass: number) => {
    const before = masses[text] ?? 0;
    if (before === 0) {
      if (count === met.length) return;
      met[count] = text;
      count += 1;
    }
    masses[text] = before + mass;
  };
  let left = total;
  for (const one of sought) {
    if (left >= least) eachSharing(one, texts, (text, share) => add(text, share * one.weight));
    else
      for (const text of met.subarray(0, count)) {
        const share = shareOf(text, one, texts);
        if (share > 0) add(text, share * one.weight);
      }
    left -= one.weight;
  }
  return { texts: met.subarray(0, count), masses };
}

/** Wipes what texts share, for the next question. */
export function wipe({ texts, masses }: Shared): void {
  for (const text of texts) masses[text] = 0;
}

function shareOf(text: number, { own, near }: Sought, { holds }: Texts): number {
  if (own !== undefined && holds(text, own)) return 1;
  return near.some((concept) => holds(text, concept)) ? NEARLY : 0;
}

/** Calls back with each text that holds a concept, or else one near to it, and how far it does. */
function eachSharing(
  { own, near }: Sought,
  { holders: { starts, numbers }, holds }: Texts,
  use: (text: number, share: number) => void,
): void {
  const holdersOf = (concept: number) => numbers.subarray(starts[concept], starts[concept + 1]);
  if (own !== undefined) for (const text of holdersOf(own)) use(text, 1);
  for (const [n, concept] of near.entries())
    for (const text of holdersOf(concept)) {
      const isMet =
        (own !== undefined && holds(text, own)) || near.slice(0, n).some((other) => holds(text, other));
      if (!isMet) use(text, NEARLY);
    }
}
