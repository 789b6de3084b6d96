import Fuse from "fuse.js";
import { highest } from "./highest.ts";
import { begunBy, lookingLike } from "./meant.ts";
import type { WordIndex } from "./wordIndex.ts";

/** Entries that are looked at closely. */
const CANDIDATES = 25;
/** Of what is merely like something: more words, or longer ones, would cost more than they tell. */
const MOST_WORDS = 8;
const LONGEST_WORD = 20;
/** A place in a ranking counts by its reciprocal (reciprocal rank fusion), the first not too much. */
const RANK_OFFSET = 8;
/** What fuse.js says counts less than how much the words tell by which an entry was found. */
const FUSE_COUNTS = 0.6;

/**
 * The entries nearest to typed words of which none holds all, best first, by their positions. Words that look
 * like the typed ones lead to candidates, the rarest first; fuse.js compares what was typed with the words by
 * which each candidate was found; both rankings count. fuse.js alone would read every text of the story.
 */
export function nearby(typed: readonly string[], index: WordIndex, limit: number): number[] {
  const words = [...new Set(typed)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
  const meant = words.map((word) => {
    const begun = begunBy(word, index.vocabulary);
    return begun.length > 0 ? begun : lookingLike(word, index.vocabulary, index.grams);
  });
  const scores = new Map<number, number>();
  for (const one of meant) {
    const { count, entries, gains } = index.anyOf(one);
    const rarity = Math.log(1 + index.size / count);
    for (let n = 0; n < count; n += 1) {
      const entry = entries[n] ?? 0;
      scores.set(entry, (scores.get(entry) ?? 0) + rarity * Math.sqrt(gains[n] ?? 0));
    }
  }
  const candidates = highest([...scores.keys()], [...scores.values()], Math.max(CANDIDATES, limit));

  const fuse = new Fuse(
    index.heldBy(candidates, meant.flat()).map((held) => held.join(" ")),
    { useTokenSearch: true, ignoreLocation: true, threshold: 0.4 },
  );
  const ranks = candidates.map((_, place) => 1 / (place + RANK_OFFSET));
  for (const [place, { refIndex }] of fuse.search(words.join(" ")).entries())
    ranks[refIndex] = (ranks[refIndex] ?? 0) + FUSE_COUNTS / (place + RANK_OFFSET);
  return highest(candidates, ranks, limit);
}
