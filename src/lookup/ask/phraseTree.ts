import type { Steps } from "../steps.ts";
import { Growing } from "../search/growing.ts";
import type { Numbering } from "./numbering.ts";

/** Phrases by their words. */
export interface PhraseTree<Meaning> {
  /**
   * The longest phrase that begins at a place of a text, in words, and what it means. Takes the words by their numbers,
   * -1 for one that has none.
   */
  longestAt(words: readonly number[], at: number): { length: number; meaning: Meaning } | null;
}

/** A phrase by the numbers of its words. */
interface Phrase<Meaning> {
  words: readonly number[];
  meaning: Meaning;
}

/** Phrases, or words with which they may begin, that one step goes through. */
const IN_A_STEP = 512;

/** No word sorts before it: it stands where a phrase has ended. */
const END = -1;

/**
 * A tree of phrases as one sorted list, in which those that begin alike stand side by side: as nodes it would take ten
 * times as much. It is plain data, which can be kept in a file.
 */
export interface SortedPhrases<Meaning> {
  /** By the first word the first phrase that begins with it or one after it. */
  readonly firsts: Uint32Array;
  /** The words of each phrase are from its start up to the next one's. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
  readonly meanings: readonly Meaning[];
}

/** Sorts phrases, whose words stand one blank apart, and numbers their words. */
export function* sortedPhraseSteps<Meaning extends {} | null>(
  phrases: ReadonlyMap<string, Meaning>,
  words: Numbering,
): Steps<SortedPhrases<Meaning>> {
  const beginningWith = new Map<number, Phrase<Meaning>[]>();
  for (const [n, [phrase, meaning]] of [...phrases].entries()) {
    if (n % IN_A_STEP === 0) yield;
    const own = phrase.split(" ").map((word) => words.add(word));
    beginningWith.getOrInsertComputed(own[0] ?? END, () => []).push({ words: own, meaning });
  }
  const meanings: Meaning[] = [];
  const starts = new Growing(new Uint32Array(IN_A_STEP));
  const numbers = new Growing(new Uint32Array(IN_A_STEP));
  const firsts = new Uint32Array(words.texts.length + 1);
  for (let first = 0; first < words.texts.length; first += 1) {
    if (first % IN_A_STEP === 0) yield;
    const sorted = beginningWith.get(first)?.toSorted((a, b) => inOrder(a.words, b.words)) ?? [];
    for (const { words: own, meaning } of sorted) {
      meanings.push(meaning);
      starts.push(numbers.length);
      for (const word of own) numbers.push(word);
    }
    firsts[first + 1] = meanings.length;
  }
  starts.push(numbers.length);
  return { firsts, starts: starts.finished(), numbers: numbers.finished(), meanings };
}

/** By the first word in which they differ; what begins another comes before it. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((word, n) => word !== b[n]);
  return at < 0 ? a.length - b.length : (a[at] ?? END) - (b[at] ?? END);
}

/** Looks through sorted phrases. */
export function createPhraseTree<Meaning>({
  firsts,
  starts,
  numbers,
  meanings,
}: SortedPhrases<Meaning>): PhraseTree<Meaning> {
  const lengthOf = (phrase: number) => (starts[phrase + 1] ?? 0) - (starts[phrase] ?? 0);
  const wordAt = (phrase: number, place: number) =>
    place < lengthOf(phrase) ? (numbers[(starts[phrase] ?? 0) + place] ?? END) : END;
  /** Of phrases that begin alike up to a place, the first whose word there is not below one. */
  const firstFrom = (word: number, place: number, from: number, to: number) => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (wordAt(middle, place) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    longestAt(words, at) {
      const first = words[at] ?? END;
      let [from, to] = [firsts[first] ?? 0, firsts[first + 1] ?? 0];
      let longest = END;
      let length = 1;
      while (from < to) {
        if (lengthOf(from) === length) longest = from;
        const next = words[at + length] ?? END;
        if (next === END) break;
        from = firstFrom(next, length, from, to);
        to = firstFrom(next + 1, length, from, to);
        length += 1;
      }
      return longest === END ? null : { length: lengthOf(longest), meaning: meanings[longest] as Meaning };
    },
  };
}
