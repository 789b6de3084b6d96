import type { Language } from "../story/schema.ts";

/**
 * Words of others as their language is printed: in French an apostrophe is ’, whatever whoever typed them had at hand.
 * The data keeps them as they stand in their document.
 */
export function printed(text: string, lang: Language): string {
  return lang === "fr" ? text.replace(/(?<=\p{L})'(?=[\p{L}\s«“])/gu, "’") : text;
}

/** The words of a quote in that form. */
export function printedWords({ words, lang }: { words: string; lang: Language }): string {
  return printed(words, lang);
}
