import type { Steps } from "../steps.ts";
import type { GainLists, Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordTable } from "./wordTable.ts";

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
  /** For each entry its words, in the order of the vocabulary, and how much they tell. */
  readonly words: GainLists;
}

/** What one step goes through. */
const WORDS_IN_A_STEP = 1024;
const PLACES_IN_A_STEP = 65_536;
const ENTRIES_IN_A_STEP = 1024;

/**
 * Indexes the words of entries, by their numbers in a table, under the entries' positions.
 * The given lists become those of the postings.
 */
export function* postingsSteps(entries: GainLists, table: WordTable): Steps<Postings> {
  const vocabulary = yield* sortedSteps(table.words);
  const places = new Uint32Array(vocabulary.length);
  for (const [place, word] of vocabulary.entries()) {
    if (place % WORDS_IN_A_STEP === 0) yield;
    places[table.read(word)[0] ?? 0] = place;
  }
  const { numbers } = entries;
  for (let n = 0; n < numbers.length; n += 1) {
    if (n % PLACES_IN_A_STEP === 0) yield;
    numbers[n] = places[numbers[n] ?? 0] ?? 0;
  }
  const telling = yield* holderSteps(vocabulary, entries, true);
  const told = yield* holderSteps(vocabulary, entries, false);
  yield* sortingSteps(entries, [telling, told]);
  return { vocabulary, telling, told, words: entries };
}

/** Sorts words as `toSorted` does: by how they begin, then those that begin alike. */
function* sortedSteps(words: readonly string[]): Steps<string[]> {
  const beginningSo = new Map<string, string[]>();
  for (const [n, word] of words.entries()) {
    if (n % WORDS_IN_A_STEP === 0) yield;
    beginningSo.getOrInsertComputed(word.slice(0, 2), () => []).push(word);
  }
  const sorted: string[] = [];
  for (const beginning of [...beginningSo.keys()].toSorted()) {
    yield;
    for (const word of beginningSo.get(beginning)?.toSorted() ?? []) sorted.push(word);
  }
  return sorted;
}

/** For each word the entries of which it tells, or those in which it is merely told. */
function* holderSteps(
  { length }: Vocabulary,
  { starts, numbers, gains }: GainLists,
  isTelling: boolean,
): Steps<GainLists> {
  const ends = new Uint32Array(length + 1);
  for (let n = 0; n < numbers.length; n += 1) {
    if (n % PLACES_IN_A_STEP === 0) yield;
    if ((gains[n] !== 0) === isTelling) ends[numbers[n] ?? 0] = (ends[numbers[n] ?? 0] ?? 0) + 1;
  }
  for (let word = 1; word <= length; word += 1) ends[word] = (ends[word] ?? 0) + (ends[word - 1] ?? 0);
  const holders = new Uint32Array(ends[length] ?? 0);
  const own = new Uint8Array(isTelling ? holders.length : 0);
  // From the last entry to the first, so that each list is filled from its end to its start.
  for (let entry = starts.length - 2; entry >= 0; entry -= 1) {
    if (entry % ENTRIES_IN_A_STEP === 0) yield;
    for (let n = starts[entry] ?? 0; n < (starts[entry + 1] ?? 0); n += 1) {
      if ((gains[n] !== 0) !== isTelling) continue;
      const word = numbers[n] ?? 0;
      const at = (ends[word] ?? 0) - 1;
      ends[word] = at;
      holders[at] = entry;
      if (isTelling) own[at] = gains[n] ?? 0;
    }
  }
  return { starts: ends, numbers: holders, gains: own };
}

/** Puts the words of each entry in their order, from the holders of each word. */
function* sortingSteps({ starts, numbers, gains }: GainLists, holders: readonly GainLists[]): Steps<void> {
  const next = starts.slice();
  const count = Math.max(...holders.map((lists) => lists.starts.length - 1));
  for (let word = 0; word < count; word += 1) {
    if (word % WORDS_IN_A_STEP === 0) yield;
    for (const lists of holders)
      for (let n = lists.starts[word] ?? 0; n < (lists.starts[word + 1] ?? 0); n += 1) {
        const entry = lists.numbers[n] ?? 0;
        const at = next[entry] ?? 0;
        next[entry] = at + 1;
        numbers[at] = word;
        gains[at] = lists.gains[n] ?? 0;
      }
  }
}
