import { expect, test } from "vitest";
import { createGrammar } from "../../../src/lookup/ask/grammar.ts";
import { createKindReader } from "../../../src/lookup/ask/kinds.ts";
import { wordsOf } from "../../../src/lookup/ask/words.ts";
import { story } from "../../support/story.ts";

const kindsOf = createKindReader(story, createGrammar(story));
const kinds = (text: string) => kindsOf(wordsOf(text));

test.each([
  ["Qui a viré Altman ?", ["who"]],
  ["Qu'est-ce qui s'est passé lundi ?", ["happened"]],
  ["Combien de temps a-t-il été absent ?", ["long"]],
  ["Sam Altman", []],
  ["", []],
])("%s", (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("one to five words stand where a phrase leaves them out", () => {
  expect(kinds("what did Sam say")).toEqual(["quote"]);
  expect(kinds("what did the new chief executive officer say")).toEqual(["quote"]);
  expect(kinds("what did the new and interim chief executive officer say")).not.toContain("quote");
  expect(kinds("how does Sam explain")).toEqual(["why"]);
  expect(kinds("how does explain")).toEqual([]);
});

test("a phrase that leaves out words twice needs both", () => {
  const group = { id: "quote", use: "kind" as const, fr: [], en: ["what did * tell * about"] };
  const read = createKindReader({ ...story, words: new Map([["quote", group]]) }, createGrammar(story));
  const kindsIn = (text: string) => read(wordsOf(text));
  expect(kindsIn("what did Sam tell the board about")).toEqual(["quote"]);
  expect(kindsIn("what did Sam tell the others and tell the board about")).toEqual(["quote"]);
  expect(kindsIn("what did Sam tell about")).toEqual([]);
  expect(kindsIn("what did tell the board about")).toEqual([]);
});

test("a phrase that only begins at one place is found at a later one", () => {
  expect(kinds("what did the chief executive officer of the company think, what did Sam say")).toEqual([
    "quote",
    "what",
  ]);
});

test("when between two clauses asks no time", () => {
  expect(kinds("what did he post when he was fired")).not.toContain("when");
  expect(kinds("when was he fired")).toEqual(["when"]);
});
