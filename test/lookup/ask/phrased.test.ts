import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import { createPhrased, PhraseCollector } from "../../../src/lookup/ask/phrased.ts";
import { gradually } from "../../../src/lookup/steps.ts";

function phrasedIn(entries: readonly (readonly string[])[], known: readonly string[] = []) {
  const words = new Numbering();
  for (const word of known) words.add(word);
  const collector = new PhraseCollector();
  for (const phrases of entries)
    collector.add(phrases.map((phrase) => phrase.split(" ").map((word) => words.add(word))));
  const phrased = createPhrased(gradually(() => collector.collectedSteps()).get(), words);
  return (text: string) => phrased(text.split(" "));
}

const phrased = phrasedIn([
  ["who fired altman", "the firing"],
  [],
  ["who hired altman", "who did it", "who hired altman"],
  ["who did it"],
]);

test("the one entry that is asked for in just these words is found", () => {
  expect(phrased("who fired altman")).toBe(0);
  expect(phrased("the firing")).toBe(0);
  expect(phrased("who hired altman")).toBe(2);
});

test("neither other words are, nor fewer, nor in another order", () => {
  expect(phrased("who fired murati")).toBeNull();
  expect(phrased("who fired")).toBeNull();
  expect(phrased("altman fired who")).toBeNull();
  expect(phrased("who did the firing")).toBeNull();
  expect(phrased("firing")).toBeNull();
});

test("what is asked of several entries means none of them", () => {
  expect(phrased("who did it")).toBeNull();
});

test("where nothing is asked, nothing is found", () => {
  expect(phrasedIn([], ["who"])("who")).toBeNull();
});
