import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbedField } from "discord-api-types/v10";
import type { DayEvents, TimelineAnswer } from "../lookup/timeline.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story } from "../story/story.ts";
import { button, buttonRow, menuRows } from "./components.ts";
import { customId } from "./customId.ts";
import {
  dayBeside,
  dayButtons,
  pageButtons,
  partText,
  questionTitle,
  rangeText,
  timesOf,
  voiceFor,
  weekdayNote,
} from "./dayQuestion.ts";
import { daysId, type DayPage } from "./dayState.ts";
import { eventOption, oneLine } from "./eventLine.ts";
import { fullestText, shortText } from "./eventText.ts";
import { fittingLines } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, shortDay, zoneName } from "./when.ts";

/** Events on one page of a day: what fits a phone's screen and an embed's description. */
const EVENTS_PER_PAGE = 6;
const EVENT_MENUS = 2;

/** One day: its events in order, with what leads to the day before and after. */
export function dayView(answer: TimelineAnswer, page: DayPage, story: Story, asker: Voice): Message {
  const voice = voiceFor(answer, story, asker);
  const { words, language } = voice;
  const [{ day, events: ids }] = answer.days as [DayEvents];
  const all = ids.map((id) => entry(story.events, id));
  const pages = Math.ceil(all.length / EVENTS_PER_PAGE);
  const shownPage = page === "short" ? page : Math.min(Math.max(page, 0), pages - 1);
  const shown =
    shownPage === "short"
      ? mostProminent(all, EVENTS_PER_PAGE)
      : all.slice(shownPage * EVENTS_PER_PAGE, (shownPage + 1) * EVENTS_PER_PAGE);
  const notes = [
    answer.atScene ? words.timeline.nothingHere(zoneName(asker, story.about)) : null,
    weekdayNote(answer, voice),
    answer.withoutHour > 0 ? words.timeline.withoutHour(answer.withoutHour) : null,
    shown.length < all.length && shownPage === "short"
      ? words.timeline.shown(shown.length, all.length)
      : null,
    typeof shownPage === "number" && pages > 1 ? words.timeline.page(shownPage + 1, pages) : null,
  ].filter((note) => note !== null);
  const title = questionTitle({ ...answer.question, ranges: [{ from: day, to: day }] }, voice);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(
      clip(answer.atScene ? words.atScene(title, story.about.scene[language]) : title, LIMITS.embedTitle),
    )
    .setDescription(
      shownPage === "short" ? shortText(all, shown, story, voice) : fullestText(shown, story, voice),
    )
    .addFields(page === "short" ? sameDayAtScene(answer, story, voice) : [])
    .setFooter({ text: capital([words.timeline.zone(zoneName(voice, story.about)), ...notes].join(" · ")) });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        ...dayButtons(answer, voice),
        shown.length < all.length && shownPage === "short"
          ? button(words.timeline.all(all.length), daysId(answer.question, 0))
          : null,
        ...(typeof shownPage === "number"
          ? pageButtons(answer.question, { page: shownPage, pages }, voice)
          : []),
        button(words.timeline.atAGlance, customId("timeline", "glance")),
      ]),
      ...menuRows(
        customId("source", "open"),
        {
          all: words.timeline.openEvent,
          some: (from, to) => words.timeline.openOneOf(from, to, all.length),
        },
        // On a day with more events than menus hold, each page opens at least its own.
        (shownPage === "short" ? mostProminent(all, EVENT_MENUS * LIMITS.selectOptions) : shown).map(
          (event) => eventOption(event, story, voice),
        ),
        EVENT_MENUS,
      ),
    ],
  };
}

/** What is on another day here: whoever follows the story by its own clock looks for it on this one. */
function sameDayAtScene(
  { sameDayAtScene: ids = [] }: TimelineAnswer,
  story: Story,
  voice: Voice,
): APIEmbedField[] {
  if (ids.length === 0) return [];
  const there = { ...voice, zone: story.about.zones.scene };
  const lines = ids.map((id) => oneLine(entry(story.events, id), story, there));
  return [
    {
      name: voice.words.timeline.sameDayAt(story.about.scene[voice.language]),
      value: fittingLines(lines, LIMITS.embedFieldValue),
    },
  ];
}

/** A time about which the story tells nothing, with the nearest days that it tells of. */
export function nothingView(answer: TimelineAnswer, voice: Voice): Message {
  const { words } = voice;
  const { ranges, instead } = answer.question;
  const first = ranges[0]?.from ?? "";
  const days = timesOf(ranges, (from, to) => rangeText(from, to, voice));
  const text =
    answer.question.part && answer.withoutHour > 0
      ? words.timeline.nothingInPart(days, partText(answer.question.part, voice))
      : words.timeline.nothing(days);
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
  const note = weekdayNote(answer, voice);
  if (note !== null) embed.setFooter({ text: note });
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([
      answer.question.part && answer.withoutHour > 0
        ? button(shortDay(first, voice), customId("timeline", "day", first))
        : null,
      instead ? button(dayBeside(instead, answer, voice), customId("timeline", "day", instead)) : null,
      ...dayButtons(answer, voice),
      button(words.timeline.atAGlance, customId("timeline", "glance")),
    ]),
  };
}
