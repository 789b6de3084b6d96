import { BY_RULES, fold, foldedLetter, SPACE } from "../../story/fold.ts";
import { STOP_WORDS } from "../stopWords.ts";
import { resized } from "./lists.ts";
import type { TextBuffer } from "./textBuffer.ts";

/** The hash of the words of a text written without spaces, once they are folded; an unsigned 32-bit integer. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let n = 0; n < text.length; n += 1) {
    const letter = foldedLetter(text.charCodeAt(n));
    if (letter === BY_RULES) {
      const letters = Buffer.from(fold(text).replaceAll(" ", ""));
      return hashOfLetters(letters, letters.length) >>> 0;
    }
    if (letter !== SPACE) hash = hashedOn(hash, letter);
  }
  return hash >>> 0;
}

const HASH_BASE = 31;

/** The polynomial hash of the first bytes, as a signed 32-bit integer. */
function hashOfLetters(letters: Uint8Array, length: number): number {
  let hash = 0;
  for (let n = 0; n < length; n += 1) hash = hashedOn(hash, letters[n] ?? 0);
  return hash;
}

function hashedOn(hash: number, letter: number): number {
  return (Math.imul(hash, HASH_BASE) + letter) | 0;
}

/** A word of at most so many bytes is its own key, and needs no comparing. */
const LONGEST_KEY = 12;
/** Begins the key of a longer word: no byte of UTF-8 is 0xff. */
const LONG = -1;
/** A slot has the three numbers of a key, and the number of a word. */
const SLOT = 4;

/**
 * Numbers different words as they come, after those that tell nothing: the same word always gets the same number.
 * By open addressing over typed arrays: a Map would do, but it wants each of the millions of words in a story's texts
 * as a string of its own first, and reading them in place takes a quarter of the time. Most of that is waiting for
 * memory, so that all that tells whether a slot is the right one stands in it.
 */
export class WordTable {
  /** The words by their numbers. */
  readonly words: string[] = [];
  /** The letters of all words in UTF-8; those of a word are from `starts[word]` up to `starts[word + 1]`. */
  #known = new Uint8Array(8192);
  #starts = new Uint32Array(1024);
  /** By twos the hash of a word, and what the hash of what stands before it is multiplied with. */
  #hashes = new Int32Array(2048);
  /** The key of a word and its number and 1, at where its key leads or the next free place. */
  #slots = new Int32Array(SLOT * 2048);
  /** Those of the word that is read, with zeros after it as far as a key goes. */
  #letters = Buffer.alloc(1024);
  #key = keyIn(this.#letters);

  constructor() {
    // They come first, so that a word's number says whether it is one of them.
    for (const word of STOP_WORDS) this.#numberOfText(word);
  }

