import { expect, test } from "vitest";
import { fold } from "../../src/story/fold.ts";

test.each([
  ["L’Élysée !", "l elysee"],
  ["  Sam   ALTMAN ", "sam altman"],
  ["cœur", "coeur"],
  ["Lévy-Provençal", "levy provencal"],
  ["Q*", "q"],
  ["D'Angelo", "d angelo"],
  ["GPT-4 Turbo", "gpt 4 turbo"],
  ["?!", ""],
])("“%s” is compared as “%s”", (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
