import type { AskIndex } from "./askIndex.ts";

/** Words that a mistyped question is brought back to at most: each costs a search. */
const MOST_CORRECTIONS = 6;

/** A French word whose apostrophe was left out: "dopenai", "lancien". */
const ELIDED = /^(qu|[cdjlmnst])(\S{3,})$/;

/**
 * The words of a question as they were meant: what members write for short is written out, a lost apostrophe
 * parts two words, and a word that nobody knows becomes a known one that is a slip away.
 */
export function corrected(words: readonly string[], index: AskIndex): string[] {
  const { spell, lexicon } = index;
  let left = MOST_CORRECTIONS;
  return words.flatMap((word) => {
    const written = lexicon.written.get(word);
    if (written) return written;
    if (isKnown(word, index) || left === 0) return word;
    const [, elided = "", rest = ""] = ELIDED.exec(word) ?? [];
    if (isKnown(rest, index)) return [elided, rest];
    left -= 1;
    return spell(word);
  });
}

function isKnown(word: string, { isUsedIn, lexicon }: AskIndex): boolean {
  return isUsedIn("fr", word) || isUsedIn("en", word) || lexicon.holds(word);
}
