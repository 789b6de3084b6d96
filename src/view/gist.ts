import { mostProminent } from "../story/prominence.ts";
import type { StoryEvent } from "../story/story.ts";
import { plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";

const SENTENCES = 2;
/** A day with fewer events is read as fast as its gist. */
const FEWEST_EVENTS = 4;

/**
 * A day in two sentences, the titles of its most prominent events; in words what is less than confirmed. None
 * where a day is short: a list, to be joined with what follows.
 */
export function gistOf(events: readonly StoryEvent[], { words, language }: Voice): string[] {
  if (events.length < FEWEST_EVENTS) return [];
  const sentences = mostProminent(events, SENTENCES).map(({ title, status }) => {
    const text = status === "confirmed" ? title[language] : `${title[language]} (${words.status[status]})`;
    return /[.!?…]$/.test(text) ? text : `${text}.`;
  });
  return [`**${plain(sentences.join(" "))}**`];
}
