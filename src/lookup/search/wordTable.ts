import { BY_RULES, fold, foldedLetter, SPACE } from "../../story/fold.ts";
import { isTelling } from "../stopWords.ts";
import { resized } from "./lists.ts";

/** The hash of a text as an unsigned 32-bit integer. */
export function hashOf(text: string): number {
  const letters = Buffer.from(text);
  let hash = 0;
  for (let n = 0; n < letters.length; n += 1) hash = hashWith(letters[n] ?? 0, hash);
  return hash >>> 0;
}

/** The polynomial hash of UTF-8 that goes on with another byte. */
function hashWith(byte: number, hash: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

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
  #known = new Uint8Array(8192);
  #starts = new Uint32Array(1024);
  /** By twos the hash of a word and its number and 1, at where its hash leads or the next free place. */
  #slots = new Int32Array(4096);
  /** Those of the word that is read. */
  #letters = Buffer.alloc(1024);

  /** The numbers of the words of texts, in order. */
  read(...texts: readonly string[]): number[] {
    const numbers: number[] = [];
    for (const text of texts) {
      const before = numbers.length;
      if (this.#readLetters(text, numbers)) continue;
      numbers.length = before;
      for (const word of fold(text).split(" ")) if (word !== "") numbers.push(this.#numberOfText(word));
    }
    return numbers;
  }

  /** Whether a word says something of what is looked for. */
  isTelling(word: number): boolean {
    return this.#telling[word] ?? false;
  }

  /** What `hashOf` gives for these words written without spaces. */
  hashOf(words: readonly number[]): number {
    let hash = 0;
    for (const word of words)
      for (let n = this.#starts[word] ?? 0; n < (this.#starts[word + 1] ?? 0); n += 1)
        hash = hashWith(this.#known[n] ?? 0, hash);
    return hash >>> 0;
  }

  /** Reads a text letter by letter; gives false where that does not fold it. */
  #readLetters(text: string, numbers: number[]): boolean {
    if (text.length > this.#letters.length) this.#letters = Buffer.alloc(2 * text.length);
    const letters = this.#letters;
    let hash = 0;
    let length = 0;
    for (let n = 0; n < text.length; n += 1) {
      const letter = foldedLetter(text.charCodeAt(n));
      if (letter === BY_RULES) return false;
      if (letter !== SPACE) {
        letters[length] = letter;
        length += 1;
        hash = hashWith(letter, hash);
      } else if (length > 0) {
        numbers.push(this.#numberOf(hash, length));
        hash = 0;
        length = 0;
      }
    }
    if (length > 0) numbers.push(this.#numberOf(hash, length));
    return true;
  }

  #numberOfText(word: string): number {
    this.#letters = Buffer.from(word);
    return this.#numberOf(hashOf(word) | 0, this.#letters.length);
  }

  /** The number of the word that is read. */
  #numberOf(hash: number, length: number): number {
    for (let slot = this.#firstSlot(hash); ; slot = this.#nextSlot(slot)) {
      const word = (this.#slots[slot + 1] ?? 0) - 1;
      if (word < 0) return this.#add(hash, length);
      if (this.#slots[slot] === hash && this.#isRead(word, length)) return word;
    }
  }

  #isRead(word: number, length: number): boolean {
    const known = this.#known;
    const letters = this.#letters;
    const start = this.#starts[word] ?? 0;
    if ((this.#starts[word + 1] ?? 0) - start !== length) return false;
    for (let n = 0; n < length; n += 1) if (known[start + n] !== letters[n]) return false;
    return true;
  }

  #add(hash: number, length: number): number {
    const word = this.words.length;
    const start = this.#starts[word] ?? 0;
    const end = start + length;
    if (word + 1 === this.#starts.length) this.#starts = resized(this.#starts, 2 * this.#starts.length);
    while (end > this.#known.length) this.#known = resized(this.#known, 2 * this.#known.length);
    this.#known.set(this.#letters.subarray(0, length), start);
    this.#starts[word + 1] = end;
    const own = this.#letters.toString("utf8", 0, length);
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
