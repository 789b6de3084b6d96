import { fold } from "../../story/fold.ts";
import type { EntryWords } from "./postings.ts";

const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
/** What a word says of an entry that it is neither called nor asked for by. */
export const TOLD_COUNTS = 0.5;

/** The words of an entry, folded: those of its names count most, then those that recur in ways to ask for it. */
export function entryWords(entry: {
  names: readonly string[];
  asked: readonly string[];
  text: readonly string[];
}): EntryWords {
  const telling = new Map<string, number>();
  const add = (words: Iterable<string>, gain: number) => {
    for (const word of words) telling.set(word, (telling.get(word) ?? 0) + gain);
  };
  add(wordsIn(entry.names), NAME_COUNTS);
  add(wordsIn(entry.asked), ASKED_COUNTS);
  for (const phrase of entry.asked) add(wordsIn([phrase]), RECURRING_COUNTS / entry.asked.length);
  const told = wordsIn(entry.text);
  for (const word of told) if (telling.has(word)) add([word], TOLD_COUNTS);
  return { telling, told };
}

function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of fold(text).split(" ")) words.add(word);
  words.delete("");
  return words;
}
