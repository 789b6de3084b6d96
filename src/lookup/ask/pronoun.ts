import type { Language } from "../../story/schema.ts";
import { idOf, isPerson } from "./concepts.ts";
import type { AskIndex } from "./askIndex.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/**
 * Whether folded words of a language speak of a man whom their question does not name. "L'a" is one where a question
 * begins so, and elsewhere mostly a thing; "il a" may be anybody, or nothing, where somebody else is named.
 */
function saysHe(
  words: readonly string[],
  language: Language,
  { names }: Question,
  { story, grammar }: AskIndex,
): boolean {
  if (names.some((id) => isPerson(id, story))) return false;
  return (
    grammar.isIn("he", words, language) ||
    grammar.lengthAt("him-at-start", words, 0, language) > 0 ||
    (names.length === 0 && grammar.isIn("he-where-nobody-is-named", words, language))
  );
}

/**
 * The question of some folded words, in which "he" is the person of whom the story tells most, where it names no
 * person itself: "why was he fired?" Where nothing else is asked, nobody is meant. `usual` is the language where that of
 * the question is not clear.
 */
export function withProtagonist(
  question: Question,
  words: readonly string[],
  usual: Language,
  index: AskIndex,
): Question {
  const { protagonist } = index;
  const { concepts, names, wordsOfWhom, language } = question;
  const asksNothingElse = concepts.every(index.lexicon.isLight);
  if (
    protagonist === null ||
    asksNothingElse ||
    wordsOfWhom !== null ||
    !saysHe(words, language ?? usual, question, index)
  )
    return question;
  return { ...question, concepts: [...concepts, protagonist], names: [...names, idOf(protagonist)] };
}

/** Of names and in how many entries they are, the person whom the most name; null where there is none. */
export function protagonistOf(
  counts: ReadonlyMap<Concept, number>,
  story: AskIndex["story"],
): Concept | null {
  const persons = [...counts].filter(([name]) => isPerson(idOf(name), story));
  const [most] = persons.toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
