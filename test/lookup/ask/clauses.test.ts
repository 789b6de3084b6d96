import fc from "fast-check";
import { expect, test } from "vitest";
import { clausesOf } from "../../../src/lookup/ask/clauses.ts";

test.each(["Who fired Altman?", "qui a viré Altman", "Q*?", "", "?!"])(
  "“%s” is of one part, which is looked up as a whole",
  (text) => {
    expect(clausesOf(text)).toEqual([]);
  },
);

test("each sentence is a clause, the last first", () => {
  expect(clausesOf("My friend says it was Saturday. Who is right about the hiring?")).toEqual([
    "Who is right about the hiring",
    "My friend says it was Saturday",
  ]);
});

test("what stands around a comma is a clause too", () => {
  expect(clausesOf("bon, qui a gagné à la fin, et sans langue de bois")).toEqual([
    "qui a gagné à la fin, et sans langue de bois",
    "qui a gagné à la fin",
    "et sans langue de bois",
    "bon, qui a gagné à la fin",
  ]);
});

test("a number or a name with a full stop is not parted", () => {
  expect(clausesOf("Did they invest 2.5 billion in the Node.js people")).toEqual([]);
});

test("any text has few clauses, each of them a part of it", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, unit: fc.constantFrom("a", "b", " ", ",", ".", "?", "é") }),
      (text) => {
        const clauses = clausesOf(text);
        expect(clauses.length).toBeLessThanOrEqual(6);
        for (const clause of clauses)
          expect(text.replace(/\s+/g, " ")).toContain(clause.replace(/\s+/g, " "));
      },
    ),
  );
});
