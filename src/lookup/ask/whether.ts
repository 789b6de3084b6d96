import type { Grammar } from "./grammar.ts";

/** How many words at a place begin a question by yes or no: "did", "est-ce que", "a-t-il"; 0 where none do. */
export function whetherAt(words: readonly string[], at: number, grammar: Grammar): number {
  return Math.max(grammar.lengthAt("whether", words, at), grammar.lengthAt("turned-verb", words, at));
}

/** Whether words ask by yes or no: they begin so, or turn a verb round ("Musk a-t-il signé"). */
export function areWhether(words: readonly string[], grammar: Grammar): boolean {
  return whetherAt(words, 0, grammar) > 0 || grammar.isIn("turned-verb", words);
}
