import { GAIN, resized, type GainLists } from "./lists.ts";
import type { TextBuffer } from "./textBuffer.ts";

/** The texts of an entry, in this order: so many names, so many ways to ask for it, then all else that is said of it. */
export interface EntryTexts {
  texts: TextBuffer;
  names: number;
  asked: number;
}

export const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
/** What a word says of an entry that it is neither called nor asked for by. */
export const TOLD_COUNTS = 0.5;

/** For each entry its different words, in no order, and how much they say of it; 0 for what is merely told. */
export interface CollectedWords extends GainLists {
  /** In how many entries a word is merely told, and of how many it tells; by its number. */
  told(word: number): number;
  telling(word: number): number;
}

const [MET, TEXT, TOLD, TELLING] = [4, 1, 2, 3] as const;

/** Collects the words of entries, one entry after the other. */
export class WordCollector {
  readonly #starts = [0];
  #numbers = new Uint32Array(1024);
  #gains = new Uint8Array(1024);
  /** Where the present entry begins, and how many different words it has. */
  #start = 0;
  #count = 0;
  /** What the words of the present entry say of it. */
  #said = new Float32Array(1024);
  /**
   * By fours for each word 1 and where it was put last, in the present entry or in one before it; the text in which it
   * was met last, since twice in one counts once; in how many entries it is merely told; of how many it tells. They
   * stand together because most of the time goes into waiting for memory.
   */
  #met = new Uint32Array(4096);
  #texts = 0;

  add({ texts, names, asked }: EntryTexts): void {
    const { starts, numbers, count } = texts;
    const [askedFrom, toldFrom, end] = [starts[names] ?? 0, starts[names + asked] ?? 0, starts[count] ?? 0];
    this.#makeRoom(numbers, end);
    this.#addText(numbers, 0, askedFrom, NAME_COUNTS);
    this.#addText(numbers, askedFrom, toldFrom, ASKED_COUNTS);
    for (let text = names; text < names + asked; text += 1)
      this.#addText(numbers, starts[text] ?? 0, starts[text + 1] ?? 0, RECURRING_COUNTS / asked);
    this.#addText(numbers, toldFrom, end, 0);
    this.#endEntry();
  }

  /** All that was added; nothing can be added any more. */
  collected(): CollectedWords {
    return {
      starts: Uint32Array.from(this.#starts),
      numbers: resized(this.#numbers, this.#start),
      gains: resized(this.#gains, this.#start),
      told: (word) => this.#met[MET * word + TOLD] ?? 0,
      telling: (word) => this.#met[MET * word + TELLING] ?? 0,
    };
  }

  #addText(words: Uint32Array, from: number, to: number, gain: number): void {
    const [numbers, said, met] = [this.#numbers, this.#said, this.#met];
    this.#texts += 1;
    for (let n = from; n < to; n += 1) {
      const word = words[n] ?? 0;
      if (met[MET * word + TEXT] === this.#texts) continue;
      met[MET * word + TEXT] = this.#texts;
      const place = (met[MET * word] ?? 0) - 1 - this.#start;
      if (place < 0) {
        numbers[this.#start + this.#count] = word;
        said[this.#count] = gain;
        this.#count += 1;
        met[MET * word] = this.#start + this.#count;
      } else {
        const before = said[place] ?? 0;
        if (gain > 0) said[place] = before + gain;
        else if (before > 0) said[place] = before + TOLD_COUNTS;
      }
    }
  }

  #endEntry(): void {
    for (let n = 0; n < this.#count; n += 1) {
      const gain = Math.round((this.#said[n] ?? 0) / GAIN);
      this.#gains[this.#start + n] = gain;
      const counter = MET * (this.#numbers[this.#start + n] ?? 0) + (gain > 0 ? TELLING : TOLD);
      this.#met[counter] = (this.#met[counter] ?? 0) + 1;
    }
    this.#start += this.#count;
    this.#count = 0;
    this.#starts.push(this.#start);
  }

  /** Room for the words of an entry, whatever their numbers, and were all of them different. */
  #makeRoom(words: Uint32Array, count: number): void {
    while (count > this.#said.length) this.#said = resized(this.#said, 2 * this.#said.length);
    while (this.#start + count > this.#numbers.length) {
      this.#numbers = resized(this.#numbers, 2 * this.#numbers.length);
      this.#gains = resized(this.#gains, this.#numbers.length);
    }
    let largest = 0;
    for (let n = 0; n < count; n += 1) largest = Math.max(largest, words[n] ?? 0);
    while (MET * largest >= this.#met.length) this.#met = resized(this.#met, 2 * this.#met.length);
  }
}
