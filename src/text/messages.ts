import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** A language of the product. */
export type Language = "fr" | "en";

/** Every word that the bot says in one language; `en.ts` has them first. */
export type Messages = typeof en;

/** The words of a language. */
export function wordsOf(language: Language): Messages {
  return language === "fr" ? fr : en;
}

/** The language of the product that is nearest to a Discord locale ("fr", "en-US", "de"); English where none is. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("fr") ? "fr" : "en";
}
