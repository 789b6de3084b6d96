import { expect, test } from "vitest";
import { examplesOf, fitted, type Example } from "../src/askFitting.ts";
import { SIGNS, type Evidence, type Sign } from "../src/lookup/ask/evidence.ts";
import { lookups } from "./support/story.ts";

function evidence(given: Partial<Evidence>): Evidence {
  const none = Object.fromEntries(Object.keys(SIGNS).map((sign) => [sign, 0])) as Evidence;
  return { ...none, ...given };
}

/** Examples in which what fits is right, what lacks a name is wrong, and the rest is chance. */
const examples: Example[] = Array.from({ length: 400 }, (_, n) => {
  const fits = (n % 20) / 20;
  const missingNames = n % 3 === 0 ? 1 : 0;
  return {
    evidence: evidence({ fits, missingNames, length: (n % 7) / 7 }),
    right: fits - missingNames > 0.4,
    told: true,
  };
});

test("signs count as far as they tell right from wrong", () => {
  const { signs } = fitted(examples);
  expect(signs.fits).toBeGreaterThan(1);
  expect(signs.missingNames).toBeLessThan(-1);
  expect(Math.abs(signs.length ?? 0)).toBeLessThan(0.5);
  // What never varies tells nothing.
  expect(signs.agreed).toBe(0);
});

test("what is learned tells the examples apart", () => {
  const { always, signs } = fitted(examples);
  const isLikely = ({ evidence: seen }: Example) =>
    always + Object.entries(signs).reduce((sum, [sign, weight]) => sum + weight * seen[sign as Sign], 0) > 0;
  const missed = examples.filter((example) => isLikely(example) !== example.right);
  expect(missed.length).toBeLessThan(examples.length / 20);
});

test("the same examples give the same weights, in whatever order", () => {
  expect(fitted(examples.toReversed())).toEqual(fitted(examples));
});

test("examples are the entries that could answer a question, and the right ones are known by their text", () => {
  const found = examplesOf(
    [
      {
        q: "Who is Helen Toner?",
        lang: "en",
        kind: "who",
        expected: "answer",
        must_contain: ["Helen Toner"],
      },
      { q: "What is the weather in Lyon?", lang: "en", kind: "none", expected: "none", must_contain: [] },
    ],
    lookups,
  );
  expect(found.some(({ right, told }) => right && told)).toBe(true);
  expect(found.some(({ right, told }) => right && !told)).toBe(true);
  expect(found.some(({ right }) => !right)).toBe(true);
});
