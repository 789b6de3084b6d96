import { fold, foldInto } from "../../story/fold.ts";
import { isTelling } from "../stopWords.ts";
import { roomier } from "./lists.ts";

const SPACE = 0x20;
/** Of the polynomial hash. */
const BASE = 31;

/**
 * Numbers different words as they come, from 0: the same word always gets the same number. By open addressing over
 * typed arrays: a Map would do, but it wants each of the millions of words in a story's texts as a string of its
 * own first, and reading them in place takes a third of the time.
 */
export class WordTable {
  /** The words by their numbers. */
  readonly words: string[] = [];
  readonly #telling: boolean[] = [];
  /** The letters of all words in UTF-8; those of a word are from `starts[word]` up to `starts[word + 1]`. */
  #letters = new Uint8Array(8192);
  #starts = new Uint32Array(1024);
  /** By twos the hash of a word and its number and 1, at where its hash leads or the next free place. */
  #slots = new Int32Array(4096);
  /** The text that is read, folded. */
  #folded = Buffer.alloc(1024);

  /** The numbers of the words of a text, in order. */
  read(text: string): number[] {
    const length = this.#take(text);
    const folded = this.#folded;
    const numbers: number[] = [];
    let hash = 0;
    let from = 0;
    for (let n = 0; n < length; n += 1) {
      const letter = folded[n] ?? SPACE;
      if (letter !== SPACE) hash = (Math.imul(hash, BASE) + letter) | 0;
      else {
        numbers.push(this.#numberOf(hash, from, n));
        from = n + 1;
        hash = 0;
      }
    }
    if (length > 0) numbers.push(this.#numberOf(hash, from, length));
    return numbers;
  }

  /** Whether a word says something of what is looked for. */
  isTelling(word: number): boolean {
    return this.#telling[word] ?? false;
  }

  /** Folds a text to be read; gives its length. */
  #take(text: string): number {
    if (text.length > this.#folded.length) this.#folded = Buffer.alloc(2 * text.length);
    const length = foldInto(text, this.#folded);
    if (length >= 0) return length;
    this.#folded = Buffer.from(fold(text));
    return this.#folded.length;
  }

  #numberOf(hash: number, from: number, to: number): number {
    for (let slot = this.#firstSlot(hash); ; slot = this.#nextSlot(slot)) {
      const word = (this.#slots[slot + 1] ?? 0) - 1;
      if (word < 0) return this.#add(hash, from, to);
      if (this.#slots[slot] === hash && this.#isWord(word, from, to)) return word;
    }
  }

  #isWord(word: number, from: number, to: number): boolean {
    const letters = this.#letters;
    const folded = this.#folded;
    const start = this.#starts[word] ?? 0;
    if ((this.#starts[word + 1] ?? 0) - start !== to - from) return false;
    for (let n = from; n < to; n += 1) if (letters[start + n - from] !== folded[n]) return false;
    return true;
  }

  #add(hash: number, from: number, to: number): number {
    const word = this.words.length;
    const start = this.#starts[word] ?? 0;
    const end = start + to - from;
    if (word + 1 === this.#starts.length) this.#starts = roomier(this.#starts);
    while (end > this.#letters.length) this.#letters = roomier(this.#letters);
    this.#letters.set(this.#folded.subarray(from, to), start);
    this.#starts[word + 1] = end;
    const own = this.#folded.toString("utf8", from, to);
    this.words.push(own);
    this.#telling.push(isTelling(own));
    if (4 * this.words.length > this.#slots.length) {
      const before = this.#slots;
      this.#slots = new Int32Array(2 * before.length);
      for (let slot = 0; slot < before.length; slot += 2)
        if (before[slot + 1] !== 0) this.#fill(before[slot] ?? 0, before[slot + 1] ?? 0);
    }
    this.#fill(hash, this.words.length);
    return word;
  }

  #fill(hash: number, numbered: number): void {
    let slot = this.#firstSlot(hash);
    while (this.#slots[slot + 1] !== 0) slot = this.#nextSlot(slot);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = numbered;
  }

  #firstSlot(hash: number): number {
    return 2 * ((hash ^ (hash >>> 15)) & (this.#slots.length / 2 - 1));
  }

  #nextSlot(slot: number): number {
    return (slot + 2) & (this.#slots.length - 1);
  }
}
