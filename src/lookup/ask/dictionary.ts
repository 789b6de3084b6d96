import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import type { Steps } from "../steps.ts";
import { nameOf } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import { phraseTreeSteps, type PhraseTree } from "./phraseTree.ts";

/** Marks the stem of a word with little weight, which others may share: "coup" is light, "coupe" is not. */
export const LIGHT = "~";

const SHORTEST_STEM = 4;

/** The words of one language. */
export interface Dictionary {
  /** Each word of a phrase. */
  words: Set<string>;
  /** Null for what has no weight. The longest wins: "intelligence artificielle générale" is no "intelligence artificielle". */
  phrases: PhraseTree<Concept | null>;
  stems: Map<string, Concept>;
  stopWords: Set<string>;
}

/** Reads the words of one language from words.json and the names of a story; `stem` gives the stem of a folded word. */
export function* dictionarySteps(
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
    for (const alias of [name.fr, name.en, ...aliases]) phrases.set(fold(alias), nameOf(id));
  }
  yield;
  const words = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")));
  return { words, phrases: yield* phraseTreeSteps(phrases), stems, stopWords };
}

function lightOf(word: string, stem: (word: string) => string): Concept | null {
  // Of several words it is a turn of phrase: "in order to".
  return word.includes(" ") ? null : `${LIGHT}${stem(word)}`;
}
