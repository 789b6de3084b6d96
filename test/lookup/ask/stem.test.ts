import { expect, test, vi } from "vitest";
import { dictionarySteps } from "../../../src/lookup/ask/dictionary.ts";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { createStemmer } from "../../../src/lookup/ask/stem.ts";
import { gradually } from "../../../src/lookup/steps.ts";
import { story } from "../../support/story.ts";

const cut = (word: string) => word.slice(0, 3);

test("the forms of a word meet in its stem, across both languages", () => {
  const stem = createStemmer(new Numbering());
  expect(stem("signer", undefined)).toBe(stem("signed", undefined));
  expect(stem("firing", undefined)).toBe(stem("fired", undefined));
});

test("the stem of a word with a number is computed once, and numbered", () => {
  const [stems, compute] = [new Numbering(), vi.fn<(word: string) => string>(cut)];
  const stem = createStemmer(stems, compute);
  expect([stem("signent", 5000), stem("signent", 5000), stem("sign", 0)]).toEqual(["sig", "sig", "sig"]);
  expect(compute).toHaveBeenCalledTimes(2);
  expect(stems.texts).toEqual(["sig"]);
});

test("a stem is remembered for an unnumbered word, however many came before", () => {
  const [stems, compute] = [new Numbering(), vi.fn<(word: string) => string>(cut)];
  const stem = createStemmer(stems, compute);
  for (let n = 0; n < 10_000; n += 1) stem(`word${n}`, undefined);
  compute.mockClear();
  expect([stem("murati", undefined), stem("murati", undefined)]).toEqual(["mur", "mur"]);
  expect(compute).toHaveBeenCalledTimes(1);
  expect(stems.texts).toEqual([]);
});

test("of many unnumbered words the oldest are forgotten", () => {
  const compute = vi.fn<(word: string) => string>(cut);
  const stem = createStemmer(new Numbering(), compute);
  stem("murati", undefined);
  for (let n = 0; n < 10_000; n += 1) stem(`word${n}`, undefined);
  stem("murati", undefined);
  expect(compute).toHaveBeenCalledTimes(10_002);
});

test("a word that tells little has its number before it is stemmed", () => {
  const words = new Numbering();
  const light = new Set([...story.words.values()].flatMap(({ use, fr }) => (use === "light" ? fr : [])));
  const unnumbered: string[] = [];
  const stem = (word: string) => {
    if (words.find(word) === undefined) unnumbered.push(word);
    return word;
  };
  gradually(() => dictionarySteps(story, "fr", { stem, words, concepts: new Numbering() })).get();
  expect(unnumbered.filter((word) => light.has(word))).toEqual([]);
});
