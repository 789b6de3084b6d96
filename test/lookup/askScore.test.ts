import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { outcomeOf, scoredQuestions, tallyOf, type Outcome, type Tally } from "../../src/askScoring.ts";
import { lookups } from "../support/story.ts";

/** Questions of members, half of them never looked at while the look-up was made. */
const FILES = ["tuning", "held-out"] as const;

async function outcomesOf(file: (typeof FILES)[number]): Promise<Outcome[]> {
  const text = await readFile(new URL(`../questions/${file}.json`, import.meta.url), "utf8");
  return scoredQuestions.parse(JSON.parse(text)).map((question) => outcomeOf(question, lookups));
}

/** The least shares that the look-up must reach: what it reached when they were written, less one question. */
const LEAST = {
  tuning: { at1: 0.95, at3: 0.97, abstained: 0.97 },
  "held-out": { at1: 0.88, at3: 0.92, abstained: 0.93 },
} as const;

function shares({ answerable, at1, at3, unanswerable, abstained }: Tally) {
  return { at1: at1 / answerable, at3: at3 / answerable, abstained: abstained / unanswerable };
}

describe.each(FILES)("the %s questions", (file) => {
  test("are answered, and left unanswered, as well as they were", async () => {
    const reached = shares(tallyOf(await outcomesOf(file)));
    expect(reached.at1).toBeGreaterThanOrEqual(LEAST[file].at1);
    expect(reached.at3).toBeGreaterThanOrEqual(LEAST[file].at3);
    expect(reached.abstained).toBeGreaterThanOrEqual(LEAST[file].abstained);
  });

  test("are as many in each language, a third of them without an answer", async () => {
    const questions = (await outcomesOf(file)).map(({ question }) => question);
    const french = questions.filter(({ lang }) => lang === "fr").length;
    const unanswerable = questions.filter(({ expected }) => expected === "none").length;
    expect(french / questions.length).toBeCloseTo(0.5, 1);
    expect(unanswerable / questions.length).toBeGreaterThan(0.3);
  });
});

test("no question stands in both files", async () => {
  const [tuning, heldOut] = await Promise.all(FILES.map(outcomesOf));
  const known = new Set(tuning?.map(({ question }) => question.q));
  expect(heldOut?.filter(({ question }) => known.has(question.q))).toEqual([]);
});
