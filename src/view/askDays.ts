import { EmbedBuilder } from "@discordjs/builders";
import type { AskedDay } from "../lookup/ask/ask.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story, type StoryEvent } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { daySpanText } from "./daySpan.ts";
import { datedOption, oneLine } from "./eventLine.ts";
import { TOLD_IN_SHORT } from "./eventText.ts";
import { fittingLines } from "./fitting.ts";
import { gistOf } from "./gist.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, dayTitle, shortDay, zoneName } from "./when.ts";

/** The main events of one day or of several, one line each; `otherDays` more are not told. */
export function daysAnswer(days: readonly AskedDay[], story: Story, voice: Voice, otherDays = 0): Message {
  const { words } = voice;
  const there = { ...voice, zone: story.about.zones.scene };
  const part = days[0]?.part ?? null;
  const [only] = days.length === 1 ? days : [];
  const ofOneDay = (only?.events ?? []).map((id) => entry(story.events, id));
  const toldMore = new Set(mostProminent(ofOneDay, TOLD_IN_SHORT));
  const told = new Set<string>();
  const sections = days.map(({ day, events, atScene, all }) => {
    // What goes on for days is told once, on the first of them.
    const fresh = events.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
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
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  const title = daySpanText(first, last, voice);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(capital(part ? `${title}, ${words.part[part]}` : title), LIMITS.embedTitle))
    .setDescription(
      fittingLines(
        [...gistOf(ofOneDay, voice), ...sections, ...(otherDays > 0 ? [words.ask.otherDays(otherDays)] : [])]
          .join("\n\n")
          .split("\n"),
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
        days
          .flatMap(({ events, atScene }) => [...events, ...atScene])
          .map((id) => datedOption(entry(story.events, id), voice)),
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
