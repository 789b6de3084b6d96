import { fold } from "../../story/fold.ts";
import { tellingWords } from "../stopWords.ts";
import { areSwapped, slipsBetween } from "./meant.ts";
import type { Called } from "./searchable.ts";

/** A lone word of fewer letters stands in too many names, unless it is a number or in one entry alone. */
const SHORTEST_WORD = 4;
/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 4;
/** Letters of a lone word with a slip: with fewer it may as well be another word ("char" for "shear"). */
const SHORTEST_SLIP = { inName: 6, inSpelling: 7 };
/** Two letters that changed places are seldom another word. */
const SHORTEST_SWAP = 5;
/** Beside a word that is sure, each may be shorter. */
const SHORTEST_BESIDE = 3;

/**
 * Whether typed words surely mean an entry that holds them all, so that it may be shown as what was asked for: they
 * are a part of its name, a whole other spelling, or half of a way to ask for it. What is merely told of it is no
 * name, and a slip or a mere beginning counts in long words only, or beside a word that is right. A lone word of a
 * name is one by which people ask for it too, where their ways to ask are known: most titles hold some word of every
 * subject.
 */
export function surelyMeans(
  typed: readonly string[],
  { names, spellings = [], asked, isNamedWhole = false }: Called,
  isInOneEntry: (word: string) => boolean,
): boolean {
  const isLone = typed.length === 1;
  const phrases = asked.map(wordsOf);
  const isAskedFor = ({ word }: Likeness) =>
    !isLone || phrases.length === 0 || phrases.some((phrase) => phrase.includes(word));
  const isSure = (likes: readonly Likeness[], shortestSlip: number) =>
    likes.every(({ kind }) => kind !== "other") &&
    likes.some((like) => isSureAlone(like, shortestSlip, !isLone, isInOneEntry));
  const likesIn = (words: readonly string[]) => typed.map((word) => likenessOf(word, words));
  const isSpelt = (words: readonly string[], covers: number) => {
    if (typed.length < covers * words.length || typed.length > words.length) return false;
    const likes = likesIn(words);
    return likes.every(({ kind }) => kind !== "begun") && isSure(likes, SHORTEST_SLIP.inSpelling);
  };
  return (
    names.some((name) => {
      const words = wordsOf(name);
      if (isNamedWhole && words.length !== typed.length) return false;
      const likes = likesIn(words);
      return likes.every(isAskedFor) && isSure(likes, SHORTEST_SLIP.inName);
    }) ||
    spellings.some((spelling) => isSpelt(wordsOf(spelling), 1)) ||
    phrases.some((phrase) => isSpelt(phrase, 1 / 2))
  );
}

function wordsOf(text: string): string[] {
  return tellingWords(fold(text));
}

/** How a typed word is found in a name. */
interface Likeness {
  kind: "same" | "begun" | "swapped" | "slip" | "other";
  typed: string;
  word: string;
}

function likenessOf(typed: string, words: readonly string[]): Likeness {
  const found = (kind: Likeness["kind"], word: string | undefined) =>
    word === undefined ? null : { kind, typed, word };
  const isLong = typed.length >= SHORTEST_BESIDE;
  return (
    found(
      "same",
      words.find((word) => word === typed),
    ) ??
    found(
      "begun",
      words.find((word) => isLong && word.startsWith(typed)),
    ) ??
    found(
      "swapped",
      words.find((word) => isLong && areSwapped(typed, word)),
    ) ??
    found(
      "slip",
      words.find((word) => isSlip(typed, word)),
    ) ?? { kind: "other", typed, word: "" }
  );
}

/** Another number is no slip. */
function isSlip(typed: string, word: string): boolean {
  return typed.length >= SHORTEST_WORD && !/\d/.test(typed) && slipsBetween(typed, word) !== null;
}

function isSureAlone(
  { kind, typed, word }: Likeness,
  shortestSlip: number,
  hasOthers: boolean,
  isInOneEntry: (word: string) => boolean,
): boolean {
  if (kind === "same")
    return hasOthers || typed.length >= SHORTEST_WORD || /^\d+$/.test(typed) || isInOneEntry(typed);
  if (kind === "begun") return typed.length >= SHORTEST_BEGINNING;
  if (kind === "swapped") return typed.length >= SHORTEST_SWAP;
  // The first letter is seldom wrong: "switch" is not Twitch.
  return kind === "slip" && Math.min(typed.length, word.length) >= shortestSlip && typed[0] === word[0];
}
