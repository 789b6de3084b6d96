import { z } from "zod";
import { ask } from "./lookup/ask/ask.ts";
import type { EntryRef } from "./story/entryRef.ts";
import type { Lookups } from "./lookup/lookups.ts";
import type { Language } from "./story/schema.ts";
import { wordsOf } from "./text/messages.ts";
import { askedEntryView, askView } from "./view/ask.ts";
import type { Message } from "./view/message.ts";
import type { Voice } from "./view/voice.ts";

/** A question with what its answer must hold. */
export type ScoredQuestion = z.infer<typeof scoredQuestion>;

const scoredQuestion = z.strictObject({
  q: z.string(),
  lang: z.enum(["fr", "en"]),
  kind: z.string(),
  expected: z.enum(["answer", "none"]),
  /** Each must be found in the answer, as a regular expression whatever the case. */
  must_contain: z.array(z.string()),
});

/** A file of questions for `ask:score`. */
export const scoredQuestions = z.array(scoredQuestion);

/** How one question went. */
export interface Outcome {
  question: ScoredQuestion;
  abstained: boolean;
  /** All that must be found is in the first entry's answer; in those of the first three together. */
  at1: boolean;
  at3: boolean;
  /** The text that a member sees, without menus. */
  text: string;
}

/** Asks a question as a member whose Discord speaks its language, and looks at what is shown. */
export function outcomeOf(question: ScoredQuestion, lookups: Lookups): Outcome {
  const { story } = lookups;
  const zone = story.about.zones.home;
  const voice: Voice = { language: question.lang, words: wordsOf(question.lang), zone };
  const answer = ask(question.q, question.lang, lookups, zone);
  const first = textOf(askView(question.q, answer, story, voice));
  const others = answer.near.slice(0, 2).map((ref) => textOfEntry(ref, question.lang, lookups));
  const abstained = answer.best === null && answer.days === null;
  return {
    question,
    abstained,
    at1: !abstained && holds(first, question.must_contain),
    at3: !abstained && holds([first, ...others].join("\n"), question.must_contain),
    text: first,
  };
}

/** What a member sees of an entry that answers, without menus. */
export function textOfEntry(ref: EntryRef, language: Language, { story }: Lookups): string {
  const voice: Voice = { language, words: wordsOf(language), zone: story.about.zones.home };
  return textOf(askedEntryView(ref, { near: [], sourcesPage: null }, story, voice));
}

/** Right answers out of all of their kind: questions that must be answered, and those that must not. */
export interface Tally {
  answerable: number;
  at1: number;
  at3: number;
  unanswerable: number;
  abstained: number;
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const answerable = outcomes.filter(({ question }) => question.expected === "answer");
  const unanswerable = outcomes.filter(({ question }) => question.expected === "none");
  return {
    answerable: answerable.length,
    at1: answerable.filter(({ at1 }) => at1).length,
    at3: answerable.filter(({ at3 }) => at3).length,
    unanswerable: unanswerable.length,
    abstained: unanswerable.filter(({ abstained }) => abstained).length,
  };
}

/** Whether it went as it should: the right entry within the first three, or a right abstention. */
export function isRight({ question, abstained, at3 }: Outcome): boolean {
  return question.expected === "none" ? abstained : at3;
}

/** Whether a text holds what every pattern looks for, whatever the case. Throws a SyntaxError on a pattern that is none. */
export function holds(text: string, patterns: readonly string[]): boolean {
  return patterns.every((pattern) => new RegExp(pattern, "i").test(text));
}

function textOf({ content, embeds = [] }: Message): string {
  const parts = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...parts].filter((part) => part !== undefined).join("\n");
}
