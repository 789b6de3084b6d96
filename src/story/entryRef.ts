import type { Localized } from "./schema.ts";
import { entry, type Story } from "./story.ts";

export type EntryType = "event" | "topic" | "dispute" | "quote" | "person";

/** An entry of the story, whatever it is, by its kind and id. */
export interface EntryRef {
  type: EntryType;
  id: string;
}

/** "event:altman-fired": an entry in a custom id or a menu. */
export function entryKey({ type, id }: EntryRef): string {
  return `${type}:${id}`;
}

/** The entry of such a text, or null when the story has none. */
export function readEntryKey(
  key: string,
  { events, topics, disputes, quotes, people }: Story,
): EntryRef | null {
  const entries = new Map<string, ReadonlyMap<string, unknown>>([
    ["event", events],
    ["topic", topics],
    ["dispute", disputes],
    ["quote", quotes],
    ["person", people],
  ]);
  const [type = "", id = ""] = key.split(":");
  return entries.get(type)?.has(id) ? { type: type as EntryType, id } : null;
}

/** What an entry is called: its title or question, a name, or the words of a quote. */
export function titleOf({ type, id }: EntryRef, story: Story): Localized {
  if (type === "event") return entry(story.events, id).title;
  if (type === "topic") return entry(story.topics, id).question;
  if (type === "dispute") return entry(story.disputes, id).question;
  if (type === "person") return entry(story.people, id).name;
  const { words } = entry(story.quotes, id);
  return { fr: words, en: words };
}
