import { fold } from "../../story/fold.ts";
import type { Story } from "../../story/story.ts";
import type { Grammar } from "./grammar.ts";
import { whetherAt } from "./whether.ts";

/** What a question wants to know; its words are in words.json. */
export const KINDS = ["who", "when", "many", "long", "why", "quote", "source", "what", "happened"] as const;
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
  const phrases = KINDS.flatMap((kind) => {
    const group = story.words.get(kind);
    return [...(group?.fr ?? []), ...(group?.en ?? [])].map((phrase) => kindPhraseOf(phrase, kind));
  });
  const byBegin = Map.groupBy(phrases, ({ parts: [[first = ""] = []] }) => first);
  const begun = new Map([...byBegin].map(([first, own]) => [first, beginningOf(own)]));
  return (words) => {
    const found = new Map<KindPhrase, Found>();
    for (const [at, word] of words.entries()) {
      const beginning = begun.get(word);
      if (!beginning) continue;
      const longer = beginning.bySecond.get(words[at + 1] ?? "") ?? [];
      for (const phrase of [...beginning.alone, ...longer]) {
        const end = found.has(phrase) ? -1 : endOf(phrase.parts, words, at);
        if (end >= 0) found.set(phrase, { kind: phrase.kind, at, length: end - at });
      }
    }
    // "Qu'est-ce qui s'est passé" asks what, not who; "combien de temps" how long, not how many.
    const whole = [...found.values()]
      .filter((one, _, all) => !all.some((longer) => isWithin(one, longer)))
      .filter((one, _, all) => !isConjunction(one, words, all, grammar));
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
  words: readonly string[],
  all: readonly Found[],
  grammar: Grammar,
): boolean {
  if (kind !== "when" || length !== 1) return false;
  const [before, after] = [words.slice(0, at), words.slice(at + length)];
  const isFollowed = after.length > 0 && !INVERTED.test(` ${after.join(" ")} `);
  const isWhether =
    before.some((_, n) => whetherAt(before, n, grammar) > 0) || grammar.isIn("subject", before);
  const isLater = isWhether || all.some((other) => other.at < at);
  // "Do you know when he left?" asks for the time all the same.
  const isAskedOfYou = grammar.lengthAt("joins-when", before, before.length - 1) > 0;
  return isFollowed && isLater && !isAskedOfYou;
}

/** Words of a text: where they begin, and how many they are. */
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

/** The folded words of a phrase, parted where others stand between them. */
interface KindPhrase {
  kind: Kind;
  parts: readonly (readonly string[])[];
}

function kindPhraseOf(phrase: string, kind: Kind): KindPhrase {
  return { kind, parts: phrase.split("*").map((part) => fold(part).split(" ")) };
}

/** Phrases with the same first word: what begins with that alone, and the others by their second one. */
interface Beginning {
  alone: readonly KindPhrase[];
  bySecond: ReadonlyMap<string, readonly KindPhrase[]>;
}

function beginningOf(phrases: readonly KindPhrase[]): Beginning {
  const second = ({ parts }: KindPhrase) => parts[0]?.[1];
  return {
    alone: phrases.filter((phrase) => second(phrase) === undefined),
    bySecond: Map.groupBy(
      phrases.filter((phrase) => second(phrase) !== undefined),
      (phrase) => second(phrase) ?? "",
    ),
  };
}

/** Words that may stand between two parts of a phrase. */
const MOST_BETWEEN = 5;

/** Behind the phrase that begins at a place, with as many words between its parts as there may be; -1 where none does. */
function endOf([part = [], ...rest]: KindPhrase["parts"], words: readonly string[], at: number): number {
  const end = at + part.length;
  if (!part.every((word, n) => word === words[at + n])) return -1;
  if (rest.length === 0) return end;
  for (let between = MOST_BETWEEN; between > 0; between -= 1) {
    const last = endOf(rest, words, end + between);
    if (last >= 0) return last;
  }
  return -1;
}
