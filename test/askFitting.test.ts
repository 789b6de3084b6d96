import { expect, test } from "vitest";
import { choicesOf, fitted, type Choice } from "../src/askFitting.ts";
import { SIGNS, type Evidence, type Sign } from "../src/lookup/ask/evidence.ts";
import { lookups } from "./support/story.ts";

function evidence(given: Partial<Evidence>): Evidence {
  const none = Object.fromEntries(Object.keys(SIGNS).map((sign) => [sign, 0])) as Evidence;
  return { ...none, ...given };
}

/** Each question has one entry, which answers where it fits and lacks no name; how long the question is is chance. */
const choices: Choice[] = Array.from({ length: 400 }, (_, n) => {
  const fits = (n % 20) / 20;
  const missingNames = n % 3 === 0 ? 1 : 0;
  const right = fits - missingNames > 0.4;
  const example = { evidence: evidence({ fits, missingNames, length: (n % 7) / 7 }), right, told: true };
  return { examples: [example], nothing: !right };
});

test("signs count as far as they tell right from wrong", () => {
  const { signs } = fitted(choices).told;
  expect(signs.fits).toBeGreaterThan(1);
  expect(signs.missingNames).toBeLessThan(-1);
  expect(Math.abs(signs.length ?? 0)).toBeLessThan(0.5);
  // What never varies tells nothing.
  expect(signs.agreed).toBe(0);
});

test("what is learned tells when an entry answers, and when nothing does", () => {
  const { always, signs } = fitted(choices).told;
  const isLikely = (seen: Evidence) =>
    always + Object.entries(signs).reduce((sum, [sign, weight]) => sum + weight * seen[sign as Sign], 0) > 0;
  const missed = choices.filter(({ examples, nothing }) =>
    examples.some((example) => isLikely(example.evidence) === nothing),
  );
  expect(missed.length).toBeLessThan(choices.length / 20);
});

test("of two entries the one that is right is learned to be likelier", () => {
  const rivals = Array.from({ length: 100 }, (_, n): Choice => ({
    examples: [true, false].map((right) => ({
      evidence: evidence({ fits: 0.5, leads: Number(right === n % 10 > 0) }),
      right,
      told: true,
    })),
    nothing: false,
  }));
  expect(fitted(rivals).told.signs.leads).toBeGreaterThan(1);
});

test("the same choices give the same weights, in whatever order", () => {
  expect(fitted(choices.toReversed())).toEqual(fitted(choices));
});

test("a choice holds the entries that could answer a question, and the right ones are known by their text", () => {
  const [toner, weather] = choicesOf(
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
  expect(toner?.nothing).toBe(false);
  expect(toner?.examples.some(({ right, told }) => right && told)).toBe(true);
  expect(toner?.examples.some(({ right }) => !right)).toBe(true);
  expect(weather?.nothing).toBe(true);
  expect(weather?.examples.filter(({ told }) => !told).every(({ right }) => right)).toBe(true);
});

test("a question to which nothing that is found is the answer teaches nothing", () => {
  const asked = { q: "Who is Helen Toner?", lang: "en", kind: "who", expected: "answer" } as const;
  expect(choicesOf([{ ...asked, must_contain: ["a word that no answer holds"] }], lookups)).toEqual([]);
});
