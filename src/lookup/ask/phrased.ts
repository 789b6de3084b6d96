import type { Steps } from "../steps.ts";
import { Growing } from "../search/growing.ts";
import { inverseSteps } from "../search/inverse.ts";
import type { Lists } from "../search/lists.ts";
import type { Numbering } from "./numbering.ts";

/** Gives the place of the one entry that is asked for or called in just these folded words; null where none or several are. */
export type Phrased = (words: readonly string[]) => number | null;

/** Phrases that one step goes through. */
const IN_A_STEP = 16_384;

/**
 * Phrases are held by two hashes, since whole ones would take many times as much: one leads to a shelf, of which there are
 * as many as phrases, and those on it are told apart by the other, of 32 bits. What is typed can be taken for another
 * phrase that way. That is accepted since a shelf holds one phrase or so: it happens to about one text in four billion.
 */
const BASES = { shelf: 0x9e3779b1, mark: 0x85ebca6b };

/** Phrases by their hashes, as plain data: it can be kept in a file. */
export interface CollectedPhrases {
  /** For each shelf the phrases on it. */
  readonly shelves: Lists;
  /** By phrase its entry, and its mark. */
  readonly entries: Uint32Array;
  readonly marks: Uint32Array;
}

/** Collects the ways in which entries are called and asked for, one entry after the other. */
export class PhraseCollector {
  #count = 0;
  readonly #entries = new Growing(new Uint32Array(1024));
  readonly #shelves = new Growing(new Uint32Array(1024));
  readonly #marks = new Growing(new Uint32Array(1024));

  /** Adds the phrases of the next entry, as the numbers of their words. */
  add(phrases: readonly (readonly number[])[]): void {
    for (const phrase of phrases) {
      this.#entries.push(this.#count);
      this.#shelves.push(hashOf(phrase, BASES.shelf));
      this.#marks.push(hashOf(phrase, BASES.mark));
    }
    this.#count += 1;
  }

  /** Nothing can be added any more. */
  *collectedSteps(): Steps<CollectedPhrases> {
    const count = this.#entries.length;
    const numbers = this.#shelves.finished();
    const starts = new Uint32Array(count + 1);
    for (let phrase = 0; phrase < count; phrase += 1) {
      if (phrase % IN_A_STEP === 0) yield;
      numbers[phrase] = (numbers[phrase] ?? 0) % count;
      starts[phrase + 1] = phrase + 1;
    }
    return {
      shelves: yield* inverseSteps({ starts, numbers }, count),
      entries: this.#entries.finished(),
      marks: this.#marks.finished(),
    };
  }
}

/** Looks through the phrases that were collected; `known` gives each word its number. */
export function createPhrased({ shelves, entries, marks }: CollectedPhrases, known: Numbering): Phrased {
  return (words) => {
    const typed = words.map((word) => known.find(word)).filter((number) => number !== undefined);
    if (typed.length < words.length) return null;
    const shelf = hashOf(typed, BASES.shelf) % entries.length;
    const mark = hashOf(typed, BASES.mark);
    const found = new Set<number>();
    for (let n = shelves.starts[shelf] ?? 0; n < (shelves.starts[shelf + 1] ?? 0); n += 1) {
      const phrase = shelves.numbers[n] ?? 0;
      if (marks[phrase] === mark) found.add(entries[phrase] ?? 0);
    }
    const [entry = null] = found;
    return found.size === 1 ? entry : null;
  };
}

/** A polynomial of the numbers, as an unsigned 32-bit integer. */
function hashOf(numbers: readonly number[], base: number): number {
  return numbers.reduce((hash, number) => (Math.imul(hash, base) + number + 1) | 0, 0) >>> 0;
}
