import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story, Words } from "../../story/story.ts";
import type { Steps } from "../steps.ts";
import { createPhraseTree, type PhraseTree } from "./phraseTree.ts";
import { createStemmer } from "./stem.ts";

/** What a word means: "@sam-altman" for a name, "~show" for a word that tells little, the id of its group in words.json, or else its stem. */
export type Concept = string;

/** A concept, and where in the words it stands. */
export interface Meaning {
  concept: Concept;
  at: number;
  /** In words. */
  length: number;
}

/** The words of a story and of its members, and what they mean. */
export interface Lexicon {
  /**
   * The concepts of folded words, in order; words without weight are left out. A word is read in its own
   * language: "car" is nothing in French and a vehicle in English. Members mix languages ("le board a fired
   * Sam"): a word that `isForeign` holds for is then read in the other one.
   */
  concepts(words: readonly string[], language: Language, isForeign?: (word: string) => boolean): Concept[];
  /** The same with their places. */
  meanings(words: readonly string[], language: Language, isForeign?: (word: string) => boolean): Meaning[];
  /** Every single word that words.json and the names hold, folded. */
  readonly words: ReadonlySet<string>;
  /** Concepts that ask for something of somebody: an age, a price. */
  readonly attributes: ReadonlySet<Concept>;
  /** Concepts of what somebody does to somebody: to fire, to found. */
  readonly deeds: ReadonlySet<Concept>;
  /** What is meant by a folded word as members write it: "koi" is "quoi", "cki" is "c est qui". */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Whether a folded word is more than one of every subject. */
  readonly isTelling: (word: string) => boolean;
  /** Whether a concept is of every subject and tells little: to show, a month. */
  readonly isLight: (concept: Concept) => boolean;
  /** Concepts that come near to another in meaning, or are its opposite. */
  nearTo(concept: Concept): readonly Concept[];
  /** Folded words without weight, by the language that uses them. */
  readonly stopWords: Readonly<Record<Language, ReadonlySet<string>>>;
}

/** Marks the stem of a word with little weight, which others may share: "coup" is light, "coupe" is not. */
const LIGHT = "~";

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
export function* lexiconSteps(story: Story): Steps<Lexicon> {
  const stem = createStemmer();
  const own = {
    fr: yield* dictionarySteps(story, "fr", stem),
    en: yield* dictionarySteps(story, "en", stem),
  };
  const meanings: Lexicon["meanings"] = (words, language, isForeign = () => false) =>
    meaningsOf(words, {
      own: own[language],
      foreign: own[other(language)],
      isForeign,
      stem,
    });
  const near = nearnessOf(story);
  const light = new Set(groupsOf(story, "light").flatMap(({ fr, en }) => [...fr, ...en].map(fold)));
  return {
    concepts: (...reading) => meanings(...reading).map(({ concept }) => concept),
    meanings,
    words: new Set([...own.fr.words, ...own.en.words]),
    attributes: new Set(groupsOf(story, "attribute").map(({ id }) => id)),
    deeds: new Set(groupsOf(story, "deed").map(({ id }) => id)),
    written: writtenOf(story),
    isTelling: (word) => !light.has(word),
    isLight: (concept) => concept.startsWith(LIGHT),
    nearTo: (concept) => near.get(concept) ?? [],
    stopWords: { fr: own.fr.stopWords, en: own.en.stopWords },
  };
}

function other(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

function lightOf(word: string, stem: (word: string) => string): Concept | null {
  // Of several words it is a turn of phrase: "in order to".
  return word.includes(" ") ? null : `${LIGHT}${stem(word)}`;
}

function groupsOf(story: Story, use: Words["use"]): Words[] {
  return [...story.words.values()].filter((group) => group.use === use);
}

function writtenOf(story: Story): Map<string, string[]> {
  return new Map(
    groupsOf(story, "written").flatMap(({ fr, en }) =>
      [fr, en].flatMap(([right = "", ...others]) =>
        others.map((other): [string, string[]] => [fold(other), fold(right).split(" ")]),
      ),
    ),
  );
}

/** What is near to a group has the group near to it. */
function nearnessOf(story: Story): Map<Concept, Concept[]> {
  const pairs = [...story.words.values()].flatMap(({ id, near = [] }) =>
    near.flatMap((other) => [
      [id, other],
      [other, id],
    ]),
  ) as [Concept, Concept][];
  const grouped = Map.groupBy(pairs, ([one]) => one);
  return new Map([...grouped].map(([one, some]) => [one, some.map(([, other]) => other)]));
}

function* dictionarySteps(
  story: Story,
  language: Language,
  stem: (word: string) => string,
): Steps<Dictionary> {
  const phrases = new Map<string, Concept | null>();
  const stems = new Map<string, Concept>();
  const stopWords = new Set<string>();
  const groups = [...story.words.values()];
  for (const group of groups) {
    if (group.use === "light")
      for (const word of group[language].map(fold)) phrases.set(word, lightOf(word, stem));
    if (group.use !== "stop") continue;
    for (const word of group[language].flatMap((phrase) => [fold(phrase), ...fold(phrase).split(" ")])) {
      stopWords.add(word);
      phrases.set(word, null);
    }
  }
  yield;
  for (const { use, id, [language]: own } of groups) {
    if (use !== "attribute" && use !== "same" && use !== "deed") continue;
    for (const phrase of own.map(fold)) {
      phrases.set(phrase, id);
      // An attribute is meant by its very words, and short stems meet too many: "su" is of "sue" and of "su".
      if (use === "attribute" || phrase.includes(" ")) continue;
      const root = stem(phrase);
      if (root.length >= SHORTEST_STEM && !stems.has(root)) stems.set(root, id);
    }
    yield;
  }
  const means = (word: string) => (phrases.has(word) ? phrases.get(word) !== null : stems.has(stem(word)));
  for (const { use, [language]: own } of groups) {
    if (use !== "kind") continue;
    for (const phrase of own.map(fold)) {
      // "Ça a duré combien de temps" tells its kind, and what it is about as well.
      const words = phrase.split(" ");
      const tellsNothing = words.length === 1 || !words.some(means);
      if (!phrase.includes("*") && tellsNothing && !phrases.has(phrase)) phrases.set(phrase, null);
    }
    yield;
  }
  for (const { use, [language]: own } of groups) {
    if (use !== "light" && use !== "stop") continue;
    for (const word of own.map(fold)) {
      if (word.includes(" ")) continue;
      const root = stem(word);
      // Its other forms tell as little; what is its own stem may be the stem of another word: "coup", "coupe".
      if (root !== word && !stems.has(root)) stems.set(root, `${LIGHT}${root}`);
    }
  }
  for (const { id, name, aliases } of story.people.values()) {
    for (const alias of [name.fr, name.en, ...aliases]) phrases.set(fold(alias), `@${id}`);
  }
  yield;
  const words = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")));
  return { words, phrases: createPhraseTree(phrases), stems, stopWords };
}

interface Reading {
  own: Dictionary;
  foreign: Dictionary;
  isForeign: (word: string) => boolean;
  stem: (word: string) => string;
}

function meaningsOf(words: readonly string[], reading: Reading): Meaning[] {
  const meanings: Meaning[] = [];
  let at = 0;
  while (at < words.length) {
    const { length, meaning } = meaningAt(words, at, reading);
    if (meaning !== null) meanings.push({ concept: meaning, at, length });
    at += length;
  }
  return meanings;
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
