import { distance } from "fastest-levenshtein";
import Fuse from "fuse.js";
import { Growing } from "../search/growing.ts";
import type { Steps } from "../steps.ts";
import type { Numbering } from "./numbering.ts";

/** Gives the known word that a mistyped one means, or the word itself. */
export type Speller = (word: string) => string;

const SHORTEST = 5;
/** From this length on a second slip is forgiven. */
const LONG = 8;
/** How many letters at its beginning a word with two slips must have right: "révolution" is no "révélation". */
const SURE_LETTERS = 4;
const MOST_CANDIDATES = 12;

/** Words that one step reads. */
const IN_A_STEP = 4096;

const FUSE = { ignoreLocation: true, threshold: 0.4, includeScore: true };

/**
 * A speller over folded words. A word that is known costs nothing; another is looked for with fuse.js among
 * the known words with the same first letter, and taken when it is a slip away: one letter more, less,
 * wrong or two swapped, and two in a long word. It is never mended to a word for which `isTelling` does not
 * hold: that would hide what is asked.
 */
export function* spellerSteps(known: Numbering, isTelling: (word: string) => boolean): Steps<Speller> {
  const isMeant = (word: string) => word.length >= SHORTEST - 1 && !/\d/.test(word) && isTelling(word);
  /** By first letter the words that may be meant, by their numbers. */
  const meant = new Map<string, Growing<Uint32Array<ArrayBuffer>>>();
  for (const [number, word] of known.texts.entries()) {
    if (number % IN_A_STEP === 0) yield;
    if (isMeant(word))
      meant.getOrInsertComputed(word.charAt(0), () => new Growing(new Uint32Array(16))).push(number);
  }
  const numbers = new Map([...meant].map(([letter, own]) => [letter, own.finished()]));
  const shelves = new Map<string, Fuse<string>>();
  // Most letters are never asked for.
  const shelfOf = (letter: string) =>
    shelves.getOrInsertComputed(letter, () => {
      const words = Array.from(numbers.get(letter) ?? [], (number) => known.texts[number] ?? "");
      return new Fuse(words, FUSE, Fuse.createIndex([], words));
    });
  return (word) => {
    if (known.find(word) !== undefined || word.length < SHORTEST || /\d/.test(word)) return word;
    const near = shelfOf(word.charAt(0)).search(word, { limit: MOST_CANDIDATES });
    const slips = word.length >= LONG ? 2 : 1;
    const [best] = near
      .map(({ item }) => ({ item, apart: slipsBetween(word, item) }))
      .filter(({ item, apart }) => apart <= slips && isLikely(word, item, apart))
      .toSorted((a, b) => a.apart - b.apart);
    return best?.item ?? word;
  };
}

/** Whether so many slips in a word make it the other: too many short words differ in one letter ("coupe", "coûte"). */
function isLikely(typed: string, word: string, slips: number): boolean {
  if (slips > 1) return word.startsWith(typed.slice(0, SURE_LETTERS));
  return typed.length > SHORTEST || typed.length !== word.length || sorted(typed) === sorted(word);
}

/** Two letters swapped are one slip, as the hand makes them. */
function slipsBetween(typed: string, word: string): number {
  const apart = distance(typed, word);
  const isSwap = apart === 2 && typed.length === word.length && sorted(typed) === sorted(word);
  return isSwap ? 1 : apart;
}

function sorted(word: string): string {
  return word.split("").toSorted().join("");
}
