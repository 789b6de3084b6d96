import type { Language } from "../story/schema.ts";
import { entry, type Quote, type Story } from "../story/story.ts";
import { sourceDate } from "../view/cite.ts";
import { placedDate } from "../view/placedDate.ts";
import { quoteWhen } from "../view/quoteWhen.ts";
import { printed, printedWords } from "../view/typography.ts";
import type { Voice } from "../view/voice.ts";

/** All that the card of a quote says, in words: plain JSON, so that another thread can draw it. */
export interface Card {
  language: Language;
  /** "mots exacts", "traduction de presse" */
  kind: string;
  /** In the quotation marks of the language. */
  words: string;
  /** The same in other words, each with what it is: "notre traduction", "en version originale". */
  others: { words: string; label: string }[];
  speaker: string;
  /** When and where, as far as they are known. */
  circumstances: string[];
  source: string;
}

/** The card of a quote in the words of a voice. */
export function cardOf(quote: Quote, story: Story, voice: Voice): Card {
  const { words, language } = voice;
  const translation = quote.translations.find(({ lang }) => lang === language);
  const original = quote.original ? entry(story.quotes, quote.original) : null;
  const translator = translation?.source
    ? words.quote.pressTranslation(entry(story.sources, translation.source).label[language])
    : words.quote.ourTranslation;
  // A card travels without its message, so that its hour says of which zone it is.
  const time = quoteWhen(quote, story);
  return {
    language,
    kind: words.quote.kind[quote.kind],
    words: words.quoted(printedWords(quote)),
    others: [
      ...(translation
        ? [{ words: words.quoted(printed(translation.text, language)), label: translator }]
        : []),
      ...(original ? [{ words: words.quoted(printedWords(original)), label: words.quote.original }] : []),
    ],
    speaker: entry(story.people, quote.speaker).name[language],
    circumstances: [...(time ? placedDate(time, story.about, voice) : []), quote.where[language]],
    source: words.picture.source(sourceText(quote, story, voice)),
  };
}

/** The first proof by the name that its link carries, with its publisher and date where they are known. */
function sourceText({ proofs }: Quote, story: Story, voice: Voice): string {
  const [proof] = proofs;
  if (!proof) return voice.words.noAddress;
  const source = entry(story.sources, proof.source);
  const { label, publisher, date } = source;
  const name = label[voice.language];
  return [
    name,
    publisher && !name.includes(publisher) ? printed(publisher, source.lang) : null,
    date ? sourceDate(source, voice) : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
