import type { Language } from "../../story/schema.ts";
import { conceptsOf } from "./concepts.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import type { EntryText, TextRole } from "./entries.ts";
import type { Grammar } from "./grammar.ts";
import type { Kind, KindReader } from "./kinds.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import { deniedIn } from "./negation.ts";
import type { Numbering } from "./numbering.ts";
import { wordsOf } from "./words.ts";

/** A text of an entry, reduced to what it is about. */
export interface ReadText {
  role: TextRole;
  language: Language;
  /** Its folded words. */
  words: readonly string[];
  /** The numbers of those, and of the words with which it is signed. */
  numbers: readonly number[];
  /** The numbers of its concepts, each once. */
  concepts: readonly number[];
  /** What a phrasing asks; null for a sentence that is told. */
  kind: Kind | null;
  /** What it denies. */
  denied: readonly number[];
  /** Who does what to whom in it. */
  deeds: readonly Deed[];
}

/** Reads one text of an entry after the other. */
export type TextReader = (text: EntryText) => ReadText;

/** What texts are read with; each word and concept gets a number. */
interface ReadingMeans {
  lexicon: Lexicon;
  kindsOf: KindReader;
  grammar: Grammar;
  words: Numbering;
  concepts: Numbering;
}

/** Reads texts of a story in the way in which questions about it are read; numbers their words and concepts as they come. */
export function createTextReader(means: ReadingMeans): TextReader {
  const { lexicon, kindsOf, grammar } = means;
  const conceptNumbers = (concepts: readonly Concept[]) =>
    concepts.map((concept) => means.concepts.add(concept));
  return ({ text, byline = "", language, role }) => {
    const typed = wordsOf(text);
    const numbers = [...typed, ...wordsOf(byline)].map((word) => means.words.add(word));
    // As they are held there: those are hashed and compared sooner.
    const all = numbers.map((number) => means.words.texts[number] ?? "");
    const words = all.slice(0, typed.length);
    const meanings = lexicon.meaningsOfText(all, numbers, language);
    const [kind = null] = role === "told" ? [] : kindsOf(all);
    return {
      role,
      language,
      words,
      numbers,
      kind,
      concepts: conceptNumbers(conceptsOf(meanings)),
      denied: conceptNumbers(deniedIn(words, meanings, grammar, lexicon)),
      deeds: deedsOf(words, meanings, lexicon.deeds),
    };
  };
}
