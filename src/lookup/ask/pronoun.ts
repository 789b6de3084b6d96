import type { Language } from "../../story/schema.ts";
import { idOf, isPerson } from "./concepts.ts";
import type { AskIndex } from "./askIndex.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** Words for a man who is not named; "l'a" is one where a question begins so, and elsewhere mostly a thing. */
const HE: Record<Language, RegExp> = {
  fr: / lui |^ (?:qui|pourquoi|comment|quand) (?:est ce qu[ei]? )?(?:ils )?l (?:a|ont|avait|avaient|aurait) /,
  en: / (?:he|him|himself) /,
};
/** Words for anybody, or for nothing, as in "il y a": a man where nobody else is named. */
const ANYBODY: Record<Language, RegExp> = {
  fr: / (?:son|sa|ses|il (?:a|est|etait|avait|va|fait|dit|veut|voulait|revient|part|n a|n est|n avait|n etait|s est fait)) /,
  en: / his /,
};

/** Whether folded words of a language speak of a man whom their question does not name. */
function saysHe(
  words: readonly string[],
  language: Language,
  { names }: Question,
  { story }: AskIndex,
): boolean {
  const text = ` ${words.join(" ")} `;
  const namesPerson = names.some((id) => isPerson(id, story));
  return !namesPerson && (HE[language].test(text) || (names.length === 0 && ANYBODY[language].test(text)));
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
