import type { Quote } from "./story.ts";

/** Somebody's very words, or a translation of them, rather than what others report or only lend him. */
export function isProven({ kind }: Quote): boolean {
  return kind === "verbatim" || kind === "press-translation";
}
