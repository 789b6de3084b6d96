import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { createWordUse, UseCollector } from "../../../src/lookup/ask/wordUse.ts";

test("a word is used in the languages of the texts that hold it", () => {
  const words = new Numbering();
  const use = new UseCollector();
  const numbersOf = (text: string) => text.split(" ").map((word) => words.add(word));
  use.add([
    { language: "fr", numbers: numbersOf("le conseil d altman") },
    { language: "en", numbers: numbersOf("the board of altman") },
  ]);
  const isUsed = createWordUse(use.collected(), words);
  const isIn = (word: string) => [isUsed("fr", word), isUsed("en", word)];
  expect(isIn("conseil")).toEqual([true, false]);
  expect(isIn("board")).toEqual([false, true]);
  expect(isIn("altman")).toEqual([true, true]);
  words.add("murati");
  expect(isIn("murati")).toEqual([false, false]);
  expect(isIn("unknown")).toEqual([false, false]);
});

test("many words are remembered", () => {
  const words = new Numbering();
  const use = new UseCollector();
  const numbers = Array.from({ length: 5000 }, (_, n) => words.add(`word${n}`));
  use.add([{ language: "en", numbers }]);
  const isIn = createWordUse(use.collected(), words);
  expect([isIn("en", "word4999"), isIn("fr", "word4999")]).toEqual([true, false]);
});
