import * as fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { gradually } from "../../../src/lookup/steps.ts";
import { createGrams, gramListSteps } from "../../../src/lookup/search/grams.ts";
import { begunBy, lookingLike, slippedFrom } from "../../../src/lookup/search/meant.ts";

const words = [
  "alter",
  "altman",
  "altmann",
  "atlas",
  "board",
  "boards",
  "ilya",
  "microsoft",
  "sutskever",
  "x2023",
];
const gramsIn = (all: readonly string[]) =>
  createGrams(gradually(() => gramListSteps(all, () => true)).get(), all.length);
const grams = gramsIn(words);
const named = (meant: readonly { from: number; to: number; counts: number }[]) =>
  meant.flatMap(({ from, to, counts }) => words.slice(from, to).map((word) => [word, counts] as const));

describe("what is typed so far", () => {
  test("means the whole word first, then those that go on", () => {
    expect(named(begunBy("altman", words))).toEqual([
      ["altman", 1],
      ["altmann", 0.9],
    ]);
    expect(named(begunBy("bo", words)).map(([word]) => word)).toEqual(["board", "boards"]);
    expect(begunBy("z", words)).toEqual([]);
  });
});

describe("what is mistyped", () => {
  test.each([
    ["atlman", ["altman"]],
    ["altmam", ["altman"]],
    ["microsft", ["microsoft"]],
    ["sutzkevr", ["sutskever"]],
    ["zutskevr", []],
    ["ily", []],
    ["x2024", []],
    ["iyla", ["ilya"]],
    ["ilma", []],
    ["baord", ["board"]],
    ["bpard", []],
    ["oards", []],
    ["boad", []],
  ])("%j means %j", (typed, meant) => {
    expect(named(slippedFrom(typed, words, grams)).map(([word]) => word)).toEqual(meant);
  });

  test("is found among any words, none missed and none too far", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 60 }), letters, (some, typed) => {
        const sorted = some.toSorted();
        const most = (word: string) =>
          typed.length >= 8 && typed[0] === word[0] ? 2 : typed.length >= 4 ? 1 : 0;
        const isNear = (word: string) => distance(typed, word) <= most(word) || isSwapOf(typed, word);
        const isSure = (word: string) =>
          typed === word ||
          typed.length >= 6 ||
          (typed[0] === word[0] &&
            (typed.length === word.length ? isSwapOf(typed, word) : typed.length === 5));
        const near = sorted.filter((word) => isNear(word) && isSure(word));
        const found = slippedFrom(typed, sorted, gramsIn(sorted)).map(({ from }) => sorted[from] ?? "");
        expect(found.toSorted()).toEqual(near);
      }),
    );
  });
});

test("what looks like a word leads to it, the likest first", () => {
  expect(named(lookingLike("mikrosofte", words, grams))[0]?.[0]).toBe("microsoft");
  expect(named(lookingLike("sutzkevair", words, grams))[0]?.[0]).toBe("sutskever");
  expect(lookingLike("zzz", words, grams)).toEqual([]);
});

/** In a word with room for one slip, two neighbouring letters that changed places are one. */
function isSwapOf(typed: string, word: string): boolean {
  if (typed.length < 4) return false;
  return typed.split("").some((_, n) => {
    const swapped = typed.slice(0, n) + (typed[n + 1] ?? "") + (typed[n] ?? "") + typed.slice(n + 2);
    return n + 1 < typed.length && swapped === word;
  });
}
