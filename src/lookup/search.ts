import { fold } from "../story/fold.ts";
import { WordCollector } from "./search/entryWords.ts";
import { highest } from "./search/highest.ts";
import { nearby } from "./search/nearby.ts";
import { surelyMeans } from "./search/sure.ts";
import { collectNames } from "./search/wholeNames.ts";
import { wordIndexSteps, type Found } from "./search/wordIndex.ts";
import { TextBuffer } from "./search/textBuffer.ts";
import { WordTable } from "./search/wordTable.ts";
import { gradually, type Steps } from "./steps.ts";
import { tellingWords } from "./stopWords.ts";

/** An entry as the search knows it. */
export interface Searchable {
  id: string;
  /** What the entry is called, in every language and spelling: a word of them counts most. */
  names: readonly string[];
  /** Whether only a whole name names it: "new" is no name of "the new board". A part does as well otherwise. */
  isNamedWhole?: boolean;
  /** Other spellings of its names: a whole one is as good as a name, and a part of one says little. */
  spellings?: readonly string[];
  /** Ways in which people ask for it: a whole one is as good as a name, and the words that recur count most. */
  asked: readonly string[];
  /** All else that is said of it. */
  text: readonly string[];
  /** What comes first among equals. */
  weight: number;
}

/** A search over entries by names and words, forgiving accents, case and typos. */
export interface Search {
  /** The entries that are called exactly so. */
  named(text: string): string[];
  /** The entries in which every typed word is found, but for typos where there is no other; best first. */
  matching(text: string): string[];
  /** The same without those in which a word is merely told. */
  calledLike(text: string): string[];
  /** The entries that a typed text may surely mean (see surelyMeans), best first. */
  sure(text: string): string[];
  /** The first of them, or null. */
  resolve(text: string): string | null;
  /** The entries nearest to a typed text, best first; the weightiest for a text without a word. */
  nearest(text: string, limit: number): string[];
}

const WEIGHT_COUNTS = 5;
/** What stands in a name comes before what merely stands elsewhere, whatever either weighs. */
const NAMED_COUNTS = 2 * WEIGHT_COUNTS;
/** Of the best that match, so many are looked at for one that is surely meant. */
const LOOKED_AT = 25;
const LONGEST_TEXT = 200;

/** Builds a search at once. */
export function createSearch(entries: readonly Searchable[]): Search {
  return gradually(() => searchSteps(heaviestFirst(entries, ({ weight }) => weight))).get();
}

/** In the order in which a search wants its entries. */
export function heaviestFirst<Entry>(entries: Iterable<Entry>, weightOf: (entry: Entry) => number): Entry[] {
  return [...entries].toSorted((a, b) => weightOf(b) - weightOf(a));
}

/** Entries that one step reads. */
const IN_A_STEP = 32;

/**
 * Builds a search over entries that come with the heaviest first: whole names first, then the words that begin as
 * typed, then those a slip away, so that a right beginning never pays for fuzzy work; what is nearest to all the rest
 * is found with fuse.js. docs/performance.md tells why it is built so.
 */
export function* searchSteps(entries: Iterable<Searchable>): Steps<Search> {
  const allIds: string[] = [];
  const weights: number[] = [];
  const table = new WordTable();
  const texts = new TextBuffer();
  const names = collectNames(table);
  const words = new WordCollector();
  for (const entry of entries) {
    if (allIds.length % IN_A_STEP === 0) yield;
    allIds.push(entry.id);
    weights.push(entry.weight);
    const { names: called, spellings = [], asked, text: told } = entry;
    texts.clear();
    for (const list of [called, spellings, asked, told]) for (const text of list) table.read(text, texts);
    const entryTexts = { texts, names: called.length, asked: spellings.length + asked.length };
    names.add(entry, entryTexts);
    words.add(entryTexts);
  }
  yield;
  const whole = yield* names.collectedSteps();
  const index = yield* wordIndexSteps(words.collected(), table.words);
  const weightCounts = WEIGHT_COUNTS / Math.max(1, weights[0] ?? 0);

  const ids = (found: readonly number[]) => found.map((n) => allIds[n] ?? "");
  const ranked = ({ count, entries: found, gains, named }: Found, limit: number) => {
    for (let at = 0; at < count; at += 1)
      gains[at] =
        (gains[at] ?? 0) + NAMED_COUNTS * (named[at] ?? 0) + weightCounts * (weights[found[at] ?? 0] ?? 0);
    return highest(found, gains, limit, count);
  };
  const matching = ({ folded, words }: Typed, limit: number): number[] => {
    if (words.length === 0) return [];
    const [named, begun] = [whole.named(folded, words), ranked(index.beginning(words, true), limit)];
    const found = named.length === 0 ? begun : [...new Set([...named, ...begun])].slice(0, limit);
    return found.length > 0 ? found : ranked(index.mistyped(words), limit);
  };
  const isInOneEntry = (word: string) => index.holders(word) === 1;
  const sure = function* (typed: Typed): Generator<number> {
    const named = whole.named(typed.folded, typed.words);
    yield* named;
    for (const n of matching(typed, LOOKED_AT))
      if (!named.includes(n) && surelyMeans(typed.words, whole.called(n), isInOneEntry)) yield n;
  };

  return {
    named(text) {
      const { folded, words } = typedText(text);
      return ids(whole.named(folded, words));
    },
    matching: (text) => ids(matching(typedText(text), allIds.length)),
    calledLike(text) {
      const { folded, words } = typedText(text);
      const begun = ranked(index.beginning(words, false), allIds.length);
      const found = [...new Set([...whole.named(folded, words), ...begun])];
      return ids(found.length > 0 ? found : ranked(index.mistyped(words), allIds.length));
    },
    sure: (text) => ids([...sure(typedText(text))]),
    resolve: (text) => ids([...sure(typedText(text)).take(1)])[0] ?? null,
    nearest(text, limit) {
      const typed = typedText(text);
      if (typed.words.length === 0) return allIds.slice(0, limit);
      const found = matching(typed, limit);
      return ids(found.length > 0 ? found : nearby(typed.words, index, limit));
    },
  };
}

/** What is typed as it is compared: folded, and its words that tell something. */
interface Typed {
  folded: string;
  words: string[];
}

function typedText(text: string): Typed {
  const folded = fold(text.slice(0, LONGEST_TEXT));
  return { folded, words: tellingWords(folded) };
}
