import { byUnits } from "../story/byUnits.ts";
import { daysIn } from "../story/dates.ts";
import type { Story, StoryEvent } from "../story/story.ts";
import { byTimeOfDay } from "../story/withinDay.ts";
import { sourceLinks } from "./cite.ts";
import type { MenuOption } from "./components.ts";
import { STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { clock, sceneTime, shownDate } from "./when.ts";

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

/** How the line of an event differs from others. */
interface LineForm {
  /** What follows tells more of it. */
  isBold?: boolean;
  /** It stands under no day: its own is said. */
  isDated?: boolean;
}

/** One event on one line, with the first of its sources; in words what is less than confirmed. */
export function oneLine(
  event: StoryEvent,
  story: Story,
  voice: Voice,
  { isBold = false, isDated = false }: LineForm = {},
): string {
  const when = isDated ? dateOf(event, voice) : timeOfDay(event, voice);
  const name = plain(event.title[voice.language]);
  const title = isBold ? `**${name}**` : name;
  const status = event.status === "confirmed" ? "" : ` (${voice.words.status[event.status]})`;
  return `${STATUS_MARKS[event.status]} ${when ? `${when} ` : ""}${title}${status} — ${firstSource(event, story, voice)}`;
}

/** The hour, or the days of what is known by more than one; null for what is known by its day alone. */
function timeOfDay({ when }: StoryEvent, voice: Voice): string | null {
  const isOneDay = when.precision === "day" || when.precision === "part";
  return clock(when, voice) ?? (isOneDay ? null : shownDate(when, voice));
}

function firstSource(event: StoryEvent, story: Story, voice: Voice): string {
  return sourceLinks(story, sourcesOf(event).slice(0, 1), 1, voice);
}

/** The event in a menu, among those of its day. */
export function eventOption(event: StoryEvent, { about }: Story, voice: Voice): MenuOption {
  const { when } = event;
  const atScene = when.precision === "part" ? sceneTime(when, about, voice) : null;
  const time = clock(when, voice) ?? atScene ?? spanOrHour(event, voice);
  return {
    label: event.title[voice.language],
    value: event.id,
    description: `${STATUS_MARKS[event.status]} ${voice.words.status[event.status]} · ${time}`,
  };
}

/** What is known of a time without an hour: that it has none, or its days. */
export function spanOrHour(event: StoryEvent, voice: Voice): string {
  return event.when.precision === "day" || event.when.precision === "part"
    ? voice.words.hourUnknown
    : shownDate(event.when, voice);
}

/** Events in the order of the days on which the voice's zone shows them, and within each as that day has them. */
export function inShownOrder(events: readonly StoryEvent[], { zone }: Voice): StoryEvent[] {
  return events
    .map((event) => ({ event, day: (daysIn(event.when, zone) ?? event.when.counted)?.from.toString() ?? "" }))
    .toSorted((a, b) => byUnits(a.day, b.day) || byTimeOfDay(a.event.when, b.event.when))
    .map(({ event }) => event);
}

/** The ids of the sources that tell of an event, in the order of its accounts; what was written before it comes last. */
export function sourcesOf({ accounts }: Pick<StoryEvent, "accounts">): string[] {
  const told = accounts.toSorted((a, b) => Number(a.ahead ?? false) - Number(b.ahead ?? false));
  return told.map(({ source }) => source);
}
