import type { Language } from "../../story/schema.ts";
import { conceptsOf } from "./concepts.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import type { Candidate, CandidateRef, EntryText, TextRole } from "./entries.ts";
import type { Grammar } from "./grammar.ts";
import type { Kind, KindReader } from "./kinds.ts";
import { trigramsOf } from "./letters.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import { deniedIn } from "./negation.ts";
import { wordsOf } from "./words.ts";

/** A text of an entry, reduced to what it is about. */
export interface ReadText {
  role: TextRole;
  /** Each once. */
  concepts: readonly Concept[];
  /** What a phrasing asks; null for a sentence that is told. */
  kind: Kind | null;
  /** What it denies. */
  denied: Concept[];
  /** Who does what to whom in it. */
  deeds: Deed[];
  /** The letters of a way to ask; null for a sentence that is told. */
  trigrams: Uint16Array | null;
}

/** Reads the texts of entries one after the other, and remembers their words. */
export interface TextReader {
  read(candidate: Candidate): ReadText[];
  /** In how many texts of each language each folded word stands, of those that were read. */
  readonly occurrences: ReadonlyMap<string, Readonly<Record<Language, number>>>;
  /** Who is asked for or called in just these folded words; null where several are. */
  readonly owners: ReadonlyMap<string, CandidateRef | null>;
}

/** A reader that has read nothing yet. */
export function createTextReader(lexicon: Lexicon, kindsOf: KindReader, grammar: Grammar): TextReader {
  const occurrences = new Map<string, Record<Language, number>>();
  const owners = new Map<string, CandidateRef | null>();

  function count(words: readonly string[], language: Language): void {
    for (const word of new Set(words)) {
      const known = occurrences.get(word) ?? { fr: 0, en: 0 };
      known[language] += 1;
      occurrences.set(word, known);
    }
  }

  function own(phrase: string, ref: CandidateRef): void {
    const owner = owners.get(phrase);
    owners.set(phrase, owner === undefined || owner === ref ? ref : null);
  }

  function readText({ text, byline = "", language, role }: EntryText, ref: CandidateRef): ReadText {
    const sentence = wordsOf(text);
    // A quote is titled by its speaker, whose own page a bare name means.
    if (role === "asked" || (role === "title" && ref.type !== "quote")) own(sentence.join(" "), ref);
    const words = [...sentence, ...wordsOf(byline)];
    count(words, language);
    const [kind = null] = role === "told" ? [] : kindsOf(words);
    const meanings = lexicon.meanings(words, language);
    return {
      role,
      kind,
      concepts: conceptsOf(meanings),
      denied: deniedIn(sentence, meanings, grammar, lexicon),
      deeds: deedsOf(sentence, meanings, lexicon.deeds),
      trigrams: role === "told" ? null : trigramsOf(sentence),
    };
  }

  return { read: ({ ref, texts }) => texts.map((text) => readText(text, ref)), occurrences, owners };
}
