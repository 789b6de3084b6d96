import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, WordTable } from "../../../src/lookup/search/wordTable.ts";
import { fold } from "../../../src/story/fold.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("a", "b", "é", " ", "’", "1", "ж", "漢"),
    maxLength: 30,
  }),
);

test("the same word has the same number, another one another", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      const table = new WordTable();
      const wordsOf = (numbers: readonly number[]) => numbers.map((number) => table.words[number]).join(" ");
      for (const one of texts) expect(wordsOf(table.read(one))).toBe(fold(one));
      expect(table.words).toEqual([...new Set(table.words)]);
    }),
  );
});

test("words are told apart though their hashes are the same", () => {
  // The hash is in base 31, and only that of long words counts.
  const one = "governmentalaan";
  const other = "governmentalac0";
  const table = new WordTable();
  const [first, second, again] = table.read(`${one} ${other} ${one}`);
  expect(table.hashOf([first ?? 0])).toBe(table.hashOf([second ?? 0]));
  expect(second).not.toBe(first);
  expect(again).toBe(first);
});

test("words written together have the hash of the whole", () => {
  fc.assert(
    fc.property(text, (one) => {
      const table = new WordTable();
      expect(table.hashOf(table.read(one))).toBe(hashOf(fold(one).replaceAll(" ", "")));
    }),
  );
});

test("what tells nothing is known from the start", () => {
  const table = new WordTable();
  expect(table.read("What is the board of OpenAI?").map((word) => table.isTelling(word))).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
  ]);
});

test("it holds very many words, and long ones", () => {
  const table = new WordTable();
  const many = Array.from({ length: 30_000 }, (_, n) => `word${n.toString(36)}`).join(" ");
  const numbers = table.read(many);
  expect(new Set(numbers).size).toBe(30_000);
  expect(table.read(many)).toEqual(numbers);
  expect(table.words[table.read("y".repeat(50_000))[0] ?? -1]).toHaveLength(50_000);
});
