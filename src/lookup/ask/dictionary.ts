import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import type { Steps } from "../steps.ts";
import { nameOf } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import type { Numbering } from "./numbering.ts";
import { sortedPhraseSteps, type SortedPhrases } from "./phraseTree.ts";

/** Marks the stem of a word with little weight, which others may share: "coup" is light, "coupe" is not. */
export const LIGHT = "~";

const SHORTEST_STEM = 4;

/** Words of a group, or people, that one step reads. */
const WORDS_IN_A_STEP = 256;
const PEOPLE_IN_A_STEP = 64;

/** The words of one language, as plain data: it can be kept in a file. */
export interface Dictionary {
  /** Null for what has no weight. The longest wins: "intelligence artificielle générale" is no "intelligence artificielle". */
  readonly phrases: SortedPhrases<Concept | null>;
  readonly stems: ReadonlyMap<string, Concept>;
  readonly stopWords: ReadonlySet<string>;
}

/** The dictionaries of a story. */
export interface Dictionaries extends Readonly<Record<Language, Dictionary>> {
  /** How many words they hold: those with the first numbers. */
  readonly count: number;
}

/** What dictionaries are made with. */
export interface DictionaryMeans {
  /** The stem of a folded word. */
  stem: (word: string) => string;
  /** Each word of a phrase gets a number here, and each concept there. */
  words: Numbering;
  concepts: Numbering;
}

/** Reads the words of each language. A name wins over a group, a group over the rest; no text may be numbered before. */
export function* dictionariesSteps(story: Story, means: DictionaryMeans): Steps<Dictionaries> {
  const fr = yield* dictionarySteps(story, "fr", means);
  const en = yield* dictionarySteps(story, "en", means);
  return { fr, en, count: means.words.texts.length };
}

/** Reads the words of one language from words.json and the names of a story. */
export function* dictionarySteps(
  story: Story,
  language: Language,
  { stem, words, concepts }: DictionaryMeans,
): Steps<Dictionary> {
  const phrases = new Map<string, Concept | null>();
  const stems = new Map<string, Concept>();
  // Before they are stemmed: the stem of a word with a number is computed once.
  const number = (phrase: string) => {
    for (const word of phrase.split(" ")) words.add(word);
  };
  const add = (phrase: string, meaning: Concept | null) => {
    number(phrase);
    phrases.set(phrase, meaning && concepts.held(meaning));
  };
  const stopWords = new Set<string>();
  const groups = [...story.words.values()];
  for (const group of groups) {
    if (group.use === "light")
      for (const [n, word] of group[language].map(fold).entries()) {
        if (n % WORDS_IN_A_STEP === 0) yield;
        number(word);
        add(word, lightOf(word, stem));
      }
    if (group.use !== "stop") continue;
    for (const word of group[language].flatMap((phrase) => [fold(phrase), ...fold(phrase).split(" ")])) {
      stopWords.add(word);
      add(word, null);
    }
    yield;
  }
  for (const { use, id, [language]: own } of groups) {
    if (use !== "attribute" && use !== "same" && use !== "deed") continue;
    for (const phrase of own.map(fold)) {
      add(phrase, id);
      // An attribute is meant by its very words, and short stems meet too many: "su" is of "sue" and of "su".
      if (use === "attribute" || phrase.includes(" ")) continue;
      const root = stem(phrase);
      if (root.length >= SHORTEST_STEM && !stems.has(root)) stems.set(root, concepts.held(id));
    }
    yield;
  }
  const means = (word: string) => (phrases.has(word) ? phrases.get(word) !== null : stems.has(stem(word)));
  for (const { use, [language]: asking } of groups) {
    if (use !== "kind") continue;
    for (const phrase of asking.map(fold)) {
      // "Ça a duré combien de temps" tells its kind, and what it is about as well.
      const own = phrase.split(" ");
      const tellsNothing = own.length === 1 || !own.some(means);
      if (!phrase.includes("*") && tellsNothing && !phrases.has(phrase)) add(phrase, null);
    }
    yield;
  }
  for (const { use, [language]: own } of groups) {
    if (use !== "light" && use !== "stop") continue;
    for (const word of own.map(fold)) {
      if (word.includes(" ")) continue;
      const root = stem(word);
      // Its other forms tell as little; what is its own stem may be the stem of another word: "coup", "coupe".
      if (root !== word && !stems.has(root)) stems.set(root, concepts.held(`${LIGHT}${root}`));
    }
    yield;
  }
  for (const [n, { id, name, aliases }] of [...story.people.values()].entries()) {
    if (n % PEOPLE_IN_A_STEP === 0) yield;
    for (const alias of [name.fr, name.en, ...aliases]) add(fold(alias), nameOf(id));
  }
  return { phrases: yield* sortedPhraseSteps(phrases, words), stems, stopWords };
}

function lightOf(word: string, stem: (word: string) => string): Concept | null {
  // Of several words it is a turn of phrase: "in order to".
  return word.includes(" ") ? null : `${LIGHT}${stem(word)}`;
}
