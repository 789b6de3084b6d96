import type { Search } from "./search.ts";

/** A shorter word is near to too many others. */
const SHORTEST_WORD = 4;

/**
 * The entries that a typed text nearly names, or that one of its longer words surely names, best first; empty where
 * there are none.
 */
export function nearlyNamed(text: string, search: Search, limit: number): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  const found = [...search.calledLike(text).slice(0, limit), ...words.flatMap((word) => search.sure(word))];
  return [...new Set(found)].slice(0, limit);
}
