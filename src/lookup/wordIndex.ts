import { distance } from "fastest-levenshtein";

/** How much each word of an entry says about it, by the word. */
export type Gains = ReadonlyMap<string, number>;

/** Finds entries by their words: as typed, as far as typed, or mistyped. */
export interface WordIndex {
  /** The entries in which each word begins as typed, and how well they fit: a whole word counts most. */
  beginning(words: readonly string[]): Map<number, number>;
  /** The entries in which each word is there but for a slip, two in a long word, and how well they fit. */
  mistyped(words: readonly string[]): Map<number, number>;
  /** Whether a word as it stands is in any entry that could be found mistyped. */
  has(word: string): boolean;
}

const BEGINNING_COUNTS = 0.8;
const SLIP_COUNTS = 0.5;

/**
 * Indexes entries, given by the gains of their words, under their positions. What gains less than
 * `leastMistyped` is found by right spelling only: any long text holds some word that is a slip away.
 */
export function createWordIndex(entries: readonly Gains[], leastMistyped: number): WordIndex {
  const postings = new Map<string, { entry: number; gain: number }[]>();
  for (const [entry, gains] of entries.entries())
    for (const [word, gain] of gains) {
      const known = postings.get(word);
      if (known) known.push({ entry, gain });
      else postings.set(word, [{ entry, gain }]);
    }
  const vocabulary = [...postings.keys()].toSorted();

  const gather = (words: Iterable<[word: string, counts: number]>, least = 0) => {
    const found = new Map<number, number>();
    for (const [word, counts] of words)
      for (const { entry, gain } of postings.get(word) ?? [])
        if (gain >= least) found.set(entry, Math.max(found.get(entry) ?? 0, gain * counts));
    return found;
  };

  return {
    beginning: (words) =>
      inAll(
        words.map(
          (typed) => () =>
            gather(
              startingWith(vocabulary, typed).map((word) => [word, word === typed ? 1 : BEGINNING_COUNTS]),
            ),
        ),
      ),
    mistyped: (words) =>
      inAll(
        words.map(
          (typed) => () =>
            gather(
              vocabulary.flatMap((word) => {
                const slips = slipsBetween(typed, word);
                return slips === null ? [] : [[word, slips === 0 ? 1 : SLIP_COUNTS / slips]];
              }),
              leastMistyped,
            ),
        ),
      ),
    has: (word) => (postings.get(word) ?? []).some(({ gain }) => gain >= leastMistyped),
  };
}

/** The entries that every search finds, with the mean of what they found; stops at the first that finds none. */
function inAll(searches: readonly (() => Map<number, number>)[]): Map<number, number> {
  let all: Map<number, number> | undefined;
  for (const search of searches) {
    const found = search();
    const before = all;
    all = before
      ? new Map(
          [...before].flatMap(([entry, gain]) => {
            const more = found.get(entry);
            return more === undefined ? [] : [[entry, gain + more]];
          }),
        )
      : found;
    if (all.size === 0) break;
  }
  return new Map([...(all ?? [])].map(([entry, gain]) => [entry, gain / searches.length]));
}

function startingWith(vocabulary: readonly string[], start: string): string[] {
  let [low, high] = [0, vocabulary.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((vocabulary[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (const word of vocabulary.slice(low)) {
    if (!word.startsWith(start)) break;
    found.push(word);
  }
  return found;
}

/**
 * How many slips lie between a typed word and another, or null for too many: short words are too near to
 * each other, and another number is no slip.
 */
function slipsBetween(typed: string, word: string): number | null {
  if (/\d/.test(typed)) return typed === word ? 0 : null;
  const most = typed.length >= 8 && typed[0] === word[0] ? 2 : typed.length >= 4 ? 1 : 0;
  if (Math.abs(typed.length - word.length) > most) return null;
  const slips = distance(typed, word);
  if (slips <= most) return slips;
  return slips === 2 && most === 1 && areSwapped(typed, word) ? 1 : null;
}

/** Whether two neighbouring letters changed places, the slip of a quick hand. */
function areSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  const at = [...typed.split("").keys()].findIndex((n) => typed[n] !== word[n]);
  return (
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  );
}
