/** Parts of a text that are looked up beside the whole of it, at most: each costs as much as a question. */
const MOST_CLAUSES = 6;
/** Fewer words than this ask nothing by themselves. */
const SHORTEST = 3;

const SENTENCE_END = /[.?!;:…]+(?=\s|$)|\s[–—-]\s|\n/;
const COMMA = /,\s+/;
/** A word or two: "Ridiculous! Who fired him?" */
const EXCLAMATION = /^\s*(?:\p{L}+[\s,]*){1,2}!+\s+(?=\S)/u;

/** The exclamation with which a text begins, as it was typed; empty where it begins otherwise. */
export function exclamationOf(text: string): string {
  return EXCLAMATION.exec(text)?.[0] ?? "";
}

/**
 * The parts of a text that may be its question, where it holds more than that: "our teacher insists on this: why
 * were there scientists on the board?", "who won in the end, and no waffle". Sentences, and what stands before and
 * after a comma; none for a text of one part.
 */
export function clausesOf(text: string): string[] {
  const whole = text.replace(/[\s.?!;:…]+$/, "").trim();
  const sentences = text.split(SENTENCE_END).map((part) => part.trim());
  // The question comes last more often than first.
  sentences.reverse();
  const parts = [...sentences, ...sentences.flatMap(aroundCommas)];
  const clauses = new Set(parts.filter((part) => part !== whole && part.split(/\s+/).length >= SHORTEST));
  return [...clauses].slice(0, MOST_CLAUSES);
}

function aroundCommas(sentence: string): string[] {
  const pieces = sentence.split(COMMA);
  return pieces
    .slice(1)
    .flatMap((piece, n) => [
      pieces.slice(n + 1).join(", "),
      pieces.slice(0, n + 1).join(", "),
      ...(n + 2 < pieces.length ? [piece] : []),
    ]);
}
