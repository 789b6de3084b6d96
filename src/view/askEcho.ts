import { clip } from "./limits.ts";
import { plain } from "./markdown.ts";

const LONGEST_ECHO = 100;

/** A question shown back to who asked it: short, on one line, and nothing in it is markup, a link or a mention. */
export function echoed(question: string): string {
  const line = clip(question.replace(/[\p{C}\p{Z}]+/gu, " ").trim(), LONGEST_ECHO);
  return plain(line).replace(/@|:(?=\/\/)/g, String.raw`\$&`);
}
