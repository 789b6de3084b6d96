import { GAIN, resized, type GainLists } from "./lists.ts";

/** The texts of an entry, each by the numbers of its words in a table. */
export interface EntryWords {
  names: readonly (readonly number[])[];
  /** Ways to ask for it. */
  asked: readonly (readonly number[])[];
  /** All else that is said of it. */
  told: readonly number[];
}

export const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
/** What a word says of an entry that it is neither called nor asked for by. */
export const TOLD_COUNTS = 0.5;

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
   * By twos for each word 1 and where it was put last, in the present entry or in one before it, and the text in
   * which it was met last: twice in one counts once.
   */
  #met = new Uint32Array(2048);
  #texts = 0;

  add({ names, asked, told }: EntryWords): void {
    this.#addText(names.flat(), NAME_COUNTS);
    this.#addText(asked.flat(), ASKED_COUNTS);
    for (const phrase of asked) this.#addText(phrase, RECURRING_COUNTS / asked.length);
    this.#addText(told, 0);
    for (let n = 0; n < this.#count; n += 1)
      this.#gains[this.#start + n] = Math.round((this.#said[n] ?? 0) / GAIN);
    this.#start += this.#count;
    this.#count = 0;
    this.#starts.push(this.#start);
  }

  /**
   * For each entry its different words and how much they say of it: those of its names most, then those that
   * recur in ways to ask for it; 0 for what is merely told. Nothing can be added any more.
   */
  collected(): GainLists {
    return {
      starts: Uint32Array.from(this.#starts),
      numbers: resized(this.#numbers, this.#start),
      gains: resized(this.#gains, this.#start),
    };
  }

  #addText(words: readonly number[], gain: number): void {
    this.#makeRoom(words);
    const [numbers, said, met] = [this.#numbers, this.#said, this.#met];
    this.#texts += 1;
    for (const word of words) {
      if (met[2 * word + 1] === this.#texts) continue;
      met[2 * word + 1] = this.#texts;
      const place = (met[2 * word] ?? 0) - 1 - this.#start;
      if (place < 0) {
        numbers[this.#start + this.#count] = word;
        said[this.#count] = gain;
        this.#count += 1;
        met[2 * word] = this.#start + this.#count;
      } else {
        const before = said[place] ?? 0;
        if (gain > 0) said[place] = before + gain;
        else if (before > 0) said[place] = before + TOLD_COUNTS;
      }
    }
  }

  /** Room for these words, whatever their numbers, and were all of them new to the entry. */
  #makeRoom(words: readonly number[]): void {
    const count = this.#count + words.length;
    while (count > this.#said.length) this.#said = resized(this.#said, 2 * this.#said.length);
    while (this.#start + count > this.#numbers.length) {
      this.#numbers = resized(this.#numbers, 2 * this.#numbers.length);
      this.#gains = resized(this.#gains, this.#numbers.length);
    }
    const largest = words.reduce((most, word) => Math.max(most, word), 0);
    while (2 * largest >= this.#met.length) this.#met = resized(this.#met, 2 * this.#met.length);
  }
}
