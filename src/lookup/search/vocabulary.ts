/** The different words of many texts, sorted; a word's number is its place. */
export type Vocabulary = readonly string[];

/** A run of words by their numbers: `from` included, `to` not. */
export interface Run {
  from: number;
  to: number;
}

/** The words that begin with `start`. */
export function beginningWith(words: Vocabulary, start: string): Run {
  const from = lowerBound(words, start);
  let [to, high] = [from, words.length];
  while (to < high) {
    const middle = (to + high) >>> 1;
    if (words[middle]?.startsWith(start)) to = middle + 1;
    else high = middle;
  }
  return { from, to };
}

/** The number of a word, or -1 where the vocabulary does not hold it. */
export function numberOf(words: Vocabulary, word: string): number {
  const at = lowerBound(words, word);
  return words[at] === word ? at : -1;
}

/** The first word that does not sort before `word`. */
function lowerBound(words: Vocabulary, word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
