import type { Language } from "../story/schema.ts";
import type { Messages } from "../text/messages.ts";

/** How an answer speaks: the language, its words, and the zone in which days and hours are given. */
export interface Voice {
  language: Language;
  words: Messages;
  zone: string;
}
