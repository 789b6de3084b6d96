import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import { createPhraseTree, type PhraseTree } from "./phraseTree.ts";
import { createStemmer } from "./stem.ts";

/** What a word means: "@sam-altman" for a name, the id of its group in words.json, or else its stem. */
export type Concept = string;

/** The words of a story and of its members, and what they mean. */
export interface Lexicon {
  /**
   * The concepts of folded words, in order; words without weight are left out. A word is read in its own
   * language: "car" is nothing in French and a vehicle in English. Members mix languages ("le board a fired
   * Sam"): a word that `isForeign` holds for is then read in the other one.
   */
  concepts(words: readonly string[], language: Language, isForeign?: (word: string) => boolean): Concept[];
  /** Every single word that words.json and the names hold, folded. */
  readonly words: ReadonlySet<string>;
  /** Concepts that ask for something of somebody: an age, a price. */
  readonly attributes: ReadonlySet<Concept>;
  /** Folded words without weight, by the language that uses them. */
  readonly stopWords: Readonly<Record<Language, ReadonlySet<string>>>;
}

const SHORTEST_STEM = 4;

/** The words of one language. */
interface Dictionary {
  /** Each word of a phrase. */
  words: Set<string>;
  /** Null for what has no weight. The longest wins: "intelligence artificielle générale" is no "intelligence artificielle". */
  phrases: PhraseTree<Concept | null>;
  stems: Map<string, Concept>;
  stopWords: Set<string>;
}

/** Reads words.json and the names of a story into a lexicon. A name wins over a group, a group over the rest. */
export function createLexicon(story: Story): Lexicon {
  const stem = createStemmer();
  const own = { fr: dictionaryOf(story, "fr", stem), en: dictionaryOf(story, "en", stem) };
  return {
    concepts: (words, language, isForeign = () => false) =>
      conceptsOf(words, { own: own[language], foreign: own[other(language)], isForeign, stem }),
    words: new Set([...own.fr.words, ...own.en.words]),
    attributes: new Set([...story.words.values()].filter(isAttribute).map(({ id }) => id)),
    stopWords: { fr: own.fr.stopWords, en: own.en.stopWords },
  };
}

function other(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

function isAttribute({ use }: { use: string }): boolean {
  return use === "attribute";
}

function dictionaryOf(story: Story, language: Language, stem: (word: string) => string): Dictionary {
  const phrases = new Map<string, Concept | null>();
  const stems = new Map<string, Concept>();
  const stopWords = new Set<string>();
  const groups = [...story.words.values()];
  for (const group of groups) {
    if (group.use !== "stop" && group.use !== "kind") continue;
    for (const phrase of group[language]) if (!phrase.includes("*")) phrases.set(fold(phrase), null);
    if (group.use !== "stop") continue;
    for (const word of group[language].flatMap((phrase) => fold(phrase).split(" "))) {
      stopWords.add(word);
      phrases.set(word, null);
    }
  }
  for (const { use, id, [language]: own } of groups) {
    if (use !== "attribute" && use !== "same") continue;
    for (const phrase of own.map(fold)) {
      phrases.set(phrase, id);
      const root = stem(phrase);
      // An attribute is meant by its very words, and short stems meet too many: "su" is of "sue" and of "su".
      if (use === "same" && root.length >= SHORTEST_STEM && !root.includes(" ") && !stems.has(root))
        stems.set(root, id);
    }
  }
  for (const { id, name, aliases } of story.people.values()) {
    for (const alias of [name.fr, name.en, ...aliases]) phrases.set(fold(alias), `@${id}`);
  }
  const words = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")));
  return { words, phrases: createPhraseTree(phrases), stems, stopWords };
}

interface Reading {
  own: Dictionary;
  foreign: Dictionary;
  isForeign: (word: string) => boolean;
  stem: (word: string) => string;
}

function conceptsOf(words: readonly string[], reading: Reading): Concept[] {
  const concepts: Concept[] = [];
  let at = 0;
  while (at < words.length) {
    const { length, meaning } = meaningAt(words, at, reading);
    if (meaning !== null) concepts.push(meaning);
    at += length;
  }
  return concepts;
}

function meaningAt(
  words: readonly string[],
  at: number,
  { own, foreign, isForeign, stem }: Reading,
): { length: number; meaning: Concept | null } {
  const first = words[at] ?? "";
  const phrase =
    own.phrases.longestAt(words, at) ?? (isForeign(first) ? foreign.phrases.longestAt(words, at) : null);
  if (phrase) return phrase;
  const root = stem(first);
  const foreignStem = isForeign(first) ? foreign.stems.get(root) : undefined;
  return { length: 1, meaning: own.stems.get(root) ?? foreignStem ?? root };
}
