import { mostProminent } from "../story/prominence.ts";
import type { Dispute, Story, StoryEvent } from "../story/story.ts";
import { disputeHeading, mainDispute } from "./account.ts";
import { sourceLinks } from "./cite.ts";
import { sourcesOf, spanOrHour } from "./eventLine.ts";
import { fittingSections } from "./fitting.ts";
import { gistOf } from "./gist.ts";
import { clip, LIMITS } from "./limits.ts";
import { STATUS_MARKS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { clock, sceneTime } from "./when.ts";

const LINKS = [3, 2, 1] as const;
const LINKS_IN_SHORT = [2, 1] as const;
const LONGEST_SUMMARY = 220;
/** Of a day in short, the events of which more than the title is told. */
export const TOLD_IN_SHORT = 3;

/** The events of a description, with as many links to each as leave room for all of them. */
export function fullestText(events: readonly StoryEvent[], story: Story, voice: Voice): string {
  return fullest(LINKS, (links) =>
    events.map((event, n) => {
      const before = events[n - 1];
      const told = before && mainDispute(before, story);
      return eventLines(event, { links, told, isShort: false }, story, voice);
    }),
  );
}

/**
 * A day in short: its gist, then `shown` of its events; where these are not all, only the most prominent are told
 * like in full, since there is a page of all.
 */
export function shortText(
  all: readonly StoryEvent[],
  shown: readonly StoryEvent[],
  story: Story,
  voice: Voice,
): string {
  const isShort = shown.length < all.length;
  const told = new Set(isShort ? mostProminent(shown, TOLD_IN_SHORT) : shown);
  return fullest(LINKS_IN_SHORT, (links) => [
    ...gistOf(all, voice),
    ...shown.map((event, n) => {
      if (!told.has(event)) return headline(event, links, story, voice);
      const before = shown[n - 1];
      const toldBefore = before && told.has(before) ? mainDispute(before, story) : undefined;
      return eventLines(event, { links, told: toldBefore, isShort }, story, voice);
    }),
  ]);
}

/** Sections with the first number of links that leaves room for all of them; with the last, those that fit. */
function fullest(numbers: readonly number[], sections: (links: number) => string[]): string {
  const texts = numbers.map((links) => sections(links).join("\n\n"));
  const whole = texts.find((text) => text.length <= LIMITS.embedDescription);
  return whole ?? fittingSections(sections(numbers.at(-1) ?? 1), LIMITS.embedDescription);
}

/** How an event is told. */
interface Telling {
  links: number;
  /** How accounts differ, as what stands before has just told. */
  told: Dispute | undefined;
  /** That an hour is unknown goes without saying. */
  isShort: boolean;
}

/** "● 08:53 Title (dim. 23:53 à San Francisco)", its first sentence, its sources, and where they differ. */
function eventLines(
  event: StoryEvent,
  { links, told, isShort }: Telling,
  story: Story,
  voice: Voice,
): string {
  const { words, language } = voice;
  const lines = [
    titleLine(event, isShort, story, voice),
    plain(clip(firstSentence(event.summary[language], language), LONGEST_SUMMARY)),
    `${words.status[event.status]} · ${sourceLinks(story, sourcesOf(event), links, voice)}`,
  ];
  const dispute = mainDispute(event, story);
  if (dispute && dispute !== told) lines.push(disputeHeading(dispute, voice));
  return lines.join("\n");
}

/** The same in short without its sentence; that its accounts differ is a word among the others. */
function headline(event: StoryEvent, links: number, story: Story, voice: Voice): string {
  const { words } = voice;
  const notes = [
    words.status[event.status],
    event.status !== "disputed" && mainDispute(event, story) ? `⚖ ${words.differ}` : null,
    sourceLinks(story, sourcesOf(event), links, voice),
  ].filter((note) => note !== null);
  return `${titleLine(event, true, story, voice)}\n${notes.join(" · ")}`;
}

function titleLine(event: StoryEvent, isShort: boolean, story: Story, voice: Voice): string {
  const { when } = event;
  const scene = sceneTime(when, story.about, voice);
  const hour = clock(when, voice);
  const isPlaced = hour !== null || (when.precision === "part" && scene !== null);
  const span = isPlaced || (isShort && when.precision === "day") ? null : spanOrHour(event, voice);
  const note = [span, scene].filter((part) => part !== null).join(", ");
  return `${STATUS_MARKS[event.status]} ${hour ? `**${hour}** ` : ""}**${plain(event.title[voice.language])}**${note ? ` (*${note}*)` : ""}`;
}
