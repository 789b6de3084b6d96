import type { Language } from "../../story/schema.ts";
import { conceptsOf } from "./concepts.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import type { EntryText, TextRole } from "./entries.ts";
import type { Grammar } from "./grammar.ts";
import type { Kind, KindReader } from "./kinds.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import { deniedIn } from "./negation.ts";
import { wordsOf } from "./words.ts";

/** A text of an entry, reduced to what it is about. */
export interface ReadText {
  role: TextRole;
  language: Language;
  /** Its folded words, and those with which it is signed. */
  words: readonly string[];
  byline: readonly string[];
  /** Each once. */
  concepts: readonly Concept[];
  /** What a phrasing asks; null for a sentence that is told. */
  kind: Kind | null;
  /** What it denies. */
  denied: readonly Concept[];
  /** Who does what to whom in it. */
  deeds: readonly Deed[];
}

/** Reads one text of an entry after the other. */
export type TextReader = (text: EntryText) => ReadText;

/** Takes what words, kinds of questions and sentences are read with. */
export function createTextReader(lexicon: Lexicon, kindsOf: KindReader, grammar: Grammar): TextReader {
  return ({ text, byline = "", language, role }) => {
    const words = wordsOf(text);
    const signed = wordsOf(byline);
    const all = [...words, ...signed];
    const meanings = lexicon.meanings(all, language);
    const [kind = null] = role === "told" ? [] : kindsOf(all);
    return {
      role,
      language,
      words,
      byline: signed,
      kind,
      concepts: conceptsOf(meanings),
      denied: deniedIn(words, meanings, grammar, lexicon),
      deeds: deedsOf(words, meanings, lexicon.deeds),
    };
  };
}
