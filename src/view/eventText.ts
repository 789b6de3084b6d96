import { type Dispute, type Story, type StoryEvent } from "../story/story.ts";
import { sourceLinks } from "./cite.ts";
import { sourcesOf, spanOrHour } from "./eventLine.ts";
import { fittingSections } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { STATUS_MARKS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { capital, clock, sceneTime } from "./when.ts";

const LINKS_PER_EVENT = [3, 2, 1] as const;
const LONGEST_SUMMARY = 220;

/** The events of a description, with as many links to each as leave room for all of them. */
export function fullestText(events: readonly StoryEvent[], story: Story, voice: Voice): string {
  const lines = (links: number) =>
    events.map((event, n) => eventLines(event, disputeOf(events[n - 1], story), links, story, voice));
  const fullest = LINKS_PER_EVENT.map((links) => lines(links).join("\n\n")).find(
    (text) => text.length <= LIMITS.embedDescription,
  );
  return fullest ?? fittingSections(lines(1), LIMITS.embedDescription);
}

/**
 * "● 08:53 Title (dim. 23:53 à San Francisco)", its first sentence, its sources, and where they differ,
 * unless the event before has just told that.
 */
function eventLines(
  event: StoryEvent,
  told: Dispute | undefined,
  links: number,
  story: Story,
  voice: Voice,
): string {
  const { words, language } = voice;
  const scene = sceneTime(event.when, story.about, voice);
  const hour = clock(event.when, voice);
  const isPlaced = hour !== null || (event.when.precision === "part" && scene !== null);
  const note = [isPlaced ? null : spanOrHour(event, voice), scene].filter((part) => part !== null).join(", ");
  const lines = [
    `${STATUS_MARKS[event.status]} ${hour ? `**${hour}** ` : ""}**${plain(event.title[language])}**${note ? ` (*${note}*)` : ""}`,
    plain(clip(firstSentence(event.summary[language], language), LONGEST_SUMMARY)),
    `${words.status[event.status]} · ${sourceLinks(story, sourcesOf(event), links, voice)}`,
  ];
  const dispute = disputeOf(event, story);
  if (dispute && dispute !== told)
    lines.push(`⚖ ${capital(words.status.disputed)} · ${plain(dispute.question[language])}`);
  return lines.join("\n");
}

/** The first way in which its accounts differ. */
function disputeOf(event: StoryEvent | undefined, story: Story): Dispute | undefined {
  return event && story.disputesOfEvent.get(event.id)?.[0];
}
