import type { Language } from "../../story/schema.ts";
import type { Calendar, DayQuestion } from "../days.ts";
import type { AskIndex } from "./askIndex.ts";
import { findDays } from "./findDay.ts";
import type { Kind } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { LONGEST_QUESTION, wordsOf } from "./words.ts";

/** A question as the look-up understands it. */
export interface Question {
  /** Its language where that is clear, else null. */
  language: Language | null;
  /** What it wants to know, the most telling first. */
  kinds: readonly Kind[];
  day: DayQuestion | null;
  /** What it is about, each once, in order. */
  concepts: readonly Concept[];
  /** The people and organisations that it names, in order. */
  names: readonly string[];
  /** The words that name its day, which an entry may hold or not: "why does the podcast say Saturday?" */
  dayConcepts: readonly Concept[];
}

/** Words that a mistyped question is brought back to at most: each costs a search. */
const MOST_CORRECTIONS = 6;

/**
 * Reads a question: spelling, language, kinds, days, and what it is about. `usual` is the language in which
 * it is read when its own is not clear.
 */
export function understand(text: string, usual: Language, index: AskIndex, calendar: Calendar): Question {
  const typed = text.slice(0, LONGEST_QUESTION);
  const words = corrected(wordsOf(typed), index);
  const { day, naming, rest } = findDays(words, calendar);
  const kinds = index.kindsOf(words);
  const language = languageOf(words, typed, index);
  const read = language ?? usual;
  const conceptsOf = (some: readonly string[]) => [
    ...new Set(index.lexicon.concepts(some, read, (word) => index.countOf(word)[read] === 0)),
  ];
  const dayConcepts = conceptsOf(naming);
  const others = conceptsOf(rest);
  // "Why on a Friday?" is about Friday itself, "what happened on Friday?" about what happened.
  const concepts = others.length === 0 && !asksWhatHappened(kinds) ? dayConcepts : others;
  return {
    language,
    kinds,
    day,
    concepts,
    names: concepts.flatMap((concept) => (concept.startsWith("@") ? [concept.slice(1)] : [])),
    dayConcepts,
  };
}

function asksWhatHappened([kind]: readonly Kind[]): boolean {
  return kind === undefined || kind === "happened" || kind === "what" || kind === "when";
}

function corrected(words: readonly string[], { spell, countOf, lexicon }: AskIndex): string[] {
  let left = MOST_CORRECTIONS;
  return words.map((word) => {
    const { fr, en } = countOf(word);
    if (fr + en > 0 || lexicon.words.has(word) || left === 0) return word;
    left -= 1;
    return spell(word);
  });
}

const FRENCH_LETTERS = /[àâçèéêëîïôùûœ]/i;
/** How much clearer one language must be than the other. */
const CLEARLY = 1;

/** Little words tell a language best, then accents, then words that the story has in one language only. */
function languageOf(words: readonly string[], typed: string, index: AskIndex): Language | null {
  const { stopWords } = index.lexicon;
  let french = FRENCH_LETTERS.test(typed) ? 1 : 0;
  for (const word of new Set(words)) {
    french += Number(stopWords.fr.has(word)) - Number(stopWords.en.has(word));
    const { fr, en } = index.countOf(word);
    if (fr > 0 && en === 0) french += 0.5;
    if (en > 0 && fr === 0) french -= 0.5;
  }
  if (Math.abs(french) < CLEARLY) return null;
  return french > 0 ? "fr" : "en";
}
