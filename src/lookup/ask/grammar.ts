import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";

/** The words by which sentences are built, by the ids of their groups in words.json. */
export type GrammarGroup =
  | "and"
  | "question-word"
  | "which"
  | "whether"
  | "turned-verb"
  | "pronoun"
  | "negation"
  | "except"
  | "without"
  | "no-negation"
  | "at-the-time"
  | "on-the-day-of"
  | "the-day-after"
  | "two-days-after"
  | "the-day-before"
  | "two-days-before"
  | "after"
  | "before-that"
  | "no-direction"
  | "between"
  | "some"
  | "asks-on"
  | "subject"
  | "he"
  | "him-at-start"
  | "he-where-nobody-is-named"
  | "joins-when"
  | "board"
  | "unit-hours"
  | "unit-days"
  | "unit-weeks"
  | "unit-months"
  | "unit-years";

/** Finds such words in folded ones. */
export interface Grammar {
  /** How many words at a place are of a group, the longest phrase of any language or of one; 0 where none are. */
  lengthAt(group: GrammarGroup, words: readonly string[], at: number, language?: Language): number;
  /** Whether words of a group stand anywhere. */
  isIn(group: GrammarGroup, words: readonly string[], language?: Language): boolean;
}

/** Phrases of a group, the longest first, in any language and in each. */
type Phrases = Record<Language | "any", string[][]>;

/** Reads the groups of a story that tell how sentences are built; one that it does not have holds no words. */
export function createGrammar(story: Story): Grammar {
  // By the first word, then by group: most words begin no phrase at all.
  const begun = new Map<string, Map<string, Phrases>>();
  for (const { id, use, fr, en } of story.words.values()) {
    if (use !== "grammar") continue;
    const own = { any: [...fr, ...en], fr, en };
    for (const language of ["any", "fr", "en"] as const)
      for (const phrase of longestFirst(own[language])) {
        const groups = begun.getOrInsertComputed(phrase[0] ?? "", () => new Map<string, Phrases>());
        groups.getOrInsertComputed(id, () => ({ any: [], fr: [], en: [] }))[language].push(phrase);
      }
  }
  const lengthAt: Grammar["lengthAt"] = (group, words, at, language) => {
    const phrases = begun.get(words[at] ?? "")?.get(group)?.[language ?? "any"];
    return phrases?.find((phrase) => phrase.every((word, n) => word === words[at + n]))?.length ?? 0;
  };
  return {
    lengthAt,
    isIn: (group, words, language) => words.some((_, at) => lengthAt(group, words, at, language) > 0),
  };
}

function longestFirst(phrases: readonly string[]): string[][] {
  const folded = phrases.map((phrase) => fold(phrase).split(" "));
  return folded.toSorted((a, b) => b.length - a.length);
}
