import { fold } from "../story/fold.ts";
import { entry } from "../story/story.ts";
import { createGrams } from "./search/grams.ts";
import { highest } from "./search/highest.ts";
import { nearby } from "./search/nearby.ts";
import type { Called, Searchable } from "./search/searchable.ts";
import { searchIndexSteps, type SearchIndex } from "./search/searchIndex.ts";
import { surelyMeans } from "./search/sure.ts";
import { createWholeNames } from "./search/wholeNames.ts";
import { createWordIndex, type Found } from "./search/wordIndex.ts";
import { gradually } from "./steps.ts";
import { tellingWords } from "./stopWords.ts";

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

/** Indexes entries at once, and searches them. */
export function createSearch(entries: readonly Searchable[]): Search {
  const called = new Map(entries.map((one) => [one.id, one]));
  const index = gradually(() => searchIndexSteps(heaviestFirst(entries, ({ weight }) => weight))).get();
  return searchIn(index, (id) => entry(called, id));
}

/** In the order in which a search wants its entries. */
export function heaviestFirst<Entry>(entries: Iterable<Entry>, weightOf: (entry: Entry) => number): Entry[] {
  return [...entries].toSorted((a, b) => weightOf(b) - weightOf(a));
}

/**
 * A search over indexed entries: whole names first, then the words that begin as typed, then those a slip away, so that
 * a right beginning never pays for fuzzy work; what is nearest to all the rest is found with fuse.js. `calledOf` tells
 * what the entry of an id is called. docs/performance.md tells why it is built so.
 */
export function searchIn(
  { ids: allIds, weights, names, postings, grams }: SearchIndex,
  calledOf: (id: string) => Called,
): Search {
  const calledAt = (n: number) => calledOf(allIds[n] ?? "");
  const whole = createWholeNames(names, calledAt);
  const index = createWordIndex(postings, createGrams(grams, postings.vocabulary.length));
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
      if (!named.includes(n) && surelyMeans(typed.words, calledAt(n), isInOneEntry)) yield n;
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
