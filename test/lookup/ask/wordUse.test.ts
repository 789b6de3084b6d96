import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { WordUse } from "../../../src/lookup/ask/wordUse.ts";

test("a word is used in the languages of the texts that hold it", () => {
  const words = new Numbering();
  const use = new WordUse(words);
  const numbersOf = (text: string) => text.split(" ").map((word) => words.add(word));
  use.add([
    { language: "fr", numbers: numbersOf("le conseil d altman") },
    { language: "en", numbers: numbersOf("the board of altman") },
  ]);
  const isIn = (word: string) => [use.isIn("fr", word), use.isIn("en", word)];
  expect(isIn("conseil")).toEqual([true, false]);
  expect(isIn("board")).toEqual([false, true]);
  expect(isIn("altman")).toEqual([true, true]);
  words.add("murati");
  expect(isIn("murati")).toEqual([false, false]);
  expect(isIn("unknown")).toEqual([false, false]);
});

test("many words are remembered", () => {
  const words = new Numbering();
  const use = new WordUse(words);
  const numbers = Array.from({ length: 5000 }, (_, n) => words.add(`word${n}`));
  use.add([{ language: "en", numbers }]);
  expect([use.isIn("en", "word4999"), use.isIn("fr", "word4999")]).toEqual([true, false]);
});
