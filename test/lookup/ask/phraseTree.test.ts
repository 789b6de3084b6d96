import { expect, test } from "vitest";
import { phraseTreeSteps } from "../../../src/lookup/ask/phraseTree.ts";
import { gradually } from "../../../src/lookup/steps.ts";

const tree = gradually(() =>
  phraseTreeSteps(
    new Map<string, string | null>([
      ["intelligence artificielle", "ai"],
      ["intelligence artificielle generale", "agi"],
      ["le", null],
    ]),
  ),
).get();
const found = (text: string, at = 0) => tree.longestAt(text.split(" "), at);

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
