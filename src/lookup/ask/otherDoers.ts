import type { EntryRef } from "../../story/entryRef.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { AskIndex } from "./askIndex.ts";
import { isCounted, tellsDeeds } from "./bars.ts";
import { idOf, isThing, nameOf } from "./concepts.ts";
import { answering, toldIn, verdictsOf, type Verdict } from "./decide.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** What the story tells of a deed that a question gives to somebody of whom it does not tell it. */
export interface OthersDid {
  entry: EntryRef;
  /** The ids of those to whom the question gives it and who are not in that entry; none where one of them is. */
  notSaidOf: string[];
}

/**
 * "Did Elon Musk fire Altman?" leads to who did. Null where the question gives no deed to anybody, where the
 * story tells it of them (`found` holds it), and where it does not tell of it at all.
 */
export function othersDid(
  question: Question,
  found: readonly Verdict[],
  index: AskIndex,
  calendar: StoryCalendar,
): OthersDid | null {
  const doers = doersIn(question, index);
  if (doers.length === 0 || isToldOf(question, doers, found, index)) return null;
  const whole = without(doers, question);
  const [verdict] = answering(verdictsOf({ whole, clauses: [] }, index, calendar)).filter(
    ({ match }) => match.entry.ref.type !== "person" && tellsDeeds(match, whole, index),
  );
  const [entry] = verdict ? toldIn([verdict]) : [];
  if (!verdict || !entry) return null;
  // What names them may say it in other words.
  const isOfThem = doers.some((doer) => verdict.match.entry.holds(doer));
  return { entry, notSaidOf: isOfThem ? [] : doers.map(idOf) };
}

/** Who is asked to have done something to somebody, or something that is more than a verb: "sign the letter". */
function doersIn({ deeds, concepts }: Question, index: AskIndex): Concept[] {
  const acts = new Set(deeds.map(({ act }) => act));
  const hasObject = concepts.some((concept) => isThing(index)(concept) && !acts.has(concept));
  const doers = deeds.flatMap(({ doers: own, others }) =>
    hasObject || others.some((name) => isCounted(name, index)) ? own : [],
  );
  return [...new Set(doers)].filter((name) => !index.implied.has(name));
}

/** Whether an entry that answers tells the deed of them, or the story tells it of them anywhere. */
function isToldOf(
  question: Question,
  doers: readonly Concept[],
  found: readonly Verdict[],
  index: AskIndex,
): boolean {
  if (found.some(({ match }) => tellsDeeds(match, question, index))) return true;
  return question.deeds.some(({ act }) => doers.some((doer) => index.doersOf(act).has(doer)));
}

function without(doers: readonly Concept[], question: Question): Question {
  const isLeft = (concept: Concept) => !doers.includes(concept);
  return {
    ...question,
    asksWhether: true,
    kinds: ["who"],
    concepts: question.concepts.filter(isLeft),
    names: question.names.filter((id) => isLeft(nameOf(id))),
    deeds: question.deeds.map((deed) => ({ ...deed, doers: deed.doers.filter(isLeft) })),
  };
}
