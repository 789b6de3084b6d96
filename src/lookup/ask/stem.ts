import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";

/**
 * The stem of a folded word, so that "signé", "signent" and "signature" meet. Members mix both languages
 * in one sentence ("le board a fired Sam"), so each word passes both stemmers, whatever its language.
 */
function stem(word: string): string {
  return french(english(word));
}

/** Stems remembered at most: those of a story's own words, and no more than that of members'. */
const MOST_STEMS = 20_000;

/** The same, remembered: a story's words come again and again. */
export function createStemmer(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? stem(word);
    if (known.size < MOST_STEMS) known.set(word, found);
    return found;
  };
}
