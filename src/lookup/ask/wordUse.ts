import type { Language } from "../../story/schema.ts";
import { resized } from "../search/lists.ts";
import type { Numbering } from "./numbering.ts";
import type { ReadText } from "./readTexts.ts";

/** A bit for each language. */
const BITS: Readonly<Record<Language, number>> = { fr: 1, en: 2 };

/** By the number of a word the bits of the languages in which it stands; it can be kept in a file. */
export type CollectedUse = Uint8Array;

/** Collects which words stand in texts of which language. */
export class UseCollector {
  #bits = new Uint8Array(1024);

  add(texts: readonly Pick<ReadText, "language" | "numbers">[]): void {
    for (const { language, numbers } of texts)
      for (const word of numbers) {
        if (word >= this.#bits.length) this.#bits = resized(this.#bits, 2 * word);
        this.#bits[word] = (this.#bits[word] ?? 0) | BITS[language];
      }
  }

  /** What was added until now. */
  collected(): CollectedUse {
    return this.#bits;
  }
}

/** Tells whether a folded word stands in a text of a language; `words` gives each its number. */
export function createWordUse(
  bits: CollectedUse,
  words: Numbering,
): (language: Language, word: string) => boolean {
  return (language, word) => ((bits[words.find(word) ?? -1] ?? 0) & BITS[language]) > 0;
}
