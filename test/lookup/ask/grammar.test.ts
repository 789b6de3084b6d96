import { expect, test } from "vitest";
import { createGrammar } from "../../../src/lookup/ask/grammar.ts";
import { story } from "../../support/story.ts";

const grammar = createGrammar(story);

test("the longest phrase of a group counts, in any language or in one", () => {
  expect(grammar.lengthAt("and", "altman et puis brockman".split(" "), 1)).toBe(2);
  expect(grammar.lengthAt("and", "altman and brockman".split(" "), 1)).toBe(1);
  expect(grammar.lengthAt("and", "altman and brockman".split(" "), 1, "fr")).toBe(0);
  expect(grammar.lengthAt("and", ["altman"], 3)).toBe(0);
});

test("a story without such groups has no words of them", () => {
  const grammar = createGrammar({ ...story, words: new Map() });
  expect(grammar.lengthAt("and", ["and"], 0)).toBe(0);
  expect(grammar.isIn("and", ["and"])).toBe(false);
});
