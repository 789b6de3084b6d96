import type { AskIndex } from "./askIndex.ts";
import { isPerson, isThing, nameOf, withConcepts } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";
import { placedWords } from "./placedWords.ts";
import type { Question } from "./understand.ts";
import { whetherAt } from "./whether.ts";

/** Two questions that a text asks at once: "qui a remplacé Altman et quand est-il revenu ?" */
export interface TwoQuestions {
  first: string;
  second: string;
}

/** A text parted where "and" joins a second question to a first; null where it does not. */
export function twoQuestionsIn(text: string, { grammar, kindsOf }: AskIndex): TwoQuestions | null {
  const places = placedWords(text);
  const words = places.map(({ word }) => word);
  const startsQuestion = (at: number) =>
    grammar.lengthAt("question-word", words, at) || whetherAt(words, at, grammar);
  for (const [at, { from }] of places.entries()) {
    const second = at + grammar.lengthAt("and", words, at);
    if (at === 0 || second === at || startsQuestion(second) === 0) continue;
    const rest = text.slice(places[second]?.from);
    const before = words.slice(0, at);
    // "Why and when was he fired?" asks both of the same.
    if (startsQuestion(0) === at) {
      const same = text.slice(places[second + startsQuestion(second)]?.from ?? text.length);
      return { first: `${text.slice(0, from)}${same}`, second: rest };
    }
    if (kindsOf(before).length > 0 || startsQuestion(0) > 0)
      return { first: text.slice(0, from).replace(/[\s,;]+$/, ""), second: rest };
  }
  return null;
}

/**
 * A second question with what it leaves to the first: "and why?" asks why of the same, "and when did he come back?" of
 * whom the first names, and "and what did he say about Altman?" for the words of the first of them.
 */
export function afterFirst(
  second: Question,
  words: readonly string[],
  first: Question,
  index: AskIndex,
): Question {
  if (!second.concepts.some(isThing(index)) && second.names.length === 0)
    return { ...behind(second, first.concepts), day: second.day ?? first.day, deeds: first.deeds };
  if (!index.grammar.isIn("pronoun", words)) return second;
  const people = (question: Question) => question.names.filter((id) => isPerson(id, index.story));
  const [speaker] = people(first);
  if (second.kinds[0] === "quote" && second.speech === null && speaker !== undefined) {
    const [subject = null] = second.names;
    return { ...behind(second, [nameOf(speaker)]), speech: { speaker, subject } };
  }
  if (people(second).length > 0) return second;
  return behind(second, speaker === undefined ? first.concepts : people(first).map(nameOf));
}

/** What a first question is about stands before what a second one is. */
function behind(second: Question, ofFirst: readonly Concept[]): Question {
  return withConcepts(second, [...new Set([...ofFirst, ...second.concepts])]);
}
