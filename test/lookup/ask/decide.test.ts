import { describe, expect, test } from "vitest";
import weights from "../../../src/lookup/ask/weights.json" with { type: "json" };
import { SIGN_NAMES } from "../../../src/lookup/ask/evidence.ts";
import { answering, contendersOf, toldIn, verdictsOf } from "../../../src/lookup/ask/decide.ts";
import { read } from "../../../src/lookup/ask/read.ts";
import { entryKey } from "../../../src/story/entryRef.ts";
import type { Language } from "../../../src/story/schema.ts";
import { lookups } from "../../support/story.ts";

function judged(text: string, language: Language = "en") {
  const calendar = lookups.calendar("Europe/Paris");
  const reading = read(text, language, lookups.ask, calendar);
  return {
    verdicts: verdictsOf(reading, lookups.ask, calendar),
    contenders: contendersOf(reading, lookups.ask, calendar),
  };
}

test("verdicts are probabilities, the likeliest first, each entry once", () => {
  const { verdicts, contenders } = judged("I read it somewhere, why did the board fire Sam Altman?");
  expect(verdicts.every(({ likely }) => likely >= 0 && likely <= 1)).toBe(true);
  const likely = verdicts.map((verdict) => verdict.likely);
  expect(likely).toEqual(likely.toSorted((a, b) => b - a));
  const entries = verdicts.map(({ match }) => match.entry);
  expect(new Set(entries).size).toBe(entries.length);
  // The question was read several times.
  expect(contenders.length).toBeGreaterThan(verdicts.length);
});

test("what has higher odds is likelier, and what answers is likelier than not to be the answer", () => {
  const { verdicts } = judged("who replaced Altman?");
  const [first, second] = verdicts;
  expect(first?.odds).toBeGreaterThan(second?.odds ?? 0);
  expect(answering(verdicts)[0]).toBe(first);
});

test("what is barred is never likely", () => {
  // Nobody asked for words: those without proof can't be the answer.
  const { verdicts } = judged("could AI kill us all");
  const barred = verdicts.filter((verdict) => verdict.barred);
  expect(barred).not.toEqual([]);
  expect(barred.every(({ likely }) => likely === 0)).toBe(true);
});

describe("what the story does not tell", () => {
  test.each([
    ["What is the name of the judge in the Musk trial?", "en"],
    ["Comment s’appelle le juge du procès Musk ?", "fr"],
    ["what's the weather in Paris today", "en"],
  ] as const)("is known: %s", (text, language) => {
    const { verdicts, contenders } = judged(text, language);
    expect(contenders.some(({ match }) => match.entry.ref.type === "untold")).toBe(true);
    expect(answering(verdicts)).toEqual([]);
  });

  test("is never suggested", () => {
    const { verdicts } = judged("What is the name of the judge in the Musk trial?");
    expect(toldIn(verdicts).map(entryKey)).toContain("event:musk-verdict");
    expect(verdicts.some(({ match }) => match.entry.ref.type === "untold")).toBe(false);
  });

  test.each([
    "Who presided over Musk's trial, what's the judge's name?",
    "who represented Musk at the trial, what law firm",
    "Quels salariés ont refusé de signer la lettre, on a des noms ?",
  ])("is not answered by a part of the same question: %s", (text) => {
    expect(answering(judged(text).verdicts)).toEqual([]);
  });

  test("is seen in the whole of a question alone, not in what is said beside it", () => {
    const { contenders } = judged("The weather is awful in Paris today. Why did the board fire Sam Altman?");
    const [whole] = contenders;
    const untold = contenders.filter(({ match }) => match.entry.ref.type === "untold");
    expect(untold).not.toEqual([]);
    expect(untold.every(({ question }) => question === whole?.question)).toBe(true);
  });
});

test("each sign has its weights", () => {
  for (const { signs } of Object.values(weights)) expect(Object.keys(signs)).toEqual(SIGN_NAMES);
});
