import type { Vocabulary } from "./vocabulary.ts";

/** Finds words by the pairs of neighbouring letters that they share with another, its ends included. */
export interface Grams {
  /** The words, by their numbers, that share at least so many pairs with a typed one, and how many. */
  sharing(typed: string, least: number): { word: number; shared: number }[];
}

/** Indexes the wanted words of a vocabulary. */
export function createGrams(words: Vocabulary, isWanted: (word: number) => boolean): Grams {
  const holders = new Map<number, number[]>();
  for (let word = 0; word < words.length; word += 1) {
    if (!isWanted(word)) continue;
    for (const gram of gramsOf(words[word] ?? "")) {
      const known = holders.get(gram);
      if (known) known.push(word);
      else holders.set(gram, [word]);
    }
  }
  // Counted in place and wiped after each search, so that a search allocates nothing that grows with the story.
  const counts = new Uint8Array(words.length);
  return {
    sharing(typed, least) {
      const met: number[] = [];
      for (const gram of gramsOf(typed))
        for (const word of holders.get(gram) ?? []) {
          const count = (counts[word] ?? 0) + 1;
          counts[word] = count;
          if (count === least) met.push(word);
        }
      const found = met.map((word) => ({ word, shared: counts[word] ?? 0 }));
      for (const gram of gramsOf(typed)) for (const word of holders.get(gram) ?? []) counts[word] = 0;
      return found;
    },
  };
}

/** The different pairs of letters in a word, as numbers; U+0000 stands before and after it. */
export function gramsOf(word: string): Set<number> {
  const grams = new Set<number>();
  for (let n = 0; n <= word.length; n += 1) {
    const [before, after] = [
      n === 0 ? 0 : word.charCodeAt(n - 1),
      n === word.length ? 0 : word.charCodeAt(n),
    ];
    grams.add(before * 0x10000 + after);
  }
  return grams;
}
