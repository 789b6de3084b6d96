import { fold } from "../../story/fold.ts";
import type { Story } from "../../story/story.ts";

/** What a question wants to know; its words are in words.json. */
const KINDS = ["who", "when", "many", "long", "why", "quote", "source", "what", "happened"] as const;
export type Kind = (typeof KINDS)[number];

/** Finds the kinds of a question by its folded words: the most telling first; empty for a bare name or topic. */
export type KindReader = (words: readonly string[]) => Kind[];

/** "what" stands in most questions and tells little. */
const TELLS_LITTLE: ReadonlySet<Kind> = new Set(["what", "happened"]);

/** Reads the phrases of each kind; a `*` stands for one to five words. */
export function createKindReader(story: Story): KindReader {
  const patterns = KINDS.flatMap((kind) => {
    const group = story.words.get(kind);
    return [...(group?.fr ?? []), ...(group?.en ?? [])].map((phrase) => ({
      kind,
      pattern: patternOf(phrase),
    }));
  });
  return (words) => {
    const text = ` ${words.join(" ")} `;
    const found = patterns.flatMap(({ kind, pattern }) => {
      const match = pattern.exec(text);
      return match ? [{ kind, at: match.index, length: match[0].length }] : [];
    });
    // The first words of a question say most; of two that begin together the longer: "combien de temps".
    const ordered = found.toSorted(
      (a, b) =>
        Number(TELLS_LITTLE.has(a.kind)) - Number(TELLS_LITTLE.has(b.kind)) ||
        a.at - b.at ||
        b.length - a.length,
    );
    return [...new Set(ordered.map(({ kind }) => kind))];
  };
}

function patternOf(phrase: string): RegExp {
  const parts = phrase.split("*").map((part) => fold(part));
  return new RegExp(` ${parts.join("(?: \\S+){1,5} ")} `);
}
