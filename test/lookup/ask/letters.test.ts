import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLetterIndex, LetterCollector } from "../../../src/lookup/ask/letters.ts";
import { gradually } from "../../../src/lookup/steps.ts";
import { fold } from "../../../src/story/fold.ts";

const words = (text: string) => fold(text).split(" ");

function indexOf(entries: readonly (readonly string[])[]) {
  const collector = new LetterCollector();
  for (const texts of entries) collector.add(texts.map(words));
  const index = createLetterIndex(gradually(() => collector.collectedSteps()).get());
  return (text: string) => index.alike(words(text));
}

const alike = indexOf([
  ["who fired Altman", "who sacked the boss", "by whom was he fired"],
  ["who hired Altman", "where does he work now"],
  [],
]);

test("a text is most alike to the one that is written like it, slips and all", () => {
  expect(alike("who fired Altman")(0).best).toBeCloseTo(1);
  const mistyped = alike("who fird Altmann");
  expect(mistyped(0).best).toBeGreaterThan(0.6);
  expect(mistyped(0).best).toBeGreaterThan(mistyped(1).best);
});

test("the order of words tells", () => {
  const ordered = indexOf([["Shear replaces Murati"], ["Murati replaces Shear"]]);
  const typed = ordered("Shear replaces Murati, no?");
  expect(typed(0).best).toBeGreaterThan(typed(1).best);
});

test("an entry with fewer than three texts has no third, and one without texts is like nothing", () => {
  expect(alike("who fired Altman")(0).third).toBeGreaterThan(0);
  expect(alike("who hired Altman")(1).third).toBe(0);
  expect(alike("who fired Altman")(2)).toEqual({ best: 0, third: 0, all: 0 });
});

test("a text without a word is like nothing", () => {
  const some = indexOf([["", "who fired Altman"], [""]]);
  expect(some("who fired Altman")(0).best).toBeCloseTo(1);
  expect(some("who fired Altman")(0).third).toBe(0);
  expect(some("who fired Altman")(1)).toEqual({ best: 0, third: 0, all: 0 });
  expect(some("")(0)).toEqual({ best: 0, third: 0, all: 0 });
});

test("all cosines lie between 0 and 1, the third no higher than the best, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(2), (text, entry) => {
      const { best, third, all } = alike(text)(entry);
      for (const cosine of [best, third, all]) {
        expect(cosine).toBeGreaterThanOrEqual(0);
        expect(cosine).toBeLessThan(1.001);
      }
      expect(third).toBeLessThanOrEqual(best);
    }),
  );
});

test("what is compared in turns does not mix", () => {
  const [fired, hired] = [alike("who fired Altman"), alike("who hired Altman")];
  expect(fired(0).best).toBeCloseTo(1);
  expect(hired(1).best).toBeCloseTo(1);
});
