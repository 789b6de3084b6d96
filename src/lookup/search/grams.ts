import type { Steps } from "../steps.ts";
import { Growing } from "./growing.ts";
import { inverseSteps } from "./inverse.ts";
import type { Lists } from "./lists.ts";
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

/** For each pair of letters the words that hold it, of one length in each list. */
export interface GramLists extends Lists {
  /** By the length of words the number of each pair's list. */
  readonly ofLength: readonly ReadonlyMap<number, number>[];
}

/** Words that one step reads. */
const IN_A_STEP = 512;

/** Indexes the wanted words of a vocabulary. */
export function* gramListSteps(words: Vocabulary, isWanted: (word: number) => boolean): Steps<GramLists> {
  // By length first, since a slip or two hardly changes it: most of a common pair's words are never looked at.
  const ofLength: Map<number, number>[] = [];
  let count = 0;
  /** For each word the lists of its pairs. */
  const listsStarts = new Growing(new Uint32Array(1024));
  const listsOfWords = new Growing(new Uint32Array(4096));
  for (let word = 0; word < words.length; word += 1) {
    if (word % IN_A_STEP === 0) yield;
    listsStarts.push(listsOfWords.length);
    if (!isWanted(word)) continue;
    const text = words[word] ?? "";
    const listOf = (ofLength[text.length] ??= new Map<number, number>());
    for (const gram of gramsOf(text)) listsOfWords.push(listOf.getOrInsertComputed(gram, () => count++));
  }
  listsStarts.push(listsOfWords.length);
  const ofWords = { starts: listsStarts.finished(), numbers: listsOfWords.finished() };
  return { ofLength, ...(yield* inverseSteps(ofWords, count)) };
}

/** Searches the lists of a vocabulary of so many words. */
export function createGrams({ ofLength, starts, numbers }: GramLists, words: number): Grams {
  // Counted in place and wiped after each search.
  const counts = new Uint8Array(words);
  return {
    sharing(pairs, least, { shortest, longest }) {
      const lists: number[] = [];
      for (let length = Math.max(0, shortest); length <= longest; length += 1)
        for (const pair of pairs) {
          const list = ofLength[length]?.get(pair);
          if (list !== undefined) lists.push(list);
        }
      const found: number[] = [];
      for (const list of lists)
        for (let n = starts[list] ?? 0; n < (starts[list + 1] ?? 0); n += 1) {
          const word = numbers[n] ?? 0;
          const count = (counts[word] ?? 0) + 1;
          counts[word] = count;
          if (count === least) found.push(word);
        }
      const shared = found.map((word) => counts[word] ?? 0);
      // Bytes in a row are wiped many times faster than as many here and there.
      const counted = lists.reduce((sum, list) => sum + (starts[list + 1] ?? 0) - (starts[list] ?? 0), 0);
      if (counted > counts.length) counts.fill(0);
      else
        for (const list of lists)
          for (let n = starts[list] ?? 0; n < (starts[list + 1] ?? 0); n += 1) counts[numbers[n] ?? 0] = 0;
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
