import { EmbedBuilder } from "@discordjs/builders";
import type { AskAnswer, AskedDay } from "../lookup/ask/ask.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story, type StoryEvent } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { questionTitle, rangeText, timesOf } from "./dayQuestion.ts";
import { datedOption, oneLine } from "./eventLine.ts";
import { TOLD_IN_SHORT } from "./eventText.ts";
import { fittingLines } from "./fitting.ts";
import { gistOf } from "./gist.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { dayTitle, shortDay, zoneName } from "./when.ts";
import { toldOnce } from "./toldOnce.ts";

/** What is told beside the days: how many more there are, and what has no day. */
type Beside = Pick<AskAnswer, "ranges" | "otherDays" | "undated">;

/** Events known by month or year only that are told. */
const UNDATED = 4;

/** The main events of one day or of several, one line each, under the name of the time asked for. */
export function daysAnswer(
  days: readonly AskedDay[],
  story: Story,
  voice: Voice,
  { ranges, otherDays, undated }: Beside = { ranges: null, otherDays: 0, undated: [] },
): Message {
  const { words } = voice;
  const there = { ...voice, zone: story.about.zones.scene };
  const part = days[0]?.part ?? null;
  const [only] = days.length === 1 ? days : [];
  const ofOneDay = (only?.events ?? []).map((id) => entry(story.events, id));
  const toldMore = new Set(mostProminent(ofOneDay, TOLD_IN_SHORT));
  const told = toldOnce(days.map(({ events }) => events));
  const sections = days.map(({ day, events, atScene, all }, n) => {
    const fresh = told[n] ?? [];
    return [
      ...(days.length > 1 ? [`**${dayTitle(day, voice)}**`] : []),
      ...(part && events.length === 0 ? [words.ask.nothingThen(words.part[part])] : []),
      ...fresh
        .map((id) => entry(story.events, id))
        .flatMap((event) => dayLines(event, toldMore.has(event), story, voice)),
      ...(part === null && all > fresh.length ? [words.timeline.moreThatDay(all - fresh.length)] : []),
      ...(atScene.length > 0
        ? ["", `**${words.timeline.sameDayAt(story.about.scene[voice.language])}**`]
        : []),
      ...atScene.map((id) => oneLine(entry(story.events, id), story, there)),
    ].join("\n");
  });
  const asked = ranges ?? [{ from: days[0]?.day ?? "", to: days.at(-1)?.day ?? "" }];
  const withoutDay = mostProminent(
    undated.map((id) => entry(story.events, id)),
    UNDATED,
  );
  const left = undated.length - withoutDay.length;
  const endings = [
    [
      ...withoutDay.map((event) => oneLine(event, story, voice)),
      ...(left > 0 ? [words.timeline.moreUndated(left)] : []),
    ].join("\n"),
    otherDays > 0
      ? words.ask.otherDays(
          otherDays,
          timesOf(asked, (from, to) => rangeText(from, to, voice)),
        )
      : "",
  ].filter((text) => text !== "");
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(questionTitle({ ranges: asked, ...(part && { part }) }, voice), LIMITS.embedTitle))
    .setDescription(
      fittingLines(
        [...gistOf(ofOneDay, voice), ...sections, ...endings].join("\n\n").split("\n"),
        LIMITS.embedDescription,
      ),
    )
    .setFooter({ text: words.timeline.zone(zoneName(voice, story.about)) });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...dayButtons(days, voice),
      ...menuRow(
        customId("source", "open"),
        words.timeline.openEvent,
        [
          ...days
            .flatMap(({ events, atScene }) => [...events, ...atScene])
            .map((id) => entry(story.events, id)),
          ...withoutDay,
        ].map((event) => datedOption(event, voice)),
      ),
    ],
  };
}

/** A week has more days than a row has buttons. */
const ROW = 4;

function dayButtons(days: readonly AskedDay[], voice: Voice) {
  const buttons = days.map(({ day, all }) =>
    button(voice.words.ask.wholeDay(shortDay(day, voice), all), customId("timeline", "day", day)),
  );
  return [...buttonRow(buttons.slice(0, ROW)), ...buttonRow(buttons.slice(ROW))];
}

function dayLines(event: StoryEvent, isTold: boolean, story: Story, voice: Voice): string[] {
  const line = oneLine(event, story, voice, { isBold: isTold });
  return isTold ? [line, plain(firstSentence(event.summary[voice.language], voice.language))] : [line];
}
