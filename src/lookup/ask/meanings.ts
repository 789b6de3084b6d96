import type { Dictionary } from "./dictionary.ts";
import type { Concept, Meaning } from "./lexicon.ts";
import type { PhraseTree } from "./phraseTree.ts";
import type { Stemmer } from "./stem.ts";

/** A dictionary whose phrases can be looked through. */
export interface OpenDictionary extends Pick<Dictionary, "stems"> {
  phrases: PhraseTree<Concept | null>;
}

/** How words are read. */
export interface Reading {
  own: OpenDictionary;
  foreign: OpenDictionary;
  /** Whether a word is read in the foreign one too. */
  isForeign: (word: string) => boolean;
  stem: Stemmer;
}

/** A word with no number in the numbering of the dictionaries. */
export const NO_NUMBER = -1;

/** The concepts of folded words, which have these numbers, with their places, in order; words without weight are left out. */
export function meaningsOf(
  words: readonly string[],
  numbers: readonly number[],
  reading: Reading,
): Meaning[] {
  const meanings: Meaning[] = [];
  let at = 0;
  while (at < words.length) {
    const { length, meaning } = meaningAt(words, numbers, at, reading);
    if (meaning !== null) meanings.push({ concept: meaning, at, length });
    at += length;
  }
  return meanings;
}

function meaningAt(
  words: readonly string[],
  numbers: readonly number[],
  at: number,
  { own, foreign, isForeign, stem }: Reading,
): { length: number; meaning: Concept | null } {
  const first = words[at] ?? "";
  const phrase =
    own.phrases.longestAt(numbers, at) ?? (isForeign(first) ? foreign.phrases.longestAt(numbers, at) : null);
  if (phrase) return phrase;
  const number = numbers[at] ?? NO_NUMBER;
  const root = stem(first, number === NO_NUMBER ? undefined : number);
  const foreignStem = isForeign(first) ? foreign.stems.get(root) : undefined;
  return { length: 1, meaning: own.stems.get(root) ?? foreignStem ?? root };
}
