import * as fc from "fast-check";
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

test("what is folded is not changed by folding it again: indexes hold folded words", () => {
  expect(fold("ChatGPT™")).toBe("chatgpttm");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("a character is folded alike wherever it stands, and whatever stands in the text besides", () => {
  // A letter of an alphabet that no table holds.
  const other = "Ж";
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (one, two) => {
      expect(fold(`${one} ${other} ${two}`)).toBe(
        [fold(one), fold(other), fold(two)].filter((part) => part !== "").join(" "),
      );
    }),
  );
});
