import { distance } from "fastest-levenshtein";
import { gramsOf, type Grams } from "./grams.ts";
import { highest } from "./highest.ts";
import { beginningWith, numberOf, type Run, type Vocabulary } from "./vocabulary.ts";

/** Words that a typed one may mean, and how much of what they say counts. */
export type Meant = Run & { counts: number };

/** A begun word of a name says more than any whole word that is none. */
export const BEGINNING_COUNTS = 0.9;
const SLIP_COUNTS = 0.5;

/** The words that begin as typed; the whole word counts most. */
export function begunBy(typed: string, words: Vocabulary): Meant[] {
  const { from, to } = beginningWith(words, typed);
  const rest = words[from] === typed ? from + 1 : from;
  return [
    { from, to: rest, counts: 1 },
    { from: rest, to, counts: BEGINNING_COUNTS },
  ].filter((run) => run.to > run.from);
}

/** A word of so many letters leaves room for two slips, of so many for any one. */
const LONG = 8;
const SURE = 6;
/** A shorter one but for those that every quick hand makes: two letters swapped, or one left out or doubled. */
const SHORTEST = 4;
const SHORTEST_LEFT_OUT = 5;

/** The pairs of letters that a word can lose: two by each slip, three by a swap. */
const LOST_IN_LONG = 4;
const LOST = 3;

/**
 * The words that are typed so but for a slip, two in a long word that begins right; the right word counts
 * most. Short words are too near to each other, and another number is no slip.
 */
export function slippedFrom(typed: string, words: Vocabulary, grams: Grams): Meant[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) {
    const word = numberOf(words, typed);
    return word < 0 ? [] : [{ from: word, to: word + 1, counts: 1 }];
  }
  const isLong = typed.length >= LONG;
  const pairs = gramsOf(typed);
  const least = pairs.size - (isLong ? LOST_IN_LONG : LOST);
  const apart = isLong ? 2 : 1;
  const lengths = { shortest: typed.length - apart, longest: typed.length + apart };
  return grams.sharing(pairs, Math.max(1, least), lengths).words.flatMap((word) => {
    const slips = slipsBetween(typed, words[word] ?? "");
    return slips === null
      ? []
      : [{ from: word, to: word + 1, counts: slips === 0 ? 1 : SLIP_COUNTS / slips }];
  });
}

/** How many slips lie between two words, or null for too many. */
export function slipsBetween(typed: string, word: string): number | null {
  const most = typed.length >= LONG && typed[0] === word[0] ? 2 : 1;
  if (Math.abs(typed.length - word.length) > most) return null;
  const slips = distance(typed, word);
  if (typed.length < SURE && slips > 0 && !isQuickSlip(typed, word)) return null;
  if (slips <= most) return slips;
  return slips === 2 && areSwapped(typed, word) ? 1 : null;
}

/** "Moon" is no "noon", and "mars" no "Mark": a wrong letter makes a short word another one. */
function isQuickSlip(typed: string, word: string): boolean {
  if (typed[0] !== word[0]) return false;
  return typed.length === word.length ? areSwapped(typed, word) : typed.length >= SHORTEST_LEFT_OUT;
}

/** Whether two neighbouring letters changed places, the slip of a quick hand. */
export function areSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length || typed === word) return false;
  let at = 0;
  while (typed[at] === word[at]) at += 1;
  return (
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  );
}

/** Of the pairs of letters in a typed word, the share that another has to have for being thought near. */
const LEAST_SHARED = 0.4;
const MOST_NEAR = 25;

/** The words that look like a typed one, those that share most of its letters first in number and weight. */
export function lookingLike(typed: string, words: Vocabulary, grams: Grams): Meant[] {
  const pairs = gramsOf(typed);
  const lengths = { shortest: Math.ceil(typed.length / 1.5), longest: Math.floor(1.5 * typed.length) };
  const { words: found, shared } = grams.sharing(pairs, Math.ceil(LEAST_SHARED * pairs.size), lengths);
  const likeness = found.map(
    (word, n) => (2 * (shared[n] ?? 0)) / (pairs.size + (words[word]?.length ?? 0) + 1),
  );
  return highest([...found.keys()], likeness, MOST_NEAR).map((n) => {
    const word = found[n] ?? 0;
    return { from: word, to: word + 1, counts: likeness[n] ?? 0 };
  });
}
