import type { Steps } from "../steps.ts";
import { WordCollector } from "./entryWords.ts";
import { gramListSteps, type GramLists } from "./grams.ts";
import { postingsSteps, type Postings } from "./postings.ts";
import type { Searchable } from "./searchable.ts";
import { TextBuffer } from "./textBuffer.ts";
import { collectNames, type NameKeys } from "./wholeNames.ts";
import { WordTable } from "./wordTable.ts";

/** All that a search over entries looks into, as plain data: it can be kept in a file. */
export interface SearchIndex {
  /** By the positions of entries, the heaviest first. */
  readonly ids: readonly string[];
  readonly weights: readonly number[];
  readonly names: NameKeys;
  readonly postings: Postings;
  readonly grams: GramLists;
}

/** Entries that one step reads. */
const IN_A_STEP = 32;

/** Indexes entries that come with the heaviest first. docs/performance.md tells why it is done so. */
export function* searchIndexSteps(entries: Iterable<Searchable>): Steps<SearchIndex> {
  const ids: string[] = [];
  const weights: number[] = [];
  const table = new WordTable();
  const texts = new TextBuffer();
  const names = collectNames(table);
  const words = new WordCollector();
  for (const { id, weight, names: called, spellings = [], asked, text: told } of entries) {
    if (ids.length % IN_A_STEP === 0) yield;
    ids.push(id);
    weights.push(weight);
    texts.clear();
    for (const list of [called, spellings, asked, told]) for (const text of list) table.read(text, texts);
    const entryTexts = { texts, names: called.length, asked: spellings.length + asked.length };
    names.add(id, entryTexts);
    words.add(entryTexts);
  }
  yield;
  const keys = yield* names.collectedSteps();
  const postings = yield* postingsSteps(words.collected(), table.words);
  const { vocabulary, telling } = postings;
  const tells = (word: number) => telling.starts[word] !== telling.starts[word + 1];
  return { ids, weights, names: keys, postings, grams: yield* gramListSteps(vocabulary, tells) };
}
