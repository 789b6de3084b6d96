import type { Search } from "./search.ts";

/** A shorter word is near to too many others. */
const SHORTEST_WORD = 4;

/** The entries that a typed text, or one of its longer words, nearly names, best first; empty where none does. */
export function nearlyNamed(text: string, search: Search, limit: number): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  const found = [text, ...words].flatMap((one) => search.matching(one).slice(0, limit));
  return [...new Set(found)].slice(0, limit);
}
