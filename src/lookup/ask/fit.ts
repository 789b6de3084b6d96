import type { EntryType } from "../../story/entryRef.ts";
import type { AskIndex } from "./askIndex.ts";
import type { CandidateRef } from "./entries.ts";
import { isCounting, type Kind } from "./kinds.ts";
import type { Unit } from "./texts.ts";
import type { Question } from "./understand.ts";

/** A sentence that an entry tells is no phrasing by which people ask for it. */
const TOLD = 0.85;
/** "How many" is rarely answered by a text that is not asked with "how many", or "how long". */
const NOT_COUNTING = 0.8;
const SAME_KIND = 1.15;
const SAME_DAY = 1.3;
/** Of two texts that fit as well, the one that an entry is called by. */
const TITLE = 1.01;

/** What of a text tells how well it fits, beside its concepts. */
interface Form extends Pick<Unit, "role" | "kind"> {
  /** Whether it holds a word that names the day of the question. */
  isOfDay: boolean;
}

/**
 * How well a text fits a question. Most of it is how much of the question the text holds, the rest how little else
 * it speaks of: `covered` is the share of the question, `named` that of the text.
 */
export function fitOf(covered: number, named: number, text: Form, { kinds: [kind] }: Question): number {
  const sameKind = text.kind !== null && text.kind === kind;
  return (
    covered *
    (0.7 + 0.3 * named) *
    (text.role === "told" ? TOLD : 1) *
    (isCounting(kind) && !isCounting(text.kind) ? NOT_COUNTING : 1) *
    (sameKind ? SAME_KIND : 1) *
    (text.isOfDay ? SAME_DAY : 1) *
    (text.role === "title" ? TITLE : 1)
  );
}

/** Which entries a kind of question is rather answered by. */
const SUITS: Partial<Record<Kind, Partial<Record<EntryType, number>>>> = {
  quote: { quote: 1.15 },
  when: { event: 1.06 },
  many: { topic: 1.03, dispute: 1.06 },
  long: { topic: 1.03, dispute: 1.06 },
  why: { topic: 1.06, dispute: 1.03 },
  what: { topic: 1.04 },
  source: { event: 1.04, topic: 1.04, dispute: 1.02 },
};

/** A bare name asks who that is. */
const BARE_NAME = 1.06;
/** Words of somebody rarely answer what is no question for words. */
const UNASKED_WORDS = 0.92;

/** How much rather a kind of question is answered by this entry than by others that fit as well: about 1. */
export function suits(
  { type, id }: CandidateRef,
  { kinds, concepts, names }: Question,
  { story }: AskIndex,
): number {
  const [kind] = kinds;
  if (type === "person" && concepts.length === 1 && names.length === 1 && kind !== "quote") return BARE_NAME;
  const own = kind && type !== "untold" ? SUITS[kind]?.[type] : undefined;
  // "What did Altman answer Nadella?" asks for words of the one who is named first.
  const isOther = names.length > 0 && type === "quote" && story.quotes.get(id)?.speaker !== names[0];
  if (own) return isOther ? 1 : own;
  return type === "quote" && kind !== "quote" ? UNASKED_WORDS : 1;
}
