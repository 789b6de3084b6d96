import type { Steps } from "../steps.ts";
import { Growing } from "../search/growing.ts";

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

/** The runs of three letters in words, spaces included, as numbers. */
function trigramsOf(words: readonly string[]): Uint16Array {
  const text = ` ${words.join(" ")} `;
  const trigrams = new Uint16Array(Math.max(0, text.length - 2));
  let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  for (let n = 0; n < trigrams.length; n += 1) {
    const third = text.charCodeAt(n + 2);
    trigrams[n] = ((first * BASE + second) * BASE + third) % TRIGRAMS;
    [first, second] = [second, third];
  }
  return trigrams;
}

/** Entries that one step goes through. */
const IN_A_STEP = 64;

/** Texts one after the other, in one array for all: as many small ones would take more than what they hold. */
interface Packed {
  trigrams: Uint16Array;
  /** Where each text begins. */
  starts: Uint32Array;
  /** The first text of each entry. */
  firsts: Uint32Array;
}

/** Texts by their letters, as plain data: it can be kept in a file. */
export interface CollectedLetters {
  readonly packed: Packed;
  /** By trigram the square of how much it tells: the more, the fewer texts hold it. */
  readonly squares: Float32Array;
  readonly lengths: Lengths;
}

/** Collects the ways in which people ask for entries, one entry after the other. */
export class LetterCollector {
  readonly #trigrams = new Growing(new Uint16Array(8192));
  readonly #starts = new Growing(new Uint32Array(1024));
  readonly #firsts = new Growing(new Uint32Array(1024));
  /** By trigram the last text that held it, and 1. */
  readonly #last = new Uint32Array(TRIGRAMS);
  /** By trigram how many texts hold it. */
  readonly #counts = new Uint32Array(TRIGRAMS);

  /** Adds the texts of the next entry, as words. */
  add(texts: readonly (readonly string[])[]): void {
    this.#firsts.push(this.#starts.length);
    for (const words of texts) {
      this.#starts.push(this.#trigrams.length);
      const text = this.#starts.length;
      for (const trigram of trigramsOf(words)) {
        if (this.#last[trigram] === text) continue;
        this.#last[trigram] = text;
        this.#counts[trigram] = (this.#counts[trigram] ?? 0) + 1;
        this.#trigrams.push(trigram);
      }
    }
  }

  /** Nothing can be added any more. */
  *collectedSteps(): Steps<CollectedLetters> {
    const all = this.#starts.length;
    this.#firsts.push(all);
    this.#starts.push(this.#trigrams.length);
    const packed = {
      trigrams: this.#trigrams.finished(),
      starts: this.#starts.finished(),
      firsts: this.#firsts.finished(),
    };
    const squares = Float32Array.from(this.#counts, (count) => Math.log(1 + all / (1 + count)) ** 2);
    return { packed, squares, lengths: yield* lengthSteps(packed, squares) };
  }
}

/** How long vectors are: that of each text, and for each entry those of all its texts when they are added up. */
interface Lengths {
  ofTexts: Float32Array;
  ofEntries: Float32Array;
}

function* lengthSteps({ trigrams, starts, firsts }: Packed, squares: Float32Array): Steps<Lengths> {
  const ofTexts = new Float32Array(starts.length - 1);
  const ofEntries = new Float32Array(firsts.length - 1);
  const sum = new Float32Array(TRIGRAMS);
  for (let entry = 0; entry < ofEntries.length; entry += 1) {
    if (entry % IN_A_STEP === 0) yield;
    const [first, end] = [firsts[entry] ?? 0, firsts[entry + 1] ?? 0];
    for (let text = first; text < end; text += 1) {
      const [from, to] = [starts[text] ?? 0, starts[text + 1] ?? 0];
      let square = 0;
      for (let n = from; n < to; n += 1) square += squares[trigrams[n] ?? 0] ?? 0;
      const length = Math.sqrt(square);
      ofTexts[text] = length;
      for (let n = from; n < to; n += 1) {
        const trigram = trigrams[n] ?? 0;
        sum[trigram] = (sum[trigram] ?? 0) + Math.sqrt(squares[trigram] ?? 0) / length;
      }
    }
    ofEntries[entry] = Math.sqrt(takeSquare(sum, trigrams.subarray(starts[first], starts[end])));
  }
  return { ofTexts, ofEntries };
}

/** The sum of the squares of what stands at trigrams, which are wiped. */
function takeSquare(values: Float32Array, trigrams: Uint16Array): number {
  let square = 0;
  for (const trigram of trigrams) {
    square += (values[trigram] ?? 0) ** 2;
    values[trigram] = 0;
  }
  return square;
}

/** Compares with the texts that were collected. */
export function createLetterIndex({
  packed: { trigrams, starts, firsts },
  squares,
  lengths,
}: CollectedLetters): LetterIndex {
  return {
    alike(words) {
      // By trigram whether it is typed.
      const typed = new Uint8Array(TRIGRAMS);
      let square = 0;
      for (const trigram of trigramsOf(words)) {
        if (typed[trigram] === 0) square += squares[trigram] ?? 0;
        typed[trigram] = 1;
      }
      const length = Math.sqrt(square);
      const cosine = (text: number) => {
        let product = 0;
        for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1) {
          const trigram = trigrams[n] ?? 0;
          if (typed[trigram] === 1) product += Math.fround((squares[trigram] ?? 0) / length);
        }
        return product / (lengths.ofTexts[text] || 1);
      };
      const known = new Map<number, Alike>();
      return (entry) =>
        known.getOrInsertComputed(entry, () => {
          const cosines: number[] = [];
          for (let text = firsts[entry] ?? 0; text < (firsts[entry + 1] ?? 0); text += 1)
            cosines.push(cosine(text));
          const total = cosines.reduce((sum, one) => sum + one, 0);
          cosines.sort((a, b) => b - a);
          return {
            best: cosines[0] ?? 0,
            third: cosines[2] ?? 0,
            all: total / (lengths.ofEntries[entry] || 1),
          };
        });
    },
  };
}
