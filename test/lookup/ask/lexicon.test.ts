import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dictionariesSteps } from "../../../src/lookup/ask/dictionary.ts";
import { createLexicon } from "../../../src/lookup/ask/lexicon.ts";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { createStemmer } from "../../../src/lookup/ask/stem.ts";
import { wordsOf } from "../../../src/lookup/ask/words.ts";
import { gradually } from "../../../src/lookup/steps.ts";
import { story } from "../../support/story.ts";

const words = new Numbering();
const concepts = new Numbering();
const stem = createStemmer(concepts);
const means = { stem: (word: string) => stem(word, words.find(word)), words, concepts };
const dictionaries = gradually(() => dictionariesSteps(story, means)).get();
const lexicon = createLexicon(story, { dictionaries, stem, words });

test("it holds the words of the word list and of names, and none that a text brought in", () => {
  expect(["altman", "sam", "fired", "vire", "le"].map(lexicon.holds)).toEqual([true, true, true, true, true]);
  expect(lexicon.holds("blorptastic")).toBe(false);
  expect(words.add("blorptastic")).toBeGreaterThan(0);
  expect(lexicon.holds("blorptastic")).toBe(false);
});

const texts = [...story.events.values()]
  .slice(0, 40)
  .flatMap(({ title, summary, asked }) => [
    ...Object.values(title),
    ...Object.values(summary),
    ...Object.values(asked).flat(),
  ]);
const typed = fc.array(fc.constantFrom(...texts.flatMap(wordsOf), "blorptastic", "Zweitwort"), {
  maxLength: 20,
});

test("a text whose words are numbered means what it does as a question", () => {
  const isForeign = (word: string) => word.length % 2 === 0;
  fc.assert(
    fc.property(fc.oneof(typed, fc.constantFrom(...texts).map(wordsOf)), (read) => {
      // Before some of them have a number, and after.
      const before = lexicon.meanings(read, "fr", isForeign);
      const numbers = read.map((word) => words.add(word));
      expect(lexicon.meaningsOfText(read, numbers, "fr", isForeign)).toEqual(before);
      expect(lexicon.meanings(read, "fr", isForeign)).toEqual(before);
    }),
  );
});
