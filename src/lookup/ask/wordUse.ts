import type { Language } from "../../story/schema.ts";
import { resized } from "../search/lists.ts";
import type { Numbering } from "./numbering.ts";
import type { ReadText } from "./readTexts.ts";

/** A bit for each language. */
const BITS: Readonly<Record<Language, number>> = { fr: 1, en: 2 };

/** Remembers which words stand in texts of which language. */
export class WordUse {
  readonly #words: Numbering;
  /** By the number of a word the bits of the languages in which it stands. */
  #bits = new Uint8Array(1024);

  /** `words` gives each word its number. */
  constructor(words: Numbering) {
    this.#words = words;
  }

  add(texts: readonly Pick<ReadText, "language" | "numbers">[]): void {
    for (const { language, numbers } of texts)
      for (const word of numbers) {
        if (word >= this.#bits.length) this.#bits = resized(this.#bits, 2 * word);
        this.#bits[word] = (this.#bits[word] ?? 0) | BITS[language];
      }
  }

  /** Whether a folded word stands in a text of a language. */
  isIn(language: Language, word: string): boolean {
    return ((this.#bits[this.#words.find(word) ?? -1] ?? 0) & BITS[language]) > 0;
  }
}
