import { fold } from "../../story/fold.ts";

/** A word of a text, folded, and where it stands: from one character to before another. */
export interface PlacedWord {
  word: string;
  from: number;
  to: number;
}

/** The words of a text with their places, so that it can be cut where a word stands. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: typed, index }) => {
    const word = fold(typed);
    return word === "" ? [] : [{ word, from: index, to: index + typed.length }];
  });
}
