import { fold } from "../../story/fold.ts";
import type { Story } from "../../story/story.ts";

/** What a question wants to know; its words are in words.json. */
const KINDS = ["who", "when", "many", "long", "why", "quote", "source", "what", "happened"] as const;
export type Kind = (typeof KINDS)[number];

/** Whether it asks for a number: "how many", "how long". */
export function isCounting(kind: Kind | null | undefined): boolean {
  return kind === "many" || kind === "long";
}

/** Finds the kinds of a question by its folded words: the most telling first; empty for a bare name or topic. */
export type KindReader = (words: readonly string[]) => Kind[];

/** "what" stands in most questions and tells little. */
const TELLS_LITTLE: ReadonlySet<Kind> = new Set(["what", "happened"]);

/** Reads the phrases of each kind; a `*` stands for one to five words. */
export function createKindReader(story: Story): KindReader {
  const finders = KINDS.flatMap((kind) => {
    const group = story.words.get(kind);
    return [...(group?.fr ?? []), ...(group?.en ?? [])].map((phrase) => ({ kind, find: finderOf(phrase) }));
  });
  return (words) => {
    const text = ` ${words.join(" ")} `;
    const found = finders.flatMap(({ kind, find }) => {
      const place = find(text);
      return place ? [{ kind, ...place }] : [];
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

/** Where a phrase stands in a text whose words stand between blanks. */
type Finder = (text: string) => { at: number; length: number } | null;

function finderOf(phrase: string): Finder {
  const [whole = "", ...rest] = phrase.split("*").map((part) => ` ${fold(part)} `);
  if (rest.length === 0) {
    return (text) => {
      const at = text.indexOf(whole);
      return at === -1 ? null : { at, length: whole.length };
    };
  }
  const parts = [whole, ...rest].map((part) => part.trim());
  const pattern = new RegExp(` ${parts.join("(?: \\S+){1,5} ")} `);
  return (text) => {
    const match = pattern.exec(text);
    return match && { at: match.index, length: match[0].length };
  };
}
