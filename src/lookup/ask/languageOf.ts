import type { Language } from "../../story/schema.ts";
import type { AskIndex } from "./askIndex.ts";
import { wordsOf } from "./words.ts";

const FRENCH_LETTERS = /[àâçèéêëîïôùûœ]/i;
/** How much clearer one language must be than the other. */
const CLEARLY = 1;
/** And how much more for each word that is known in neither: "wer hat Altman gefeuert" is no English. */
const UNKNOWN = 1;

/**
 * The language of a question, by its text as it was typed and its folded words; null where that is not clear. Little
 * words tell it best, then accents, then words that the story has in one language only.
 */
export function languageOf(words: readonly string[], typed: string, index: AskIndex): Language | null {
  const { stopWords } = index.lexicon;
  let french = hasFrenchAccents(typed, index) ? 1 : 0;
  let unknown = 0;
  for (const word of new Set(words)) {
    // A number or a date in digits is of every language.
    if (/^\d/.test(word)) continue;
    french += Number(stopWords.fr.has(word)) - Number(stopWords.en.has(word));
    const { fr, en } = index.countOf(word);
    if (fr > 0 && en === 0) french += 0.5;
    if (en > 0 && fr === 0) french -= 0.5;
    if (fr + en === 0 && !index.lexicon.words.has(word)) unknown += 1;
  }
  if (Math.abs(french) < CLEARLY + UNKNOWN * unknown) return null;
  return french > 0 ? "fr" : "en";
}

/** Other languages have accents too: "¿Quién despidió a Altman?" is no French. */
function hasFrenchAccents(typed: string, { countOf, lexicon }: AskIndex): boolean {
  const isFrench = (word: string) => countOf(word).fr > 0 || lexicon.stopWords.fr.has(word);
  return typed.split(/\s+/).some((chunk) => FRENCH_LETTERS.test(chunk) && wordsOf(chunk).some(isFrench));
}
