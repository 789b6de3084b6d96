import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { spellerSteps } from "../../../src/lookup/ask/speller.ts";
import { gradually } from "../../../src/lookup/steps.ts";

const known = new Numbering();
for (const word of ["murati", "sutskever", "altman", "microsoft", "montre", "gpt4turbo", "ilya"])
  known.add(word);
const spell = gradually(() => spellerSteps(known, (word) => word !== "montre")).get();

test.each([
  ["altmann", "altman"],
  ["mruati", "murati"],
  ["microsfot", "microsoft"],
  ["sutskevre", "sutskever"],
])("%s means %s", (typed, meant) => {
  expect(spell(typed)).toBe(meant);
});

test.each([
  ["what is known", "murati"],
  ["what begins with another letter", "nurati"],
  ["a letter with which no word begins", "zurati"],
  ["a short word", "ilia"],
  ["what would be a word that tells little", "montres"],
  ["what has a digit", "gpt5turbo"],
])("%s stays as it is", (_, typed) => {
  expect(spell(typed)).toBe(typed);
});
