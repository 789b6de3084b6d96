import type { Search } from "./search.ts";

/** A shorter word is near to too many others. */
const SHORTEST_WORD = 4;

/**
 * The entries that a typed text nearly names, or that one of its longer words names by itself, best first; empty where
 * there are none. Unless told otherwise a word has to name them surely.
 */
export function nearlyNamed(
  text: string,
  search: Search,
  limit: number,
  namedBy: (word: string) => string[] = (word) => search.sure(word),
): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  const found = [...search.calledLike(text).slice(0, limit), ...words.flatMap(namedBy)];
  return [...new Set(found)].slice(0, limit);
}
