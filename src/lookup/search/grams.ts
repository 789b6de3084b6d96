import type { Steps } from "../steps.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds words by the pairs of neighbouring letters that they share with another, its ends included. */
export interface Grams {
  /** The words of a length within the bounds that share at least so many of the pairs. */
  sharing(pairs: ReadonlySet<number>, least: number, lengths: Lengths): Sharing;
}

/** Words by their numbers, and how many pairs each shares. */
interface Sharing {
  words: number[];
  shared: number[];
}

/** Both ends included. */
interface Lengths {
  shortest: number;
  longest: number;
}

/** Words that one step reads. */
const IN_A_STEP = 512;

/** Indexes the wanted words of a vocabulary. */
export function* gramsSteps(words: Vocabulary, isWanted: (word: number) => boolean): Steps<Grams> {
  // By length first, since a slip or two hardly changes it: most of a common pair's words are never looked at.
  const holders: Map<number, number[]>[] = [];
  for (let word = 0; word < words.length; word += 1) {
    if (word % IN_A_STEP === 0) yield;
    if (!isWanted(word)) continue;
    const text = words[word] ?? "";
    const ofLength = (holders[text.length] ??= new Map<number, number[]>());
    for (const gram of gramsOf(text)) {
      const known = ofLength.get(gram);
      if (known) known.push(word);
      else ofLength.set(gram, [word]);
    }
  }
  // Counted in place and wiped after each search, so that none clears memory that grows with the story.
  const counts = new Uint8Array(words.length);
  return {
    sharing(pairs, least, { shortest, longest }) {
      const lists: number[][] = [];
      for (let length = Math.max(0, shortest); length <= longest; length += 1)
        for (const pair of pairs) {
          const list = holders[length]?.get(pair);
          if (list) lists.push(list);
        }
      const found: number[] = [];
      for (const list of lists)
        for (const word of list) {
          const count = (counts[word] ?? 0) + 1;
          counts[word] = count;
          if (count === least) found.push(word);
        }
      const shared = found.map((word) => counts[word] ?? 0);
      for (const list of lists) for (const word of list) counts[word] = 0;
      return { words: found, shared };
    },
  };
}

/** The different pairs of letters in a word, as numbers; U+0000 stands before and after it. */
export function gramsOf(word: string): Set<number> {
  const grams = new Set<number>();
  for (let n = 0; n <= word.length; n += 1) {
    const before = n === 0 ? 0 : word.charCodeAt(n - 1);
    const after = n === word.length ? 0 : word.charCodeAt(n);
    grams.add(before * 0x10000 + after);
  }
  return grams;
}
