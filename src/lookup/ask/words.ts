import { fold } from "../../story/fold.ts";

/** A question is read up to here, in UTF-16 units: what is longer than a screen is no question. */
export const LONGEST_QUESTION = 500;

const DATE = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{4})?)(?!\d)/;

/** The words of a text, folded; a date written in digits (20/11/2023, 2023-11-20) stays one word. */
export function wordsOf(text: string): string[] {
  const joined = text.replace(/week[\s-]end/gi, "weekend");
  // Most texts hold no date: folded at once, they take a third of the time.
  const words = /\d/.test(joined)
    ? joined.split(/\s+/).flatMap((chunk) => DATE.exec(chunk)?.[0] ?? fold(chunk).split(" "))
    : fold(joined).split(" ");
  // Most texts hold nothing else: only then is there a word to leave out.
  return words.includes("") ? words.filter((word) => word !== "") : words;
}
