import type { AskIndex } from "./askIndex.ts";
import { NEARLY } from "./held.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import type { Texts } from "./texts.ts";

/**
 * Once so many texts share the rarer concepts of a question, those that share only the more common ones are not looked
 * for. All that share the rarest are met, however many there are: "Who is Altman?" has no other.
 */
const MOST_TEXTS = 30_000;

/** A concept of a question as texts are searched for it. */
export interface Sought {
  weight: number;
  /** Its number, and those of the concepts near to it; only of what a text holds. */
  own: number | undefined;
  near: readonly number[];
}

/** Room for what texts share with a question, kept by the index so that no question makes or clears all of it. */
export interface SharingRoom {
  /** For the texts that share something, in the order in which they are met. */
  met: Uint32Array;
  /** By text the weight of the concepts that it shares, near ones too; 0 between questions. */
  masses: Float64Array;
}

/** What texts share with a question: a part of the room, until that is wiped. */
export interface Shared {
  /** The texts that share something. */
  texts: Uint32Array;
  masses: Float64Array;
}

/** What is looked for among texts. */
interface Bounds {
  /** How much the concepts of the question weigh together. */
  total: number;
  /** What a text must share to count. */
  least: number;
  /** Texts that share rarer concepts, from which on those that share only others are passed over. */
  most?: number;
}

export function createRoom({ length }: Texts): SharingRoom {
  return { met: new Uint32Array(length), masses: new Float64Array(length) };
}

/** Concepts as texts are searched for them: the heaviest first, which are the rarest, those of every subject the last. */
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
 * What texts share with a question, whose concepts come the rarest first. Where those that are left come to less than
 * `least` together, a text that shares nothing yet can't share enough. To pass it over spares the most, since common
 * concepts stand in the most texts.
 */
export function sharedTexts(
  sought: readonly Sought[],
  { total, least, most = MOST_TEXTS }: Bounds,
  { texts, room }: Pick<AskIndex, "texts" | "room">,
): Shared {
  const { met, masses } = room;
  let count = 0;
  const add = (text: number, mass: number) => {
    const before = masses[text] ?? 0;
    if (before === 0) {
      met[count] = text;
      count += 1;
    }
    masses[text] = before + mass;
  };
  let left = total;
  for (const one of sought) {
    // Told for a whole concept: a limit within one would take the texts that happen to come first.
    if (left >= least && count < most)
      eachSharing(one, texts, (text, share) => add(text, share * one.weight));
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
  for (const [n, concept] of near.entries()) {
    const before = own === undefined ? near.slice(0, n) : [own, ...near.slice(0, n)];
    for (const text of holdersOf(concept)) if (!before.some((other) => holds(text, other))) use(text, NEARLY);
  }
}
