import type { Steps } from "../steps.ts";
import type { CollectedWords } from "./entryWords.ts";
import { putFirst, type GainLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Which words stand in which entries, both by their numbers. Typed arrays, because a story of a million
 * entries has some fifty million such pairs: as objects they would take gigabytes, and long garbage
 * collections while members type.
 */
export interface Postings {
  readonly vocabulary: Vocabulary;
  /** For each word the entries of which it tells, in their order, and how much. */
  readonly telling: GainLists;
  /** For each word the other entries that hold it, in their order. */
  readonly told: Lists;
  /** For each entry its words, in the order of the vocabulary, and how much they tell; 0 for what is merely told. */
  readonly words: GainLists;
}

/** What one step goes through. */
const WORDS_IN_A_STEP = 1024;
const ENTRIES_IN_A_STEP = 512;

/**
 * Indexes the words of entries, by their numbers among `known`, under the entries' positions. The collected words
 * become those of the postings.
 */
export function* postingsSteps(collected: CollectedWords, known: readonly string[]): Steps<Postings> {
  const order = yield* orderSteps(known);
  const vocabulary: string[] = [];
  const places = new Uint32Array(known.length);
  // The end of each word's list: filled from there, its end becomes its start.
  const ends = { told: new Uint32Array(known.length + 1), telling: new Uint32Array(known.length + 1) };
  const counted = { told: 0, telling: 0 };
  for (const [place, word] of order.entries()) {
    if (place % WORDS_IN_A_STEP === 0) yield;
    vocabulary.push(known[word] ?? "");
    places[word] = place;
    ends.told[place] = counted.told += collected.told(word);
    ends.telling[place] = counted.telling += collected.telling(word);
  }
  ends.told[known.length] = counted.told;
  ends.telling[known.length] = counted.telling;
  const told: Lists = { starts: ends.told, numbers: new Uint32Array(counted.told) };
  const telling: GainLists = {
    starts: ends.telling,
    numbers: new Uint32Array(counted.telling),
    gains: new Uint8Array(counted.telling),
  };

  const { starts, numbers, gains } = collected;
  for (let entry = starts.length - 2; entry >= 0; entry -= 1) {
    if (entry % ENTRIES_IN_A_STEP === 0) yield;
    for (let n = starts[entry] ?? 0; n < (starts[entry + 1] ?? 0); n += 1) {
      const word = places[numbers[n] ?? 0] ?? 0;
      const gain = gains[n] ?? 0;
      if (gain === 0) putFirst(entry, word, told);
      else telling.gains[putFirst(entry, word, telling)] = gain;
    }
  }
  yield* sortingSteps(collected, telling, told);
  return { vocabulary, telling, told, words: { starts, numbers, gains } };
}

/** Puts the words of each entry in their order, from the entries of each word. */
function* sortingSteps(words: GainLists, telling: GainLists, told: Lists): Steps<void> {
  const next = words.starts.slice();
  const put = (word: number, entry: number, gain: number) => {
    const at = next[entry] ?? 0;
    next[entry] = at + 1;
    words.numbers[at] = word;
    words.gains[at] = gain;
  };
  for (let word = 0; word < telling.starts.length - 1; word += 1) {
    if (word % WORDS_IN_A_STEP === 0) yield;
    for (let n = telling.starts[word] ?? 0; n < (telling.starts[word + 1] ?? 0); n += 1)
      put(word, telling.numbers[n] ?? 0, telling.gains[n] ?? 0);
    for (let n = told.starts[word] ?? 0; n < (told.starts[word + 1] ?? 0); n += 1)
      put(word, told.numbers[n] ?? 0, 0);
  }
}

/** The numbers of words in the order of the words: by how they begin, then those that begin alike. */
function* orderSteps(words: readonly string[]): Steps<number[]> {
  const beginningSo = new Map<string, number[]>();
  for (const [n, word] of words.entries()) {
    if (n % WORDS_IN_A_STEP === 0) yield;
    beginningSo.getOrInsertComputed(word.slice(0, 2), () => []).push(n);
  }
  const order: number[] = [];
  for (const beginning of [...beginningSo.keys()].toSorted()) {
    yield;
    const alike = beginningSo.get(beginning) ?? [];
    for (const n of alike.toSorted((a, b) => ((words[a] ?? "") < (words[b] ?? "") ? -1 : 1))) order.push(n);
  }
  return order;
}
