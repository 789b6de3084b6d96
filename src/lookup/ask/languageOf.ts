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
    const [isFrench, isEnglish] = [index.isUsedIn("fr", word), index.isUsedIn("en", word)];
    french += 0.5 * (Number(isFrench) - Number(isEnglish));
    if (!isFrench && !isEnglish && !index.lexicon.holds(word)) unknown += 1;
  }
  if (Math.abs(french) < CLEARLY + UNKNOWN * unknown) return null;
  return french > 0 ? "fr" : "en";
}

/** Other languages have accents too: "¿Quién despidió a Altman?" is no French. */
function hasFrenchAccents(typed: string, { isUsedIn, lexicon }: AskIndex): boolean {
  const isFrench = (word: string) => isUsedIn("fr", word) || lexicon.stopWords.fr.has(word);
  return typed.split(/\s+/).some((chunk) => FRENCH_LETTERS.test(chunk) && wordsOf(chunk).some(isFrench));
}
