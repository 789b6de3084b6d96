import type { Choice, Context } from "../src/bot/command.ts";
import { tamed } from "../src/lookup/quotes.ts";
import type { Language } from "../src/story/schema.ts";
import { entry, type Quote } from "../src/story/story.ts";
import { isKnown } from "../src/view/quote.ts";
import { fold } from "../src/story/fold.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import { printed } from "../src/view/typography.ts";

/** How many of the nearest are looked at for those that come first, however large the story is. */
const LOOKED_AT = 8 * LIMITS.choices;

/** Of the people who are near, those who have words in the story before those who have none; alone for nothing typed. */
export function personChoices(text: string, { lookups: { people, story }, language }: Context) {
  const hasWords = (id: string) => story.quotesOfPerson.get(id)?.some(isKnown) ?? false;
  const near = people.nearest(text, LOOKED_AT);
  const others = fold(text) === "" ? [] : near.filter((id) => !hasWords(id));
  return [...near.filter(hasWords), ...others].slice(0, LIMITS.choices).map((id) => ({
    name: clip(entry(story.people, id).name[language], LIMITS.choiceText),
    value: id,
  }));
}

/** The words themselves, as far as they fit, of the person already chosen; never words that nobody is known to have said. */
export function aboutChoices(text: string, person: string | undefined, { lookups, language }: Context) {
  const { story, people, quotes } = lookups;
  const speaker = person === undefined ? null : people.resolve(person);
  const choices = new Map<string, Choice>();
  // One speaker's words may be anywhere among all that are near.
  for (const id of quotes.nearest(text, speaker === null ? LOOKED_AT : story.quotes.size)) {
    const one = entry(story.quotes, id);
    if (!isKnown(one) || (speaker !== null && one.speaker !== speaker)) continue;
    const choice = choiceOf(one, language);
    // The words and their translation by the press may read the same in the member's language.
    if (!choices.has(choice.name)) choices.set(choice.name, choice);
    if (choices.size === LIMITS.choices) break;
  }
  return [...choices.values()];
}

/** Cutting long words where a reader sees no cut costs more than finding them: it is done once. */
const known: Record<Language, WeakMap<Quote, Choice>> = { fr: new WeakMap(), en: new WeakMap() };

function choiceOf(quote: Quote, language: Language): Choice {
  return known[language].getOrInsertComputed(quote, ({ words, lang: own, translations }) => {
    const translation = translations.find(({ lang }) => lang === language)?.text;
    const read = translation === undefined ? printed(words, own) : printed(translation, language);
    return { name: clip(read.replace(/\s+/g, " "), LIMITS.choiceText), value: tamed(words) };
  });
}
