import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
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
  /** Words of the longest phrase that begins with a word. */
  longest: Map<string, number>;
  /** Null for what has no weight. */
  phrases: Map<string, Concept | null>;
  stems: Map<string, Concept>;
  stopWords: Set<string>;
}

/** Reads words.json and the names of a story into a lexicon. A name wins over a group, a group over the rest. */
export function createLexicon(story: Story): Lexicon {
  const stem = createStemmer();
  const own = { fr: dictionaryOf(story, "fr", stem), en: dictionaryOf(story, "en", stem) };
  const phrases = [...own.fr.phrases.keys(), ...own.en.phrases.keys()];
  return {
    concepts: (words, language, isForeign = () => false) =>
      conceptsOf(words, { own: own[language], foreign: own[other(language)], isForeign, stem }),
    words: new Set(phrases.flatMap((phrase) => phrase.split(" "))),
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
  const longest = new Map<string, number>();
  for (const [first = "", ...rest] of [...phrases.keys()].map((phrase) => phrase.split(" "))) {
    longest.set(first, Math.max(longest.get(first) ?? 1, 1 + rest.length));
  }
  return { phrases, stems, stopWords, longest };
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
    const { length, concept } = meaningAt(words, at, reading);
    if (concept !== null) concepts.push(concept);
    at += length;
  }
  return concepts;
}

function meaningAt(
  words: readonly string[],
  at: number,
  { own, foreign, isForeign, stem }: Reading,
): { length: number; concept: Concept | null } {
  const first = words[at] ?? "";
  const root = stem(first);
  const meaning =
    phraseAt(words, at, own) ??
    (isForeign(first) ? phraseAt(words, at, foreign) : null) ??
    (own.stems.has(root) || !isForeign(first) ? null : stemAt(root, foreign));
  return meaning ?? { length: 1, concept: own.stems.get(root) ?? root };
}

/** The longest phrase first: "intelligence artificielle générale" is no "intelligence artificielle". */
function phraseAt(words: readonly string[], at: number, { phrases, longest }: Dictionary) {
  const most = longest.get(words[at] ?? "") ?? 0;
  for (let length = Math.min(most, words.length - at); length > 0; length--) {
    const concept = phrases.get(words.slice(at, at + length).join(" "));
    if (concept !== undefined) return { length, concept };
  }
  return null;
}

function stemAt(root: string, { stems }: Dictionary) {
  const concept = stems.get(root);
  return concept === undefined ? null : { length: 1, concept };
}
