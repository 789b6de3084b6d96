import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { createPhraseTree, sortedPhraseSteps } from "../../../src/lookup/ask/phraseTree.ts";
import { gradually } from "../../../src/lookup/steps.ts";

const words = new Numbering();
const treeOf = <Meaning extends {} | null>(phrases: ReadonlyMap<string, Meaning>, numbering: Numbering) =>
  createPhraseTree(gradually(() => sortedPhraseSteps(phrases, numbering)).get());
const tree = treeOf(
  new Map<string, string | null>([
    ["intelligence artificielle", "ai"],
    ["intelligence artificielle generale", "agi"],
    ["le", null],
  ]),
  words,
);
const numbersOf = (text: string) => text.split(" ").map((word) => words.find(word) ?? -1);
const found = (text: string, at = 0) => tree.longestAt(numbersOf(text), at);

test("the longest phrase wins", () => {
  expect(found("intelligence artificielle generale ou non")).toEqual({ length: 3, meaning: "agi" });
  expect(found("intelligence artificielle faible")).toEqual({ length: 2, meaning: "ai" });
  expect(found("une intelligence artificielle", 1)).toEqual({ length: 2, meaning: "ai" });
});

test("a phrase that means nothing is one all the same", () => {
  expect(found("le conseil")).toEqual({ length: 1, meaning: null });
});

test("the beginning of a phrase is no phrase", () => {
  expect(found("intelligence")).toBeNull();
  expect(found("artificielle generale")).toBeNull();
  expect(found("")).toBeNull();
});

test("of any phrases the longest is found that begins at a place, as when each is tried", () => {
  const word = fc.constantFrom("a", "b", "c");
  const text = fc.array(word, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (phrases, typed) => {
      const numbering = new Numbering();
      const meanings = new Map(phrases.map((own) => [own.join(" "), own.length]));
      const built = treeOf(meanings, numbering);
      const begun = [...meanings.keys()].filter((phrase) => `${typed.join(" ")} `.startsWith(`${phrase} `));
      const longest = Math.max(0, ...begun.map((phrase) => phrase.split(" ").length));
      const numbers = typed.map((own) => numbering.find(own) ?? -1);
      expect(built.longestAt(numbers, 0)).toEqual(
        longest === 0 ? null : { length: longest, meaning: longest },
      );
    }),
  );
});
