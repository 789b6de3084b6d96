import { roomier, type GainLists } from "./lists.ts";

/** The texts of an entry, each by the numbers of its words in a table. */
export interface EntryWords {
  names: readonly (readonly number[])[];
  /** Ways to ask for it. */
  asked: readonly (readonly number[])[];
  /** All else that is said of it. */
  told: readonly number[];
}

const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
/** What a word says of an entry that it is neither called nor asked for by. */
export const TOLD_COUNTS = 0.5;

/** Collects the words of entries, one entry after the other. */
export class WordCollector {
  readonly #starts = [0];
  #numbers = new Uint32Array(1024);
  #gains = new Float32Array(1024);
  #count = 0;
  /** For each word 1 and where it was put last, which is within the present entry or before it. */
  #places = new Uint32Array(1024);
  /** For each word the text in which it was met last: twice in one counts once. */
  #lastTexts = new Uint32Array(1024);
  #texts = 0;

  add({ names, asked, told }: EntryWords): void {
    this.#addText(names.flat(), NAME_COUNTS);
    this.#addText(asked.flat(), ASKED_COUNTS);
    for (const phrase of asked) this.#addText(phrase, RECURRING_COUNTS / asked.length);
    this.#addText(told, 0);
    this.#starts.push(this.#count);
  }

  /**
   * For each entry its different words and how much they say of it: those of its names most, then those that
   * recur in ways to ask for it; 0 for what is merely told.
   */
  collected(): GainLists {
    return {
      starts: Uint32Array.from(this.#starts),
      numbers: this.#numbers.slice(0, this.#count),
      gains: this.#gains.slice(0, this.#count),
    };
  }

  #addText(words: readonly number[], gain: number): void {
    this.#texts += 1;
    const start = this.#starts.at(-1) ?? 0;
    for (const word of words) {
      while (word >= this.#places.length) {
        this.#places = roomier(this.#places);
        this.#lastTexts = roomier(this.#lastTexts);
      }
      if (this.#lastTexts[word] === this.#texts) continue;
      this.#lastTexts[word] = this.#texts;
      const place = (this.#places[word] ?? 0) - 1;
      if (place < start) this.#put(word, gain);
      else if (gain > 0) this.#gains[place] = (this.#gains[place] ?? 0) + gain;
      else if ((this.#gains[place] ?? 0) > 0) this.#gains[place] = (this.#gains[place] ?? 0) + TOLD_COUNTS;
    }
  }

  #put(word: number, gain: number): void {
    if (this.#count === this.#numbers.length) {
      this.#numbers = roomier(this.#numbers);
      this.#gains = roomier(this.#gains);
    }
    this.#numbers[this.#count] = word;
    this.#gains[this.#count] = gain;
    this.#count += 1;
    this.#places[word] = this.#count;
  }
}
