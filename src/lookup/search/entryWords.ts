import { fold } from "../../story/fold.ts";
import type { EntryWords } from "./postings.ts";

/** The texts by which an entry is found; all but `text` are folded. */
export interface EntryTexts {
  id: string;
  names: readonly string[];
  asked: readonly string[];
  text: readonly string[];
}

/** Folds what an entry is called and asked for, once for all that is made of it. */
export function entryTexts({ id, names, asked, text }: EntryTexts): EntryTexts {
  return { id: fold(id), names: names.map(fold), asked: asked.map(fold), text };
}

const NAME_COUNTS = 4;
const ASKED_COUNTS = 1;
const RECURRING_COUNTS = 2;
/** What a word says of an entry that it is neither called nor asked for by. */
export const TOLD_COUNTS = 0.5;

/** The words of an entry: those of its names count most, then those that recur in ways to ask for it. */
export function entryWords({ names, asked, text }: EntryTexts): EntryWords {
  const telling = new Map<string, number>();
  const add = (words: Iterable<string>, gain: number) => {
    for (const word of words) telling.set(word, (telling.get(word) ?? 0) + gain);
  };
  add(wordsIn(names.join(" ")), NAME_COUNTS);
  add(wordsIn(asked.join(" ")), ASKED_COUNTS);
  for (const phrase of asked) add(wordsIn(phrase), RECURRING_COUNTS / asked.length);
  const told = fold(text.join("\n")).split(" ");
  const both = new Set<string>();
  for (const word of told) if (telling.has(word)) both.add(word);
  add(both, TOLD_COUNTS);
  return { telling, told };
}

function wordsIn(folded: string): Set<string> {
  const words = new Set(folded.split(" "));
  words.delete("");
  return words;
}
