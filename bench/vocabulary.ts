import type { Random } from "./random.ts";

/** Words as they come in a text of some length. */
export interface Vocabulary {
  /** One word; common ones come often. */
  word: () => string;
  /** So many words, the first with a capital. */
  phrase: (words: number) => string;
}

/** The commonest words of a real text; the made-up ones come after them. */
const LITTLE_WORDS = {
  fr: "de la le et les des en un une du que est pour qui dans par sur pas au avec ce il sont plus se ne ou son aux sa".split(
    " ",
  ),
  en: "the of and to in a is that for it was on as with by at be this from are or an his not which have but were had".split(
    " ",
  ),
};

/** Letters of which words of each language are made up, so that French ones bear accents. */
const SOUNDS = {
  fr: {
    onsets: "b bl br c ch cl cr d dr f fr g gr j l m n p pl pr qu r s t tr v".split(" "),
    vowels: "a e i o u é è ê au eau eu oi ou an en on in ion".split(" "),
  },
  en: {
    onsets: "b bl br c ch cl d dr f fl g gr h k l m n p pr r s sh sp st t th tr v w".split(" "),
    vowels: "a e i o u ea ee ai oo ou er ing an en on or".split(" "),
  },
} as const;

/**
 * A made-up language with as many different words as a text of `length` words has, by Heaps' law 44 · n^0.49
 * (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.1.1), drawn by Zipf's law: the
 * n-th most common word is n times rarer than the first.
 */
export function vocabularyOf(language: keyof typeof SOUNDS, length: number, random: Random): Vocabulary {
  const size = Math.max(200, Math.round(44 * length ** 0.49));
  const known: string[] = [];
  const word = () => {
    const rank = Math.floor((size + 1) ** random.next()) - 1;
    return (known[rank] ??= LITTLE_WORDS[language][rank] ?? spelled(rank, language));
  };
  return {
    word,
    phrase(words) {
      const [first = "", ...others] = Array.from({ length: words }, word);
      // Joined last, so that a text is one piece in memory, as it is when a story is loaded.
      return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(" ");
    },
  };
}

/** The word of a rank: two syllables for the common ones, three for the rest; no two ranks share one. */
function spelled(rank: number, language: keyof typeof SOUNDS): string {
  const { onsets, vowels } = SOUNDS[language];
  const syllables = onsets.length * vowels.length;
  const long = rank >= syllables ** 2 / 4;
  const count = syllables ** (long ? 3 : 2);
  // A step without a common factor visits every word once, far from the one before.
  let left = (rank * stepFor(count)) % count;
  let word = "";
  for (let n = long ? 3 : 2; n > 0; n -= 1) {
    word +=
      (onsets[left % onsets.length] ?? "") + (vowels[Math.floor(left / onsets.length) % vowels.length] ?? "");
    left = Math.floor(left / syllables);
  }
  return word;
}

function stepFor(count: number): number {
  let step = Math.round(count * 0.618);
  while (commonDivisor(step, count) !== 1) step += 1;
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
