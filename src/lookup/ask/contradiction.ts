import type { StoryEvent } from "../../story/story.ts";
import type { Statement } from "../statements.ts";
import type { AskIndex } from "./askIndex.ts";
import { idOf, isName } from "./concepts.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import { isOfOtherDays } from "./onDays.ts";
import type { Question } from "./understand.ts";
import { wordsOf } from "./words.ts";

/** How a statement may differ from an event: it gives it another day, or other doers, or says that it did not happen. */
export type Contradiction = "otherDay" | "otherDoers" | "denied";

/** A statement as it was understood. */
interface Stated {
  statement: Statement;
  question: Question;
  /** The story tells its deed with the roles turned round. */
  isReversed: boolean;
}

/** How a statement differs from an event that it is about; null where that is not sure. */
export function contradictionOf(
  event: StoryEvent,
  { statement, question, isReversed }: Stated,
  index: AskIndex,
): Contradiction | null {
  if (statement.text.includes("?")) return null;
  const titles = titlesOf(event, index);
  const isOfOthers = isReversed || question.deeds.some((deed) => isOfOtherDoers(deed, event, titles, index));
  const isOfOtherDay = question.day !== null && isOfOtherDays(event.when, question.day.ranges, index.story);
  const negation = negationIn(question, titles, index);
  // "Musk never fired Altman" and "Altman was not fired on Monday" deny no more than that.
  if (negation !== null)
    return negation === "whole" && !isOfOthers && question.day === null && statement.reason === null
      ? "denied"
      : null;
  if (isOfOthers) return "otherDoers";
  return isOfOtherDay ? "otherDay" : null;
}

/** Whether the title of an event tells a deed with the doer and the other turned round. */
export function isToldReversed(event: StoryEvent, deed: Deed, index: AskIndex): boolean {
  return titlesOf(event, index).some(({ deeds }) => deeds.some((told) => isReversed(told, deed)));
}

/** Whether a deed is told of which the doers are the others of another one, and the other way round. */
export function isReversed(told: Deed, { act, doers, others }: Deed): boolean {
  return (
    told.act === act &&
    others.every((one) => told.doers.includes(one)) &&
    doers.every((one) => told.others.includes(one))
  );
}

/** Whether the title of an event tells that somebody does a deed to the same. */
export function isToldDone(event: StoryEvent, deed: Deed, index: AskIndex): boolean {
  return (
    deed.others.length > 0 &&
    titlesOf(event, index).some(({ deeds }) =>
      deeds.some((told) => told.doers.length > 0 && isDoneToAll(told, deed)),
    )
  );
}

/** Whether a deed is told that is done to all to whom another one is done. */
export function isDoneToAll(told: Deed, { act, others }: Deed): boolean {
  return told.act === act && others.every((one) => told.others.includes(one));
}

/** A title as the index reads it, in one language. */
interface Title {
  words: readonly string[];
  concepts: readonly string[];
  deeds: readonly Deed[];
}

function titlesOf({ title }: StoryEvent, { lexicon }: AskIndex): Title[] {
  return (["fr", "en"] as const).map((language) => {
    const words = wordsOf(title[language]);
    const meanings = lexicon.meanings(words, language);
    return {
      words,
      concepts: meanings.map(({ concept }) => concept),
      deeds: deedsOf(words, meanings, lexicon.deeds),
    };
  });
}

/** Whether a title tells a deed to the same people by others, and the event is about none who does it by the statement. */
function isOfOtherDoers(
  deed: Deed,
  { people }: StoryEvent,
  titles: readonly Title[],
  { implied }: AskIndex,
): boolean {
  const { doers, others } = deed;
  if (others.length === 0 || doers.length === 0) return false;
  if (doers.some((doer) => implied.has(doer) || people.includes(idOf(doer)))) return false;
  return titles
    .flatMap(({ deeds }) => deeds)
    .some((told) => told.doers.length > 0 && isDoneToAll(told, deed));
}

const NOT = new Set("never not jamais pas".split(" "));
/** A title with one of these tells itself that something was not so. */
const NOT_SO = new Set([...NOT, ..."no n ne sans without".split(" ")]);
const BEFORE_ITS_VERB = new Set("been be being ete etre really actually vraiment".split(" "));

/**
 * What a statement denies of what titles tell: the whole, or a part of it ("was not fired by phone"). Null where no
 * "not" stands by the verb of the title.
 */
function negationIn(
  { words, concepts, language }: Question,
  titles: readonly Title[],
  { lexicon }: AskIndex,
): "whole" | "part" | null {
  if (titles.some((title) => title.words.some((word) => NOT_SO.has(word)))) return null;
  const holds = (concept: string) => titles.some((title) => title.concepts.includes(concept));
  const isVerb = (at: number) => {
    const [first] = lexicon.meanings(words.slice(at, at + 3), language ?? "en");
    return first?.at === 0 && !isName(first.concept) && holds(first.concept);
  };
  const isDenied = words.some((word, n) => {
    // "Didn't" is "didn t" when folded.
    const isNot = NOT.has(word) || (word === "t" && words[n - 1]?.endsWith("n") === true);
    if (!isNot) return false;
    const next = words.findIndex((after, at) => at > n && !BEFORE_ITS_VERB.has(after));
    const isFrench = n >= 2 && /^ne?$/.test(words[n - 2] ?? "") && isVerb(n - 1);
    return isFrench || (next > n && isVerb(next));
  });
  if (!isDenied) return null;
  const negating = new Set(lexicon.concepts([...NOT], language ?? "en"));
  const rest = concepts.filter((one) => !lexicon.isLight(one) && !negating.has(one));
  return rest.every(holds) ? "whole" : "part";
}
