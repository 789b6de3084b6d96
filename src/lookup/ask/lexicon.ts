import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story, Words } from "../../story/story.ts";
import { LIGHT, type Dictionaries, type Dictionary } from "./dictionary.ts";
import { meaningsOf, NO_NUMBER, type OpenDictionary } from "./meanings.ts";
import type { Numbering } from "./numbering.ts";
import { createPhraseTree } from "./phraseTree.ts";
import type { Stemmer } from "./stem.ts";

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
  /** The same for words whose numbers are known already. */
  meaningsOfText(
    words: readonly string[],
    numbers: readonly number[],
    language: Language,
    isForeign?: (word: string) => boolean,
  ): Meaning[];
  /** Whether words.json or the names hold a single word, folded. */
  readonly holds: (word: string) => boolean;
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

/** What words are looked up with. */
interface LexiconMeans {
  dictionaries: Dictionaries;
  stem: Stemmer;
  /** Gives the words of the dictionaries their numbers, and those of texts. */
  words: Numbering;
}

/** The lexicon of a story, whose dictionaries were read before. */
export function createLexicon(story: Story, { dictionaries, stem, words }: LexiconMeans): Lexicon {
  const { fr, en, count } = dictionaries;
  const own = { fr: opened(fr), en: opened(en) };
  const isNever = () => false;
  const meaningsOfText: Lexicon["meaningsOfText"] = (read, numbers, language, isForeign = isNever) =>
    meaningsOf(read, numbers, { own: own[language], foreign: own[other(language)], isForeign, stem });
  const meanings: Lexicon["meanings"] = (read, ...language) =>
    meaningsOfText(
      read,
      read.map((word) => words.find(word) ?? NO_NUMBER),
      ...language,
    );
  const near = nearnessOf(story);
  const light = new Set(groupsOf(story, "light").flatMap(({ fr, en }) => [...fr, ...en].map(fold)));
  return {
    concepts: (...reading) => meanings(...reading).map(({ concept }) => concept),
    meanings,
    meaningsOfText,
    holds: (word) => (words.find(word) ?? count) < count,
    attributes: new Set(groupsOf(story, "attribute").map(({ id }) => id)),
    deeds: new Set(groupsOf(story, "deed").map(({ id }) => id)),
    written: writtenOf(story),
    isTelling: (word) => !light.has(word),
    isLight: (concept) => concept.startsWith(LIGHT),
    nearTo: (concept) => near.get(concept) ?? [],
    stopWords: { fr: fr.stopWords, en: en.stopWords },
  };
}

function opened({ phrases, stems }: Dictionary): OpenDictionary {
  return { phrases: createPhraseTree(phrases), stems };
}

function other(language: Language): Language {
  return language === "fr" ? "en" : "fr";
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
