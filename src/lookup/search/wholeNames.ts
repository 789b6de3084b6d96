import { fold } from "../../story/fold.ts";
import { tellingWords } from "../stopWords.ts";
import type { EntryTexts } from "./entryWords.ts";

/** Finds entries by a whole name or a whole way to ask for them. */
export interface WholeNames {
  /** The entries that are called so, by their positions; those that are asked for so come after them. */
  named(text: string): number[];
}

/** Indexes the ids and names of entries, then the phrases by which they are asked for, under their positions. */
export function createWholeNames(entries: readonly EntryTexts[]): WholeNames {
  const whole = new Map<string, number[]>();
  const add = (key: string, entry: number) => {
    const known = whole.get(key);
    if (!known) whole.set(key, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  };
  for (const keyOf of [joined, joinedTelling]) {
    for (const [entry, { id, names }] of entries.entries())
      for (const name of [id, ...names]) add(keyOf(name), entry);
    for (const [entry, { asked }] of entries.entries()) for (const phrase of asked) add(keyOf(phrase), entry);
  }
  whole.delete("");
  return {
    named(text) {
      const folded = fold(text);
      return [...new Set([joined, joinedTelling].flatMap((keyOf) => whole.get(keyOf(folded)) ?? []))];
    },
  };
}

/** Spaces make no difference: "open ai" is OpenAI. */
function joined(folded: string): string {
  return folded.replaceAll(" ", "");
}

/** Nor do little words: "la lettre" is "lettre". */
function joinedTelling(folded: string): string {
  return tellingWords(folded).join("");
}
