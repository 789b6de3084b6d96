import type { Language } from "../../story/schema.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { AskIndex } from "./askIndex.ts";
import { clausesOf, exclamationOf } from "./clauses.ts";
import { isName } from "./concepts.ts";
import { daysBeside } from "./daysBeside.ts";
import { withProtagonist } from "./pronoun.ts";
import { afterFirst } from "./twoQuestions.ts";
import { understand, type Question } from "./understand.ts";
import { LONGEST_QUESTION, wordsOf } from "./words.ts";

/** A question, and the clauses of it that may be the question itself. */
export interface Reading {
  whole: Question;
  clauses: Question[];
  /** The parts that name a day themselves, whatever else they say. */
  ofDays: Question[];
  /** What is asked of days that an event tells and of which the story tells nothing. */
  ofUntoldDays: { question: Question; event: EntryRef } | null;
}

/**
 * Reads what somebody typed: all of it, and each of its parts in the same language and of the same day. `first` is the
 * question to which it was joined.
 */
export function read(
  text: string,
  usual: Language,
  index: AskIndex,
  calendar: StoryCalendar,
  first: Question | null = null,
): Reading {
  const typed = withoutExclamation(text.slice(0, LONGEST_QUESTION), usual, index);
  const understoodAlone = understand(typed, usual, index, calendar);
  const said = first ? afterFirst(understoodAlone, wordsOf(typed), first, index) : understoodAlone;
  const whole = withProtagonist(said, wordsOf(typed), usual, index);
  if (whole.wordsOfWhom !== null) return { whole, clauses: [], ofDays: [], ofUntoldDays: null };
  const language = whole.language ?? usual;
  const understood = (part: string) => {
    const question = understand(part, language, index, calendar);
    // "He" in a clause may be whom another clause names.
    return whole === said ? question : withProtagonist(question, wordsOf(part), language, index);
  };
  const found = daysBeside(typed, language, index, calendar);
  const besides = found && { question: ofDays(understood(found.rest), found.day), event: found.event };
  const beside = found?.isTold ? found : null;
  const clauses = clausesOf(beside ? beside.rest : typed).map(understood);
  const parts = beside && besides ? [besides.question, ...clauses] : clauses;
  const day = beside?.day ?? whole.day;
  return {
    whole,
    ofDays: parts.filter((part) => part.day !== null),
    ofUntoldDays: beside ? null : besides,
    clauses: parts
      .filter(({ concepts }) => concepts.length > 0 && concepts.length < whole.concepts.length)
      .map((part) => ({ ...part, day: part.day ?? day })),
  };
}

/** What was typed without an exclamation before the question, unless that names somebody. */
function withoutExclamation(text: string, usual: Language, { lexicon }: AskIndex): string {
  const exclamation = exclamationOf(text);
  const isNaming = lexicon.concepts(wordsOf(exclamation), usual).some(isName);
  return isNaming ? text : text.slice(exclamation.length);
}

/** A question of days that another part of the text tells, unless it names one; where nothing else is asked, it is what happened then. */
function ofDays(question: Question, day: DayQuestion): Question {
  const isBare = question.concepts.length === 0 && question.kinds.length === 0;
  return { ...question, day: question.day ?? day, ...(isBare && { kinds: ["happened" as const] }) };
}
