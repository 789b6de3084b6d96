import type { Vocabulary } from "./vocabulary.ts";

/** The words of an entry. */
export interface EntryWords {
  /** Those by which it is called and asked for, and how much each says about it: more than 0. */
  telling: ReadonlyMap<string, number>;
  /** All that are said of it, in any order, as often as they come; what is telling as well counts as telling. */
  told: readonly string[];
}

/** Lists of numbers one after the other: list n is from `starts[n]` up to, not including, `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/**
 * Which words stand in which entries, both by their numbers. Typed arrays, because a story of a million
 * entries has some fifty million such pairs: as objects they would take gigabytes, and long garbage
 * collections while members type.
 */
export interface Postings {
  readonly vocabulary: Vocabulary;
  /** For each word the entries of which it tells, in their order, and how much. */
  readonly telling: Lists & { readonly gains: Float64Array };
  /** For each word the other entries that hold it, in their order. */
  readonly told: Lists;
  /** For each entry its words, in the order of the vocabulary. */
  readonly words: Lists;
}

/** Indexes entries under their positions. */
export function createPostings(entries: Iterable<EntryWords>): Postings {
  const { words, pairs } = readEntries(entries);
  const vocabulary = [...words.keys()].toSorted();
  const places = new Uint32Array(vocabulary.length);
  for (const [place, word] of vocabulary.entries()) places[words.get(word) ?? 0] = place;

  const telling = layOut(vocabulary.length, (add) =>
    eachPair(pairs, (entry, word, gain) => gain > 0 && add(places[word] ?? 0, entry, gain)),
  );
  const told = layOut(vocabulary.length, (add) =>
    eachPair(pairs, (entry, word, gain) => gain === 0 && add(places[word] ?? 0, entry, 0)),
  );
  const ofEntry = layOut(pairs.starts.length - 1, (add) => {
    for (let word = 0; word < vocabulary.length; word += 1)
      for (const { starts, numbers } of [telling, told])
        for (let n = starts[word] ?? 0; n < (starts[word + 1] ?? 0); n += 1) add(numbers[n] ?? 0, word, 0);
  });
  return { vocabulary, telling, told, words: ofEntry };
}

/** Lays out lists of numbers and gains. `each` gives all of them twice, once to count and once to fill. */
function layOut(
  count: number,
  each: (add: (list: number, number: number, gain: number) => void) => void,
): Postings["telling"] {
  const starts = new Uint32Array(count + 1);
  let gaining = false;
  each((list, _, gain) => {
    starts[list + 1] = (starts[list + 1] ?? 0) + 1;
    gaining ||= gain > 0;
  });
  for (let list = 0; list < count; list += 1)
    starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0);
  const next = starts.slice(0, count);
  const numbers = new Uint32Array(starts[count] ?? 0);
  const gains = new Float64Array(gaining ? numbers.length : 0);
  each((list, number, gain) => {
    const at = next[list] ?? 0;
    numbers[at] = number;
    if (gaining) gains[at] = gain;
    next[list] = at + 1;
  });
  return { starts, numbers, gains };
}

/** The words of each entry, numbered as they come, with their gains; 0 for what is merely told. */
type Pairs = Postings["telling"];

function readEntries(entries: Iterable<EntryWords>): { words: Map<string, number>; pairs: Pairs } {
  const words = new Map<string, number>();
  /** For each word the last entry that held it, so that none has it twice. */
  const last: number[] = [];
  const starts = [0];
  let [numbers, gains] = [new Uint32Array(1024), new Float64Array(1024)];
  let count = 0;
  const add = (word: string, gain: number) => {
    let number = words.get(word);
    if (number === undefined) {
      number = words.size;
      words.set(word, number);
    }
    if (last[number] === starts.length) return;
    last[number] = starts.length;
    if (count === numbers.length) [numbers, gains] = [twice(numbers), twice(gains)];
    numbers[count] = number;
    gains[count] = gain;
    count += 1;
  };
  for (const { telling, told } of entries) {
    for (const [word, gain] of telling) add(word, gain);
    for (const word of told) if (word !== "") add(word, 0);
    starts.push(count);
  }
  return { words, pairs: { starts: Uint32Array.from(starts), numbers, gains } };
}

/** The same numbers with as much room again. */
function twice<Numbers extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: Numbers,
): Numbers {
  return new (numbers.constructor as new (buffer: ArrayBuffer) => Numbers)(
    numbers.buffer.transfer(2 * numbers.byteLength),
  );
}

function eachPair(
  { starts, numbers, gains }: Pairs,
  use: (entry: number, word: number, gain: number) => void,
): void {
  for (let entry = 0; entry + 1 < starts.length; entry += 1)
    for (let n = starts[entry] ?? 0; n < (starts[entry + 1] ?? 0); n += 1)
      use(entry, numbers[n] ?? 0, gains[n] ?? 0);
}

/** The first place from `from` up to `to` whose number is not below `least`; the numbers ascend. */
export function firstAtLeast(numbers: Uint32Array, least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
