import type { Steps } from "../steps.ts";

/** How alike a text is written to the ways in which people ask for an entry: cosines, 0 to 1. */
export interface Alike {
  /** To the one that is most alike, and to the third of them. */
  best: number;
  third: number;
  /** To all of them together. */
  all: number;
}

/** Texts by the letters they are written with, whatever their words mean: order, turns of phrase and slips are in them. */
export interface LetterIndex {
  /** Compares words with the texts of entries, by the entries' positions. */
  alike(words: readonly string[]): (entry: number) => Alike;
}

/** Trigrams are numbers below this: those of Latin letters differ, rare others may be taken for one. */
const TRIGRAMS = 2 ** 16;
const BASE = 31;

/** The different runs of three letters in words, spaces included, as numbers. */
export function trigramsOf(words: readonly string[]): Uint16Array {
  const text = ` ${words.join(" ")} `;
  const trigrams = new Set<number>();
  for (let n = 2; n < text.length; n += 1) {
    const [first, second, third] = [text.charCodeAt(n - 2), text.charCodeAt(n - 1), text.charCodeAt(n)];
    trigrams.add(((first * BASE + second) * BASE + third) % TRIGRAMS);
  }
  return Uint16Array.from(trigrams);
}

/** Entries that one step goes through. */
const IN_A_STEP = 64;

/** Indexes the trigrams of texts, for each entry those of all its texts. */
export function* letterSteps(entries: readonly (readonly Uint16Array[])[]): Steps<LetterIndex> {
  const squares = yield* squareSteps(entries);
  return letterIndex(yield* packingSteps(entries, squares), squares);
}

/** The square of how much each trigram tells: the more, the fewer texts hold it. */
function* squareSteps(entries: readonly (readonly Uint16Array[])[]): Steps<Float32Array> {
  const counts = new Uint32Array(TRIGRAMS);
  let all = 0;
  for (const [n, texts] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    all += texts.length;
    for (const text of texts) for (const trigram of text) counts[trigram] = (counts[trigram] ?? 0) + 1;
  }
  return Float32Array.from(counts, (count) => Math.log(1 + all / (1 + count)) ** 2);
}

/** How long the vector of some trigrams is. */
function lengthOf(trigrams: Uint16Array, squares: Float32Array): number {
  return Math.sqrt(trigrams.reduce((sum, trigram) => sum + (squares[trigram] ?? 0), 0));
}

/** Texts one after the other, in one array for all: as many small ones would take more than what they hold. */
interface Packed {
  trigrams: Uint16Array;
  /** Where each text begins, and how long its vector is. */
  starts: Uint32Array;
  lengths: Float32Array;
  /** The first text of each entry, and how long the vectors of all its texts are when they are added up. */
  firsts: Uint32Array;
  sums: Float32Array;
}

function* packingSteps(entries: readonly (readonly Uint16Array[])[], squares: Float32Array): Steps<Packed> {
  const texts = entries.reduce((sum, { length }) => sum + length, 0);
  const size = entries.reduce((sum, own) => sum + own.reduce((some, { length }) => some + length, 0), 0);
  const packed = {
    trigrams: new Uint16Array(size),
    starts: new Uint32Array(texts + 1),
    lengths: new Float32Array(texts),
    firsts: new Uint32Array(entries.length + 1),
    sums: new Float32Array(entries.length),
  };
  const sum = new Float32Array(TRIGRAMS);
  let count = 0;
  for (const [n, own] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    for (const text of own) {
      const start = packed.starts[count] ?? 0;
      const length = lengthOf(text, squares);
      packed.trigrams.set(text, start);
      packed.lengths[count] = length;
      count += 1;
      packed.starts[count] = start + text.length;
      for (const trigram of text)
        sum[trigram] = (sum[trigram] ?? 0) + Math.sqrt(squares[trigram] ?? 0) / length;
    }
    packed.firsts[n + 1] = count;
    packed.sums[n] = Math.sqrt(takeSquare(sum, own));
  }
  return packed;
}

/** The sum of the squares of what stands at the trigrams of texts, which are wiped. */
function takeSquare(values: Float32Array, texts: readonly Uint16Array[]): number {
  let square = 0;
  for (const text of texts)
    for (const trigram of text) {
      square += (values[trigram] ?? 0) ** 2;
      values[trigram] = 0;
    }
  return square;
}

function letterIndex(
  { trigrams, starts, lengths, firsts, sums }: Packed,
  squares: Float32Array,
): LetterIndex {
  return {
    alike(words) {
      const typed = trigramsOf(words);
      const length = lengthOf(typed, squares);
      // By trigram what it adds to the product, 0 for what is not typed.
      const products = new Float32Array(TRIGRAMS);
      for (const trigram of typed) products[trigram] = (squares[trigram] ?? 0) / length;
      const cosine = (text: number) => {
        let product = 0;
        for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1)
          product += products[trigrams[n] ?? 0] ?? 0;
        return product / (lengths[text] ?? 1);
      };
      const known = new Map<number, Alike>();
      return (entry) =>
        known.getOrInsertComputed(entry, () => {
          const cosines: number[] = [];
          for (let text = firsts[entry] ?? 0; text < (firsts[entry + 1] ?? 0); text += 1)
            cosines.push(cosine(text));
          const total = cosines.reduce((sum, one) => sum + one, 0);
          cosines.sort((a, b) => b - a);
          return { best: cosines[0] ?? 0, third: cosines[2] ?? 0, all: total / (sums[entry] || 1) };
        });
    },
  };
}
