import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, WordTable } from "../../../src/lookup/search/wordTable.ts";
import { TextBuffer } from "../../../src/lookup/search/textBuffer.ts";
import { fold } from "../../../src/story/fold.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("a", "b", "é", " ", "’", "1", "ж", "漢"),
    maxLength: 30,
  }),
);

/** The numbers of a text's words, and its hash. */
function read(text: string, table: WordTable) {
  const texts = new TextBuffer();
  table.read(text, texts);
  return { words: [...texts.numbers.subarray(0, texts.starts[1])], hash: table.hashOf(texts, 0) };
}

test("the same word has the same number, another one another", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      const table = new WordTable();
      const wordsOf = (numbers: readonly number[]) => numbers.map((number) => table.words[number]).join(" ");
      for (const one of texts) expect(wordsOf(read(one, table).words)).toBe(fold(one));
      expect(table.words).toEqual([...new Set(table.words)]);
    }),
  );
});

test("words are told apart though their hashes are the same", () => {
  // The hash is in base 31, and only that of long words counts.
  const one = "governmentalaan";
  const other = "governmentalac0";
  const table = new WordTable();
  const [first, second, again] = read(`${one} ${other} ${one}`, table).words;
  expect(hashOf(one)).toBe(hashOf(other));
  expect(second).not.toBe(first);
  expect(again).toBe(first);
});

test("words written together have the hash of the whole", () => {
  fc.assert(
    fc.property(text, (one) => {
      const table = new WordTable();
      const { hash } = read(one, table);
      expect(hash).toBe(hashOf(fold(one).replaceAll(" ", "")));
      expect(hash).toBe(hashOf(one));
    }),
  );
});

test("the hash of what tells leaves out what tells nothing", () => {
  const table = new WordTable();
  const texts = new TextBuffer();
  for (const text of ["What is the board of OpenAI?", "la lettre"]) table.read(text, texts);
  expect([0, 1].map((text) => table.hashOfTelling(texts, text))).toEqual([
    hashOf("board openai"),
    hashOf("lettre"),
  ]);
});

test("it holds very many words, and long ones", () => {
  const table = new WordTable();
  const many = Array.from({ length: 30_000 }, (_, n) => `word${n.toString(36)}`).join(" ");
  const { words } = read(many, table);
  expect(new Set(words).size).toBe(30_000);
  expect(read(many, table).words).toEqual(words);
  expect(table.words[read("y".repeat(50_000), table).words[0] ?? -1]).toHaveLength(50_000);
});
