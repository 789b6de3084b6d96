import Fuse, { type IFuseOptions } from "fuse.js";
import { fold } from "../story/fold.ts";
import { isTelling, tellingWords } from "./stopWords.ts";
import { createWordIndex, type Gains, type WordIndex } from "./wordIndex.ts";

/** An entry as the search knows it. */
export interface Searchable {
  id: string;
  /** What the entry is called, in every language and spelling: a word of them counts most. */
  names: readonly string[];
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
  /** The entry that a typed text surely means: the best that matches; null for a mere letter or two, and nonsense. */
  resolve(text: string): string | null;
  /** The entries nearest to a typed text, best first; the weightiest for a text without a word. */
  nearest(text: string, limit: number): string[];
}

const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
const TEXT_COUNTS = 0.5;
const WEIGHT_COUNTS = 5;
/** Fewer letters begin too many words to mean one of them. */
const SHORTEST_BEGINNING = 3;
const LONGEST_TEXT = 200;
/** Of what is only like something: more would cost more than it tells. */
const MOST_WORDS = 8;
const LONGEST_WORD = 20;
const MOST_CANDIDATES = 40;
/** Letters that a word must share with another to be like it at all. */
const BEGINNING = 4;
const FUSE_OPTIONS: IFuseOptions<unknown> = {
  keys: [{ name: "names", weight: 3 }, "asked"],
  useTokenSearch: true,
  ignoreLocation: true,
  threshold: 0.4,
};

/**
 * Builds a search: whole names first, then the words that begin as typed, then those a slip away, so that
 * a right beginning never pays for fuzzy work; fuse.js token search tells
 * what is nearest to the rest.
 */
export function createSearch(entries: readonly Searchable[]): Search {
  const whole = wholeNames(entries);
  const index = createWordIndex(entries.map(gainsOf), ASKED_COUNTS);
  const heaviest = Math.max(1, ...entries.map(({ weight }) => weight));
  const byWeight = entries.toSorted((a, b) => b.weight - a.weight).map(({ id }) => id);
  const folded = entries.map(({ id, names, asked }) => ({
    id,
    names: names.map(fold),
    asked: asked.map(fold),
  }));

  const named = (text: string) => [
    ...new Set([...(whole.get(joined(text)) ?? []), ...(whole.get(joinedTelling(text)) ?? [])]),
  ];
  const ranked = (found: ReadonlyMap<number, number>) =>
    [...found]
      .map(([n, gain]) => ({
        n,
        id: entries[n]?.id ?? "",
        score: gain + (WEIGHT_COUNTS * (entries[n]?.weight ?? 0)) / heaviest,
      }))
      .toSorted((a, b) => b.score - a.score || a.n - b.n)
      .map(({ id }) => id);
  const matching = (text: string) => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const found = [...named(text), ...ranked(index.beginning(words))];
    return found.length > 0 ? [...new Set(found)] : ranked(index.mistyped(words));
  };

  return {
    named,
    matching,
    resolve(text) {
      const isClear = wordsOf(text).every(
        (word) => isTelling(word) && (word.length >= SHORTEST_BEGINNING || index.has(word)),
      );
      return named(text)[0] ?? (isClear ? (matching(text)[0] ?? null) : null);
    },
    nearest(text, limit) {
      if (wordsOf(text).length === 0) return byWeight.slice(0, limit);
      const found = matching(text);
      if (found.length > 0) return found.slice(0, limit);
      const words = wordsOf(text)
        .slice(0, MOST_WORDS)
        .map((word) => word.slice(0, LONGEST_WORD));
      const candidates = likely(words, index).flatMap((n) => folded[n] ?? []);
      const fuse = new Fuse(candidates, FUSE_OPTIONS);
      return fuse.search(words.join(" "), { limit }).map(({ item }) => item.id);
    },
  };
}

/** The entries that have most of the words, or of what they begin with: fuse.js would take long over all. */
function likely(words: readonly string[], index: WordIndex): number[] {
  const gains = new Map<number, number>();
  for (const word of new Set(words)) {
    const found = [
      () => index.beginning([word]),
      () => index.mistyped([word]),
      () => index.beginning([word.slice(0, BEGINNING)]),
    ].reduce((known, look) => (known.size > 0 ? known : look()), new Map<number, number>());
    for (const [n, gain] of found) gains.set(n, (gains.get(n) ?? 0) + gain / Math.sqrt(found.size));
  }
  return [...gains]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([n]) => n);
}

function wordsOf(text: string): string[] {
  return tellingWords(fold(text.slice(0, LONGEST_TEXT)));
}

/** Entries by their whole names and the whole ways to ask for them, names first. */
function wholeNames(entries: readonly Searchable[]): Map<string, string[]> {
  const whole = new Map<string, string[]>();
  const add = (key: string, id: string) => {
    const known = whole.get(key) ?? [];
    if (key !== "" && !known.includes(id)) whole.set(key, [...known, id]);
  };
  for (const keyOf of [joined, joinedTelling]) {
    for (const { id, names } of entries) for (const name of [id, ...names]) add(keyOf(name), id);
    for (const { id, asked } of entries) for (const phrase of asked) add(keyOf(phrase), id);
  }
  return whole;
}

/** Spaces make no difference: "open ai" is OpenAI. */
function joined(text: string): string {
  return fold(text.slice(0, LONGEST_TEXT)).replaceAll(" ", "");
}

/** Nor do little words: "la lettre" is "lettre". */
function joinedTelling(text: string): string {
  return wordsOf(text).join("");
}

function gainsOf({ names, asked, text }: Searchable): Gains {
  const gains = new Map<string, number>();
  const add = (word: string, gain: number) => gains.set(word, (gains.get(word) ?? 0) + gain);
  for (const word of wordsIn(names)) add(word, NAME_COUNTS);
  for (const word of wordsIn(asked)) add(word, ASKED_COUNTS);
  for (const phrase of asked)
    for (const word of wordsIn([phrase])) add(word, RECURRING_COUNTS / asked.length);
  for (const word of wordsIn(text)) add(word, TEXT_COUNTS);
  return gains;
}

function wordsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => fold(text).split(" ")).filter((word) => word !== ""));
}
