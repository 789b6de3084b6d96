import type { Lookups } from "../src/lookup/lookups.ts";
import type { Search } from "../src/lookup/search.ts";
import type { Language } from "../src/story/schema.ts";
import type { Story } from "../src/story/story.ts";
import type { Typable } from "./keystrokes.ts";

/** An option of a command that completes entries while a member types. */
export interface CompletedOption {
  command: string;
  option: string;
  /** Its share of all keystrokes. */
  share: number;
  search(lookups: Lookups): Search;
  /** The entries as members know them in a language. */
  typable(story: Story, language: Language): Typable[];
}

/** The options whose completion is a search over entries. */
export const COMPLETED: readonly CompletedOption[] = [
  {
    command: "source",
    option: "event",
    share: 0.4,
    search: ({ events }) => events,
    typable: ({ events }, language) =>
      [...events.values()].map(({ id, title, asked }) => ({
        id,
        name: title[language],
        aliases: asked[language],
      })),
  },
  {
    command: "quote",
    option: "person",
    share: 0.4,
    search: ({ people }) => people,
    typable: ({ people }, language) =>
      [...people.values()].map(({ id, name, aliases }) => ({ id, name: name[language], aliases })),
  },
  {
    command: "quote",
    option: "about",
    share: 0.2,
    search: ({ quotes }) => quotes,
    typable: ({ quotes }, language) =>
      [...quotes.values()].flatMap(({ id, lang, words, translations, asked }) => {
        const text =
          lang === language ? words : translations.find(({ lang: other }) => other === language)?.text;
        return text === undefined ? [] : [{ id, name: text, aliases: asked[language] }];
      }),
  },
];
