import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import QuickLRU from "quick-lru";
import { resized } from "../search/lists.ts";
import type { Numbering } from "./numbering.ts";

/**
 * The stem of a folded word, so that "signé", "signer" and "signed" meet. Members mix both languages
 * in one sentence ("le board a fired Sam"), so each word passes both stemmers, whatever its language.
 */
function stem(word: string): string {
  return french(english(word));
}

/** Stems of words that have no number, remembered at most: members type the same ones again and again. */
const MOST_OTHERS = 1000;

/** Gives the stem of a folded word; with its number, where it has one. */
export type Stemmer = (word: string, number: number | undefined) => string;

/**
 * Stems words, and remembers those of all words with a number, since a story's words come again and again; of the others
 * those that came lately. Numbers the stems of words with a number.
 */
export function createStemmer(stems: Numbering, compute = stem): Stemmer {
  /** By the number of a word that of its stem and 1; 0 where it is not known yet. */
  let known = new Uint32Array(1024);
  const others = new QuickLRU<string, string>({ maxSize: MOST_OTHERS });
  return (word, number) => {
    if (number === undefined) {
      const found = others.get(word);
      if (found !== undefined) return found;
      const root = compute(word);
      others.set(word, root);
      return root;
    }
    if (number >= known.length) known = resized(known, 2 * number);
    const root = known[number] || 1 + stems.add(compute(word));
    known[number] = root;
    return stems.texts[root - 1] ?? "";
  };
}
