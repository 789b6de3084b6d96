import type { Story, StoryEvent } from "../story/story.ts";
import { sourceLinks } from "./cite.ts";
import type { MenuOption } from "./components.ts";
import { STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { clock, shownDate } from "./when.ts";

/** An event on one line wherever days are mixed: "● 20 nov. 2023, 08:53 **Microsoft recrute …** (confirmé) — Axios". */
export function datedLine(event: StoryEvent, story: Story, voice: Voice): string {
  const { words, language } = voice;
  const date = `${STATUS_MARKS[event.status]} ${dateOf(event, voice)}`;
  return `${date} **${plain(event.title[language])}** (${words.status[event.status]}) — ${firstSource(event, story, voice)}`;
}

/** The same event in a menu. */
export function datedOption(event: StoryEvent, voice: Voice): MenuOption {
  return {
    label: event.title[voice.language],
    value: event.id,
    description: `${STATUS_MARKS[event.status]} ${voice.words.status[event.status]} · ${dateOf(event, voice)}`,
  };
}

function dateOf({ when }: StoryEvent, voice: Voice): string {
  const hour = clock(when, voice);
  // What is approximate about an hour is the hour, and not its day.
  return hour ? `${shownDate({ ...when, approximate: false }, voice)}, ${hour}` : shownDate(when, voice);
}

/** One event on one line, with the first of its sources; in words what is less than confirmed. */
export function oneLine(event: StoryEvent, story: Story, voice: Voice): string {
  const when =
    clock(event.when, voice) ??
    (event.when.precision === "day" || event.when.precision === "part" ? null : shownDate(event.when, voice));
  const title = plain(event.title[voice.language]);
  const status = event.status === "confirmed" ? "" : ` (${voice.words.status[event.status]})`;
  return `${STATUS_MARKS[event.status]} ${when ? `${when} ` : ""}${title}${status} — ${firstSource(event, story, voice)}`;
}

function firstSource(event: StoryEvent, story: Story, voice: Voice): string {
  return sourceLinks(story, sourcesOf(event).slice(0, 1), 1, voice);
}

/** The event in a menu, among those of its day. */
export function eventOption(event: StoryEvent, voice: Voice): MenuOption {
  return {
    label: event.title[voice.language],
    value: event.id,
    description: `${STATUS_MARKS[event.status]} ${voice.words.status[event.status]} · ${clock(event.when, voice) ?? spanOrHour(event, voice)}`,
  };
}

/** What is known of a time without an hour: that it has none, or its days. */
export function spanOrHour(event: StoryEvent, voice: Voice): string {
  return event.when.precision === "day" || event.when.precision === "part"
    ? voice.words.hourUnknown
    : shownDate(event.when, voice);
}

/** The ids of the sources that tell of an event, in the order of its accounts. */
export function sourcesOf(event: StoryEvent): string[] {
  return event.accounts.map(({ source }) => source);
}
