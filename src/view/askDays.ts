import { byUnits } from "../story/byUnits.ts";
import { EmbedBuilder } from "@discordjs/builders";
import type { AskAnswer, AskedDay } from "../lookup/ask/ask.ts";
import type { DayQuestion } from "../lookup/days.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story, type StoryEvent } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { partText, questionTitle } from "./dayQuestion.ts";
import { daysId, fitsId } from "./dayState.ts";
import { datedOption, inShownOrder, oneLine } from "./eventLine.ts";
import { TOLD_IN_SHORT } from "./eventText.ts";
import { fittingLines } from "./fitting.ts";
import { gistOf } from "./gist.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, dayTitle, shortDay, zoneName } from "./when.ts";
import { toldOnce } from "./toldOnce.ts";

/** What is told beside the days: how many more there are, and what has no day. */
type Beside = Pick<AskAnswer, "ranges" | "otherDays" | "undated">;

/** Events known by month or year only that are told. */
const UNDATED = 4;

/**
 * The main events of one day or of several, one line each, under the name of the time asked for. What is known by
 * month or year only stands where its time begins.
 */
export function daysAnswer(
  asked: readonly AskedDay[],
  story: Story,
  voice: Voice,
  { ranges, otherDays, undated }: Beside = { ranges: null, otherDays: 0, undated: [] },
): Message {
  const { words } = voice;
  const part = asked[0]?.part ?? null;
  const [only] = asked.length === 1 ? asked : [];
  const ofOneDay = (only?.events ?? []).map((id) => entry(story.events, id));
  const toldMore = new Set(mostProminent(ofOneDay, TOLD_IN_SHORT));
  const told = toldOnce(asked.map(({ events }) => events));
  // What goes on is told on the first of its days: one that has nothing else needs no heading.
  const days = asked
    .map((one, n) => ({ ...one, fresh: told[n] ?? [] }))
    .filter(({ fresh }) => only || part !== null || fresh.length > 0);
  const withoutDay = mostProminent(
    undated.map((id) => entry(story.events, id)),
    UNDATED,
  );
  const sections = [
    ...withoutDay.map((event) => ({
      from: event.when.counted?.from.toString() ?? "",
      text: oneLine(event, story, voice),
    })),
    ...days.map((day) => ({
      from: day.day,
      text: daySection(day, { isNamed: asked.length > 1, toldMore }, story, voice),
    })),
  ].toSorted((a, b) => byUnits(a.from, b.from));
  const left = undated.length - withoutDay.length;
  const unshown = asked.filter(
    (day) => day.all > day.events.length && !days.some((shown) => shown.day === day.day),
  );
  const others = otherDays + unshown.length;
  const times = ranges ?? [{ from: asked[0]?.day ?? "", to: asked.at(-1)?.day ?? "" }];
  const endings = [
    ...(left > 0 ? [words.timeline.moreUndated(left)] : []),
    ...(others > 0 ? [words.ask.otherDays(others)] : []),
  ];
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(questionTitle({ ranges: times, ...(part && { part }) }, voice), LIMITS.embedTitle))
    .setDescription(
      fittingLines(
        [...gistOf(ofOneDay, voice), ...sections.map(({ text }) => text), ...endings]
          .join("\n\n")
          .split("\n"),
        LIMITS.embedDescription,
      ),
    )
    .setFooter({ text: capital(words.timeline.zone(zoneName(voice, story.about))) });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...dayButtons(days, others > 0 && fitsId({ ranges: times }) ? { ranges: times } : null, voice),
      ...menuRow(
        customId("source", "open"),
        words.timeline.openEvent,
        inShownOrder(
          [
            ...days
              .flatMap(({ fresh, atScene }) => [...fresh, ...atScene])
              .map((id) => entry(story.events, id)),
            ...withoutDay,
          ],
          voice,
        ).map((event) => datedOption(event, voice)),
      ),
    ],
  };
}

/** A day with what is told of it. */
interface ToldDay extends AskedDay {
  /** Those of its events that no day before it tells. */
  fresh: readonly string[];
}

function daySection(
  { day, part, events, fresh, atScene, all }: ToldDay,
  { isNamed, toldMore }: { isNamed: boolean; toldMore: ReadonlySet<StoryEvent> },
  story: Story,
  voice: Voice,
): string {
  const { ask, timeline } = voice.words;
  const there = { ...voice, zone: story.about.zones.scene };
  return [
    ...(isNamed ? [`**${dayTitle(day, voice)}**`] : []),
    ...(part && events.length === 0 ? [ask.nothingThen(partText(part, voice))] : []),
    ...fresh
      .map((id) => entry(story.events, id))
      .flatMap((event) => dayLines(event, toldMore.has(event), story, voice)),
    ...(part === null && all > events.length ? [timeline.moreThatDay(all - events.length)] : []),
    ...(atScene.length > 0 ? ["", `**${timeline.sameDayAt(story.about.scene[voice.language])}**`] : []),
    ...atScene.map((id) => oneLine(entry(story.events, id), story, there)),
  ].join("\n");
}

/** A week has more days than a row has buttons. */
const ROW = 4;

/** What leads to each day, and to `all` of the days asked for where there are more. */
function dayButtons(days: readonly AskedDay[], all: DayQuestion | null, voice: Voice) {
  const { ask } = voice.words;
  const buttons = [
    ...days.map((one) =>
      button(ask.wholeDay(shortDay(one.day, voice), one.all), customId("timeline", "day", one.day)),
    ),
    ...(all ? [button(ask.allDays, daysId(all, "short"))] : []),
  ];
  return [...buttonRow(buttons.slice(0, ROW)), ...buttonRow(buttons.slice(ROW))];
}

function dayLines(event: StoryEvent, isTold: boolean, story: Story, voice: Voice): string[] {
  const line = oneLine(event, story, voice, { isBold: isTold });
  return isTold ? [line, plain(firstSentence(event.summary[voice.language], voice.language))] : [line];
}
