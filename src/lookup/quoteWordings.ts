import { fold } from "../story/fold.ts";
import type { Quote, Story } from "../story/story.ts";
import type { Steps } from "./steps.ts";

/** A quote by its words and those of its translations, all folded, as plain data: it can be kept in a file. */
export interface QuoteWordings {
  readonly id: string;
  readonly speaker: string;
  /** Its own words, then its translations. */
  readonly worded: readonly Wording[];
  /** Sentences of any of them that are not the whole of one. */
  readonly sentences: readonly string[];
}

/** One wording of a quote, folded, and its clauses. */
export interface Wording {
  readonly form: string;
  readonly clauses: readonly string[];
}

/** Between two sentences. */
export const SENTENCE_END = /[.!?…]\s+(?=\p{Lu})|\n/u;
const CLAUSE_END = /[,;:.!?…—–]/;

/** Quotes that one step reads. */
const IN_A_STEP = 32;

/** Reads the words of all quotes of a story. */
export function* quoteWordingsSteps(story: Story): Steps<QuoteWordings[]> {
  const wordings: QuoteWordings[] = [];
  for (const quote of story.quotes.values()) {
    if (wordings.length % IN_A_STEP === 0) yield;
    wordings.push(wordingsOf(quote));
  }
  return wordings;
}

function wordingsOf({ id, speaker, words, translations }: Quote): QuoteWordings {
  const texts = [words, ...translations.map(({ text }) => text)];
  const worded = texts.map((text): Wording => ({
    form: fold(text),
    clauses: text
      .split(CLAUSE_END)
      .map(fold)
      .filter((clause) => clause !== ""),
  }));
  const whole = worded.map(({ form }) => form);
  const sentences = texts.flatMap((text) => text.split(SENTENCE_END).map(fold));
  return { id, speaker, worded, sentences: sentences.filter((sentence) => !whole.includes(sentence)) };
}
