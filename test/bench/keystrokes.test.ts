import { distance } from "fastest-levenshtein";
import { expect, test } from "vitest";
import { KINDS, keystrokes } from "../../bench/keystrokes.ts";
import { COMPLETED } from "../../bench/options.ts";
import { seeded } from "../../bench/random.ts";
import { slip } from "../../bench/slips.ts";
import { typingScript } from "../../bench/typing.ts";
import { fold } from "../../src/story/fold.ts";
import { story } from "../support/story.ts";

const [events] = COMPLETED;
const typable = events?.typable(story, "fr") ?? [];

test("the same seed draws the same numbers, another draws others", () => {
  const draw = (seed: number) => Array.from({ length: 20 }, seeded(seed).next);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(3).every((value) => value >= 0 && value < 1)).toBe(true);
});

test("a script has a thousand keystrokes of every kind, the same each time", () => {
  const script = typingScript(story, 1000, seeded(1));
  expect(script).toHaveLength(1000);
  expect(typingScript(story, 1000, seeded(1))).toEqual(script);
  expect(new Set(script.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  expect(new Set(script.map(({ language }) => language))).toEqual(new Set(["fr", "en"]));
});

test("a slip changes a word by no more than a swap does", () => {
  const random = seeded(4);
  for (const word of ["altman", "sutskever", "renvoi", "aa", "xyz"])
    for (let n = 0; n < 50; n += 1) expect(distance(slip(word, random), word)).toBeLessThanOrEqual(2);
});

test("a labelled typo was made from words of the entry that it means, and of no other", () => {
  const typos = keystrokes(typable, 400, seeded(5)).filter(({ kind }) => kind === "typo");
  expect(typos).toHaveLength(100);
  for (const { typed, wanted } of typos) {
    const near = typable.filter(({ name }) => isNearlyIn(typed, fold(name)));
    expect(near.map(({ id }) => id)).toContain(wanted);
  }
});

test("without accents nothing typed has one", () => {
  const bare = keystrokes(typable, 400, seeded(6)).filter(({ kind }) => kind === "accents");
  for (const { typed } of bare) expect(typed.normalize("NFD")).not.toMatch(/\p{M}/u);
});

/** Whether words stand one after the other in a text, but for one slip. */
function isNearlyIn(typed: string, text: string): boolean {
  const words = typed.split(" ");
  const all = text.split(" ");
  return all.some((_, from) => distance(all.slice(from, from + words.length).join(" "), typed) <= 2);
}
