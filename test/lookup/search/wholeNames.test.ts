import { expect, test } from "vitest";
import { fold } from "../../../src/story/fold.ts";
import { tellingWords } from "../../../src/lookup/stopWords.ts";
import { collectNames, type Called } from "../../../src/lookup/search/wholeNames.ts";
import { gradually } from "../../../src/lookup/steps.ts";
import { WordTable } from "../../../src/lookup/search/wordTable.ts";

function namesOf(entries: readonly Called[]) {
  const table = new WordTable();
  const names = collectNames(table);
  for (const entry of entries)
    names.add(entry, {
      names: entry.names.map((text) => table.read(text)),
      asked: entry.asked.map((text) => table.read(text)),
      told: [],
    });
  const found = gradually(() => names.collectedSteps()).get();
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
