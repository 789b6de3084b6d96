import Fuse from "fuse.js";
import { highest } from "./highest.ts";
import { begunBy, lookingLike, type Meant } from "./meant.ts";
import type { WordIndex } from "./wordIndex.ts";

/** Entries that are looked at closely. */
const CANDIDATES = 25;
/** Of what is merely like something: more words, or longer ones, would cost more than they tell. */
const MOST_WORDS = 8;
const LONGEST_WORD = 20;
/** Places in a ranking count by their reciprocals (reciprocal rank fusion), and this makes the first ones less alone. */
const RANK_OFFSET = 8;
/** What fuse.js says of the candidates counts less than how rare the words are by which they were found. */
const FUSE_COUNTS = 0.6;

/**
 * The entries nearest to typed words of which no entry holds all, best first, by their positions. Words that
 * look alike lead to candidates, the rarest first; fuse.js compares what was typed with the words by which
 * each was found; both rankings count. fuse.js alone would compare every text of the story.
 */
export function nearby(typed: readonly string[], { postings, grams }: WordIndex, limit: number): number[] {
  const { vocabulary, telling, words } = postings;
  const asked = [...new Set(typed)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
  const scores = new Map<number, number>();
  const matched = new Map<number, Set<string>>();
  for (const word of asked) {
    const best = new Map<number, number>();
    for (const { from, to, counts } of meantBy(word)) {
      for (let near = from; near < to; near += 1) {
        const [start, end] = [telling.starts[near] ?? 0, telling.starts[near + 1] ?? 0];
        const rarity = Math.log(1 + words.starts.length / (end - start || 1));
        for (let n = start; n < end; n += 1) {
          const entry = telling.numbers[n] ?? 0;
          best.set(entry, Math.max(best.get(entry) ?? 0, rarity * counts ** 2));
          matched.set(entry, (matched.get(entry) ?? new Set()).add(vocabulary[near] ?? ""));
        }
      }
    }
    for (const [entry, score] of best) scores.set(entry, (scores.get(entry) ?? 0) + score);
  }
  const candidates = highest([...scores.keys()], [...scores.values()], Math.max(CANDIDATES, limit));

  const ranks = candidates.map((_, place) => 1 / (place + RANK_OFFSET));
  const fuse = new Fuse(
    candidates.map((entry) => [...(matched.get(entry) ?? [])].join(" ")),
    { useTokenSearch: true, ignoreLocation: true, threshold: 0.4 },
  );
  for (const [place, { refIndex }] of fuse.search(asked.join(" ")).entries())
    ranks[refIndex] = (ranks[refIndex] ?? 0) + FUSE_COUNTS / (place + RANK_OFFSET);
  return highest(candidates, ranks, limit);

  function meantBy(word: string): Meant[] {
    const begun = begunBy(word, vocabulary);
    return begun.length > 0 ? begun : lookingLike(word, vocabulary, grams);
  }
}
