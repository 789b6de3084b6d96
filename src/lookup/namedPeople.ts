import { fold } from "../story/fold.ts";
import type { Story } from "../story/story.ts";

/** Finds the people and organisations that a running text names. */
export type NameFinder = (text: string) => string[];

/** A word of a name that is shorter may be any word ("bill", "tim"), unless it begins with a capital. */
const LONG_WORD = 6;
/** A spelling of several words that is shorter may be any words ("il ya"). */
const LONG_PHRASE = 7;

interface Spelling {
  person: string;
  needsCapital: boolean;
}

/**
 * Builds a finder of names for a story: full names, single words of them and other spellings. It gives ids,
 * each once, in the order in which the text names them.
 */
export function createNameFinder(story: Story): NameFinder {
  const spellings = new Map<string, Spelling>();
  const add = (words: string, spelling: Spelling) => {
    if (words !== "" && !spellings.has(words)) spellings.set(words, spelling);
  };
  for (const { id, name, aliases } of story.people.values()) {
    for (const full of [name.fr, name.en]) add(fold(full), { person: id, needsCapital: false });
    for (const alias of aliases) {
      const words = fold(alias);
      const severalWords = words.includes(" ");
      if (severalWords && words.length < LONG_PHRASE) continue;
      add(words, { person: id, needsCapital: !severalWords && words.length < LONG_WORD });
    }
  }
  const longest = Math.max(0, ...[...spellings.keys()].map((words) => words.split(" ").length));
  return (text) => {
    const words = wordsOf(text);
    const found = new Set<string>();
    for (let at = 0; at < words.length;) {
      const [person, length] = nameAt(words, at, longest, spellings);
      if (person) found.add(person);
      at += length;
    }
    return [...found];
  };
}

interface Word {
  folded: string;
  isCapital: boolean;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => ({
    folded: fold(word),
    isCapital: /^\p{Lu}/u.test(word),
  }));
}

/** The longest name that begins at a word, and how many words it has; where none does, one word is passed over. */
function nameAt(
  words: readonly Word[],
  at: number,
  longest: number,
  spellings: ReadonlyMap<string, Spelling>,
): [person: string | null, length: number] {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .map(({ folded }) => folded)
      .join(" ");
    const spelling = spellings.get(phrase);
    if (spelling && (!spelling.needsCapital || words[at]?.isCapital)) return [spelling.person, length];
  }
  return [null, 1];
}
