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

/** Phrases by the word with which they begin, the longest first. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads the groups of a story that tell how sentences are built; one that it does not have holds no words. */
export function createGrammar(story: Story): Grammar {
  const groups = new Map(
    [...story.words.values()]
      .filter(({ use }) => use === "grammar")
      .map(({ id, fr, en }) => [
        id,
        { fr: phrasesOf(fr), en: phrasesOf(en), any: phrasesOf([...fr, ...en]) },
      ]),
  );
  const lengthAt: Grammar["lengthAt"] = (id, words, at, language) => {
    const begun = groups.get(id)?.[language ?? "any"].get(words[at] ?? "");
    return begun?.find((phrase) => phrase.every((word, n) => word === words[at + n]))?.length ?? 0;
  };
  return {
    lengthAt,
    isIn: (group, words, language) => words.some((_, at) => lengthAt(group, words, at, language) > 0),
  };
}

function phrasesOf(phrases: readonly string[]): Phrases {
  const folded = phrases.map((phrase) => fold(phrase).split(" "));
  return Map.groupBy(
    folded.toSorted((a, b) => b.length - a.length),
    ([first = ""]) => first,
  );
}
