import { expect, test } from "vitest";
import { bestTexts } from "../../../src/lookup/ask/bestTexts.ts";
import { understand } from "../../../src/lookup/ask/understand.ts";
import { lookups } from "../../support/story.ts";

const { ask } = lookups;
const question = understand("who fired Sam Altman", "en", ask, lookups.calendar("Europe/Paris"));

test("a question that fails leaves nothing behind for the next", () => {
  const texts = {
    ...ask.texts,
    unit() {
      throw new Error("unreadable");
    },
  };
  const before = bestTexts(question, ask, 5);
  expect(() => bestTexts(question, { ...ask, texts }, 5)).toThrow("unreadable");
  expect(ask.room.masses.every((mass) => mass === 0)).toBe(true);
  expect(bestTexts(question, ask, 5)).toEqual(before);
});
