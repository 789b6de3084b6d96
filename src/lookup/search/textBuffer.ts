import { resized, type Lists } from "./lists.ts";

/**
 * Texts as lists of the numbers of their words, one text after the other. What is read of one entry is overwritten
 * by the next: an array for each text would be most of the garbage that reading a large story leaves.
 */
export class TextBuffer implements Lists {
  starts = new Uint32Array(64);
  numbers = new Uint32Array(1024);
  /** How many texts there are. */
  count = 0;
  /** How many words they have, those of a text that has no end yet included. */
  #length = 0;

  clear(): void {
    this.count = 0;
    this.#length = 0;
  }

  /** Adds a word to the text that is read. */
  addWord(word: number): void {
    if (this.#length === this.numbers.length) this.numbers = resized(this.numbers, 2 * this.#length);
    this.numbers[this.#length] = word;
    this.#length += 1;
  }

  /** Takes back the words of the text that is read. */
  dropWords(): void {
    this.#length = this.starts[this.count] ?? 0;
  }

  endText(): void {
    this.count += 1;
    if (this.count === this.starts.length) this.starts = resized(this.starts, 2 * this.count);
    this.starts[this.count] = this.#length;
  }
}
