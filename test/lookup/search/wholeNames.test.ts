import { expect, test } from "vitest";
import { fold } from "../../../src/story/fold.ts";
import { tellingWords } from "../../../src/lookup/stopWords.ts";
import type { Called } from "../../../src/lookup/search/searchable.ts";
import { collectNames, createWholeNames } from "../../../src/lookup/search/wholeNames.ts";
import { gradually } from "../../../src/lookup/steps.ts";
import { TextBuffer } from "../../../src/lookup/search/textBuffer.ts";
import { WordTable } from "../../../src/lookup/search/wordTable.ts";

function namesOf(entries: readonly Called[]) {
  const table = new WordTable();
  const names = collectNames(table);
  for (const entry of entries) {
    const texts = new TextBuffer();
    for (const text of [...entry.names, ...entry.asked]) table.read(text, texts);
    names.add(entry.id, { texts, names: entry.names.length, asked: entry.asked.length });
  }
  const keys = gradually(() => names.collectedSteps()).get();
  const found = createWholeNames(keys, (n) => entries[n] as Called);
  return (text: string) => {
    const folded = fold(text);
    return found.named(folded, tellingWords(folded));
  };
}

const entry = (id: string, names: string[], asked: string[] = []): Called => ({
  id,
  names,
  asked,
});

const named = namesOf([
  entry("open-letter", ["La lettre ouverte", "The open letter"], ["the letter"]),
  entry("letter", ["Letter"]),
  entry("openai", ["OpenAI"]),
  entry("asks", ["Something"], ["open ai"]),
]);

test("an id, a name or a phrase is found whole, whatever its case, accents, spaces and little words", () => {
  expect(named("la lettre OUVERTE")).toEqual([0]);
  expect(named("lettre ouverte")).toEqual([0]);
  expect(named("open-letter")).toEqual([0]);
  expect(named("the letter")).toEqual([0, 1]);
  expect(named("open")).toEqual([]);
  expect(named("")).toEqual([]);
});

test("what is called so comes before what is asked for so", () => {
  expect(named("Open AI")).toEqual([2, 3]);
  expect(named("letter")).toEqual([1, 0]);
});

test("two names with the same hash are told apart", () => {
  const twins = namesOf([entry("one", ["aan"]), entry("other", ["ac0"])]);
  expect([twins("aan"), twins("ac0")]).toEqual([[0], [1]]);
});

test("a name in any script is found", () => {
  const some = namesOf([entry("one", ["Москва"]), entry("other", ["Œuvre d’été"])]);
  expect([some("МОСКВА"), some("oeuvre d'ete")]).toEqual([[0], [1]]);
});