  /** Puts the numbers of a text's words into a buffer, as its next text. */
  read(text: string, into: TextBuffer): void {
    if (!this.#readLetters(text, into)) {
      into.dropWords();
      for (const word of fold(text).split(" ")) if (word !== "") into.addWord(this.#numberOfText(word));
    }
    into.endText();
  }

  /** What `hashOf` gives for a text of a buffer. */
  hashOf(texts: TextBuffer, text: number): number {
    return this.#hashFrom(0, texts, text);
  }

  /** The same of those words alone that say something of what is looked for. */
  hashOfTelling(texts: TextBuffer, text: number): number {
    return this.#hashFrom(STOP_WORDS.size, texts, text);
  }

  /** The hash of the words whose numbers are at least `least`. */
  #hashFrom(least: number, { starts, numbers }: TextBuffer, text: number): number {
    let hash = 0;
    for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1) {
      const word = numbers[n] ?? 0;
      if (word >= least)
        hash = (Math.imul(hash, this.#hashes[2 * word + 1] ?? 0) + (this.#hashes[2 * word] ?? 0)) | 0;
    }
    return hash >>> 0;
  }

  /** Reads a text letter by letter; gives false where that does not fold it. */
  #readLetters(text: string, into: TextBuffer): boolean {
    this.#begin(text.length);
    const letters = this.#letters;
    let length = 0;
    for (let n = 0; n < text.length; n += 1) {
      const letter = foldedLetter(text.charCodeAt(n));
      if (letter === BY_RULES) return false;
      if (letter !== SPACE) {
        letters[length] = letter;
        length += 1;
      } else if (length > 0) {
        into.addWord(this.#numberOf(length));
        clear(this.#key);
        length = 0;
      }
    }
    if (length > 0) into.addWord(this.#numberOf(length));
    return true;
  }

  #numberOfText(word: string): number {
    const length = Buffer.byteLength(word);
    this.#begin(length);
    this.#letters.write(word);
    return this.#numberOf(length);
  }

  /** Makes ready for a word, with room for so many bytes. */
  #begin(length: number): void {
    if (length > this.#letters.length) {
      this.#letters = Buffer.alloc(2 * length);
      this.#key = keyIn(this.#letters);
    }
    clear(this.#key);
  }

  /** The number of the word that is read, of so many bytes. */
  #numberOf(length: number): number {
    const isLong = length > LONGEST_KEY;
    const key = this.#key;
    const first = isLong ? LONG : (key[0] ?? 0);
    const second = isLong ? hashOfLetters(this.#letters, length) : (key[1] ?? 0);
    const third = isLong ? length : (key[2] ?? 0);
    const slots = this.#slots;
    for (let slot = this.#firstSlot(first, second, third); ; slot = this.#nextSlot(slot)) {
      const word = (slots[slot + 3] ?? 0) - 1;
      if (word < 0) return this.#add(first, second, third, length);
      const isIts = slots[slot] === first && slots[slot + 1] === second && slots[slot + 2] === third;
      if (isIts && (!isLong || this.#isRead(word, length))) return word;
    }
  }

  #isRead(word: number, length: number): boolean {
    const start = this.#starts[word] ?? 0;
    return this.#letters.compare(this.#known, start, start + length, 0, length) === 0;
  }

  #add(first: number, second: number, third: number, length: number): number {
    const word = this.words.length;
    const start = this.#starts[word] ?? 0;
    const end = start + length;
    if (word + 1 === this.#starts.length) this.#starts = resized(this.#starts, 2 * this.#starts.length);
    while (end > this.#known.length) this.#known = resized(this.#known, 2 * this.#known.length);
    this.#known.set(this.#letters.subarray(0, length), start);
    this.#starts[word + 1] = end;
    if (2 * word + 2 > this.#hashes.length) this.#hashes = resized(this.#hashes, 2 * this.#hashes.length);
    this.#hashes[2 * word] = hashOfLetters(this.#letters, length);
    this.#hashes[2 * word + 1] = powerOfBase(length);
    this.words.push(this.#letters.toString("utf8", 0, length));
    if (2 * SLOT * this.words.length > this.#slots.length) this.#grow();
    this.#fill(first, second, third, this.words.length);
    return word;
  }

  /** Twice the slots, so that no more than half of them are taken. */
  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    for (let slot = 0; slot < before.length; slot += SLOT) {
      const [first = 0, second = 0, third = 0, numbered = 0] = before.subarray(slot, slot + SLOT);
      if (numbered !== 0) this.#fill(first, second, third, numbered);
    }
  }

  #fill(first: number, second: number, third: number, numbered: number): void {
    let slot = this.#firstSlot(first, second, third);
    while (this.#slots[slot + 3] !== 0) slot = this.#nextSlot(slot);
    this.#slots.set([first, second, third, numbered], slot);
  }

  #firstSlot(first: number, second: number, third: number): number {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
    return SLOT * ((hash ^ (hash >>> 15)) & (this.#slots.length / SLOT - 1));
  }

  #nextSlot(slot: number): number {
    return (slot + SLOT) & (this.#slots.length - 1);
  }
}

/** `HASH_BASE` to the power of a length, modulo 2³². */
function powerOfBase(length: number): number {
  let power = 1;
  for (let n = 0; n < length; n += 1) power = Math.imul(power, HASH_BASE);
  return power;
}

function keyIn({ buffer, byteOffset }: Buffer<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer, byteOffset, LONGEST_KEY / Int32Array.BYTES_PER_ELEMENT);
}

/** One number after the other: `fill` takes longer for three than reading a word. */
function clear(key: Int32Array): void {
  key[0] = 0;
  key[1] = 0;
  key[2] = 0;
}
