import type { Steps } from "../steps.ts";

/** Phrases by their words. */
export interface PhraseTree<Meaning> {
  /** The longest phrase that begins at a place of a text, in words, and what it means. */
  longestAt(words: readonly string[], at: number): { length: number; meaning: Meaning } | null;
}

interface Node<Meaning> {
  /** Undefined where no phrase ends. */
  meaning?: Meaning;
  /** Undefined where every phrase ends, as most do after a word. */
  next?: Map<string, Node<Meaning>>;
}

/** Phrases that one step puts into the tree. */
const IN_A_STEP = 512;

/** Builds a tree of phrases, whose words stand one blank apart; undefined means nothing. */
export function* phraseTreeSteps<Meaning extends {} | null>(
  phrases: ReadonlyMap<string, Meaning>,
): Steps<PhraseTree<Meaning>> {
  const root: Node<Meaning> = {};
  for (const [n, [phrase, meaning]] of [...phrases].entries()) {
    if (n % IN_A_STEP === 0) yield;
    let node = root;
    for (const word of phrase.split(" ")) {
      node.next ??= new Map();
      node = node.next.getOrInsertComputed(word, () => ({}));
    }
    node.meaning = meaning;
  }
  return {
    longestAt(words, at) {
      let longest: { length: number; meaning: Meaning } | null = null;
      let node = root.next?.get(words[at] ?? "");
      for (let length = 1; node !== undefined; length++) {
        if (node.meaning !== undefined) longest = { length, meaning: node.meaning };
        node = node.next?.get(words[at + length] ?? "");
      }
      return longest;
    },
  };
}
