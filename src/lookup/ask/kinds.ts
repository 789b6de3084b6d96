import { fold } from "../../story/fold.ts";
import type { Story } from "../../story/story.ts";
import type { Grammar } from "./grammar.ts";
import { whetherAt } from "./whether.ts";

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
export function createKindReader(story: Story, grammar: Grammar): KindReader {
  const finders = Map.groupBy(
    KINDS.flatMap((kind) => {
      const group = story.words.get(kind);
      return [...(group?.fr ?? []), ...(group?.en ?? [])].map((phrase) => finderOf(phrase, kind));
    }),
    ({ begin }) => begin,
  );
  return (words) => {
    const text = ` ${words.join(" ")} `;
    const begins = new Set(words.flatMap((word, n) => [word, `${word} ${words[n + 1] ?? ""}`]));
    const found = [...begins].flatMap((begin) =>
      (finders.get(begin) ?? []).flatMap(({ kind, pattern }) => {
        const match = pattern.exec(text);
        return match ? [{ kind, at: match.index, length: match[0].length } satisfies Found] : [];
      }),
    );
    // "Qu'est-ce qui s'est passé" asks what, not who; "combien de temps" how long, not how many.
    const whole = found
      .filter((one) => !found.some((longer) => isWithin(one, longer)))
      .filter((one, _, all) => !isConjunction(one, text, all, grammar));
    // The first words of a question say most.
    const ordered = whole.toSorted(
      (a, b) => Number(TELLS_LITTLE.has(a.kind)) - Number(TELLS_LITTLE.has(b.kind)) || a.at - b.at,
    );
    return [...new Set(ordered.map(({ kind }) => kind))];
  };
}

/** What stands before a subject and its verb joins two clauses; a question turns them round: "when did he leave". */
const INVERTED =
  /^ (?:did|was|were|is|are|does|do|has|have|had|will|would|exactly|about|abouts|est ce|precisement) |^ [^ ]+ (?:t )?(?:il|elle|ils|elles|on|ce) /;

/**
 * "What did he say when he left?" and "did he cry when he left?" ask no time: a question begins before "when", and
 * no verb stands right after it.
 */
function isConjunction(
  { kind, at, length }: Found,
  text: string,
  all: readonly Found[],
  grammar: Grammar,
): boolean {
  const isOneWord =
    text
      .slice(at, at + length)
      .trim()
      .split(" ").length === 1;
  const after = text.slice(at + length - 1);
  const isFollowed = after.trim() !== "" && !INVERTED.test(after);
  const before = text
    .slice(0, at)
    .split(" ")
    .filter((word) => word !== "");
  const isWhether =
    before.some((_, n) => whetherAt(before, n, grammar) > 0) || grammar.isIn("subject", before);
  const isLater = isWhether || all.some((other) => other.at < at);
  // "Do you know when he left?" asks for the time all the same.
  const isAskedOfYou = grammar.lengthAt("joins-when", before, before.length - 1) > 0;
  return kind === "when" && isOneWord && isFollowed && isLater && !isAskedOfYou;
}

interface Place {
  at: number;
  length: number;
}

/** A phrase of a kind, where it was found. */
interface Found extends Place {
  kind: Kind;
}

function isWithin(one: Place, longer: Place): boolean {
  return (
    one.length < longer.length && longer.at <= one.at && one.at + one.length <= longer.at + longer.length
  );
}

interface Finder {
  kind: Kind;
  /** The word or two with which the phrase begins: where those are not, nor is the phrase. */
  begin: string;
  /** The phrase in a text whose words stand between blanks. */
  pattern: RegExp;
}

function finderOf(phrase: string, kind: Kind): Finder {
  const parts = phrase.split("*").map(fold);
  const begin = (parts[0] ?? "").split(" ").slice(0, 2).join(" ");
  return {
    kind,
    begin,
    pattern: new RegExp(` ${parts.join("(?: \\S+){1,5} ")} `),
  };
}
