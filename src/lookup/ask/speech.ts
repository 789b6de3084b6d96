import { idOf, isName } from "./concepts.ts";
import type { Concept, Meaning } from "./lexicon.ts";

/** Whose words a question is for, and on whom: "what did Nadella say about Altman?" */
export interface Speech {
  speaker: string;
  /** Whom the words are to be about; null where that is nobody, or no person or organisation. */
  subject: string | null;
}

/** The group of words.json by which somebody says something. */
export const SAY: Concept = "say";
/** Those by which words are somebody's, written ones too: 'who wrote "i quit"?' */
export const UTTERING: ReadonlySet<Concept> = new Set([SAY, "author", "tweet"]);

const ARTICLES = wordSet("le la les l the");
/** What stands before those of whom something is said. */
const ABOUT = wordSet("sur de d du des about of on concernant regarding");
/** "Who said Altman would leave" asks for no words of Altman's. */
const WHO = wordSet("qui who");
/** "Altman said that he would leave" tells the words, and asks for none. */
const THAT = wordSet("que qu that");

/** Reads from the folded words of a question for words, and from their meanings, whose words they are to be. */
export function speechIn(words: readonly string[], meanings: readonly Meaning[]): Speech | null {
  const names = meanings.filter(({ concept }) => isName(concept));
  for (const said of meanings.filter(({ concept }) => concept === SAY)) {
    if (THAT.has(words[endOf(said)] ?? "")) continue;
    const speaker = names.find((name) => isSubject(name, said, words));
    if (!speaker) continue;
    // What comes after the first tells when or where: "on Ilya, after he had left the board".
    const subject = names.find((name) => name.concept !== speaker.concept && isSpokenOf(name, said, words));
    return { speaker: idOf(speaker.concept), subject: subject ? idOf(subject.concept) : null };
  }
  return null;
}

/** Right before the verb, or before its auxiliary; or right after it, as French turns it round. */
function isSubject(name: Meaning, said: Meaning, words: readonly string[]): boolean {
  const between = words.slice(Math.min(endOf(name), endOf(said)), Math.max(name.at, said.at));
  if (between.length > 1 || between.some((word) => WHO.has(word) || THAT.has(word))) return false;
  if (name.at < said.at) return true;
  const before = words.slice(Math.max(0, said.at - 2), said.at);
  return between.every((word) => ARTICLES.has(word)) && !before.some((word) => WHO.has(word));
}

function isSpokenOf(name: Meaning, said: Meaning, words: readonly string[]): boolean {
  const last = ARTICLES.has(words[name.at - 1] ?? "") ? name.at - 2 : name.at - 1;
  return name.at > said.at && ABOUT.has(words[last] ?? "");
}

function endOf({ at, length }: Meaning): number {
  return at + length;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
