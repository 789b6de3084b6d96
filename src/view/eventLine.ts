import type { APIEmbedField } from "discord-api-types/v10";
import type { Story, StoryEvent } from "../story/story.ts";
import { sourceLinks } from "./cite.ts";
import type { MenuOption } from "./components.ts";
import { STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { clock, shortDate } from "./when.ts";

/** An event on one line wherever days are mixed: "● 20 nov. 2023, 08:53 : Microsoft recrute … (confirmé) — Axios". */
export function datedLine(event: StoryEvent, story: Story, voice: Voice): string {
  const { words, language } = voice;
  const status = `${STATUS_MARKS[event.status]} ${dateOf(event, voice)}`;
  const source = sourceLinks(
    story,
    event.accounts.slice(0, 1).map((account) => account.source),
    1,
    voice,
  );
  return `${status} **${plain(event.title[language])}** (${words.status[event.status]}) — ${source}`;
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
  return hour ? `${shortDate({ ...when, approximate: false }, voice)}, ${hour}` : shortDate(when, voice);
}

/** The weightiest of some events, of equals those with most accounts, still in their order. */
export function weightiest(events: readonly StoryEvent[], most: number): StoryEvent[] {
  const ranked = events.toSorted((a, b) => b.weight - a.weight || b.accounts.length - a.accounts.length);
  const kept = new Set(ranked.slice(0, most));
  return events.filter((event) => kept.has(event));
}

/** The lines that fit, whole: a link cut in two would be no link. */
export function fittingLines(lines: readonly string[], longest: number): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > longest) break;
    text = longer;
  }
  return text;
}

/** The fields that fit, whole: an embed holds 6000 characters over all its texts. */
export function fittingFields(fields: readonly APIEmbedField[], longest: number): APIEmbedField[] {
  let used = 0;
  return fields.filter(({ name, value }) => {
    const size = name.length + value.length;
    if (used + size > longest) return false;
    used += size;
    return true;
  });
}
