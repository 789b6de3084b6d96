import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbedField } from "discord-api-types/v10";
import type { DayQuestion } from "../lookup/days.ts";
import type { DayEvents, TimelineAnswer } from "../lookup/timeline.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { daySpanText } from "./daySpan.ts";
import { dayOption } from "./dayOption.ts";
import { writeDays } from "./dayState.ts";
import { eventOption, oneLine } from "./eventLine.ts";
import { fullestText, shortText } from "./eventText.ts";
import { fittingLines, fittingSections } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, itsWeekday, longDay, monthName, shortDay, zoneName } from "./when.ts";

/** Events on one page of a day: what fits a phone's screen and an embed's description. */
const EVENTS_PER_PAGE = 6;
const UNDATED_SHOWN = 5;

/** The weightiest events of a day come first; a page number shows all of them in order. */
export type DayPage = "short" | number;

/** One day: its events in order, with what leads to the day before and after. */
export function dayView(answer: TimelineAnswer, page: DayPage, story: Story, asker: Voice): Message {
  const voice = answer.atScene ? { ...asker, zone: story.about.zones.scene } : asker;
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
    .setFooter({ text: [words.timeline.zone(zoneName(voice, story.about)), ...notes].join(" · ") });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        ...dayButtons(answer, voice),
        shown.length < all.length && shownPage === "short"
          ? button(words.timeline.all(all.length), customId("timeline", "all", writeDays(answer.question), 0))
          : null,
        typeof shownPage === "number" && shownPage + 1 < pages
          ? button(
              words.timeline.next,
              customId("timeline", "all", writeDays(answer.question), shownPage + 1),
            )
          : null,
        button(words.timeline.atAGlance, customId("timeline", "glance")),
      ]),
      ...menuRow(
        customId("source", "open"),
        words.timeline.openEvent,
        // On a day with more events than a menu holds, each page opens at least its own.
        (shownPage === "short" ? mostProminent(all, LIMITS.selectOptions) : shown).map((event) =>
          eventOption(event, story, voice),
        ),
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

/** Several days: the weightiest events of each, and a menu that opens a day. */
export function daysView(answer: TimelineAnswer, story: Story, voice: Voice): Message {
  const { words } = voice;
  const told = new Set<string>();
  const sections = answer.days.map(({ day, events }) => {
    const fresh = events.filter((id) => !told.has(id));
    for (const id of events) told.add(id);
    return daySection(dayBeside(day, answer, voice), { events, fresh }, answer.days.length, story, voice);
  });
  const undated = undatedLines(answer.undated, story, voice);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(questionTitle(answer.question, voice), LIMITS.embedTitle))
    .setDescription(
      fittingSections(
        [...sections, ...(undated.length > 0 ? [undated.join("\n")] : [])],
        LIMITS.embedDescription,
      ),
    )
    .setFooter({
      text: [words.timeline.zone(zoneName(voice, story.about)), weekdayNote(answer, voice)]
        .filter((note) => note !== null)
        .join(" · "),
    });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        ...dayButtons(answer, voice),
        button(words.timeline.atAGlance, customId("timeline", "glance")),
      ]),
      ...menuRow(
        customId("timeline", "open"),
        words.timeline.openDay,
        answer.days.map(({ day, events }) => dayOption(day, events.length, voice)),
      ),
    ],
  };
}

/** A time about which the story tells nothing, with the nearest days that it tells of. */
export function nothingView(answer: TimelineAnswer, voice: Voice): Message {
  const { words } = voice;
  const { ranges } = answer.question;
  const first = ranges[0]?.from ?? "";
  const days = timesOf(ranges, (from, to) => rangeText(from, to, voice));
  const text =
    answer.question.part && answer.withoutHour > 0
      ? words.timeline.nothingInPart(days, words.part[answer.question.part])
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
      ...dayButtons(answer, voice),
      button(words.timeline.atAGlance, customId("timeline", "glance")),
    ]),
  };
}

/** "Le 21 nov. 2023 est un mardi", to whoever typed "lundi 21 novembre". */
function weekdayNote({ question: { notItsWeekday } }: TimelineAnswer, voice: Voice): string | null {
  return notItsWeekday === undefined ? null : capital(itsWeekday(notItsWeekday, voice));
}

/** What goes on for days is told on the first of them, and again on a day that has nothing else. */
function daySection(
  title: string,
  { events, fresh }: { events: readonly string[]; fresh: readonly string[] },
  days: number,
  story: Story,
  voice: Voice,
): string {
  const told = (fresh.length > 0 ? fresh : events).map((id) => entry(story.events, id));
  const shown = mostProminent(told, perDay(days));
  const left = events.length - shown.length;
  const more = left > 0 ? [voice.words.timeline.moreThatDay(left)] : [];
  return [`**${capital(title)}**`, ...shown.map((event) => oneLine(event, story, voice)), ...more].join("\n");
}

/** What is known by month or year alone: some of it, and how much more there is. */
function undatedLines(ids: readonly string[], story: Story, voice: Voice): string[] {
  const all = ids.map((id) => entry(story.events, id));
  const shown = mostProminent(all, UNDATED_SHOWN);
  const lines = shown.map((event) => oneLine(event, story, voice));
  const more = all.length - shown.length;
  return more > 0 ? [...lines, voice.words.timeline.moreUndated(more)] : lines;
}

function perDay(days: number): number {
  return days <= 3 ? 5 : days <= 7 ? 3 : 1;
}

function dayButtons(answer: TimelineAnswer, voice: Voice) {
  const { before, after } = answer;
  return [
    before ? button(`◀ ${dayBeside(before, answer, voice)}`, customId("timeline", "day", before)) : null,
    after ? button(`${dayBeside(after, answer, voice)} ▶`, customId("timeline", "day", after)) : null,
  ];
}

/** "ven. 8 mars", and its year beside an answer that is not of that year alone. */
function dayBeside(day: string, { question: { ranges } }: TimelineAnswer, voice: Voice): string {
  const year = day.slice(0, 4);
  const isOwnYear = ranges.every(({ from, to }) => from.startsWith(year) && to.startsWith(year));
  return isOwnYear ? shortDay(day, voice) : `${shortDay(day, voice)} ${year}`;
}

/** Each of the times asked for; of too many, from the first to the last. "Vendredi 17 novembre 2023, soir" */
export function questionTitle({ ranges, part }: DayQuestion, voice: Voice): string {
  const times = timesOf(ranges, (from, to) => capital(rangeText(from, to, voice)));
  return part ? `${times}, ${voice.words.part[part]}` : times;
}

function timesOf(ranges: DayQuestion["ranges"], named: (from: string, to: string) => string): string {
  const each = ranges.map(({ from, to }) => named(from, to)).join(" · ");
  return each.length <= LIMITS.choiceText ? each : named(ranges[0]?.from ?? "", ranges.at(-1)?.to ?? "");
}

/**
 * As it stands within a sentence: "vendredi 17 novembre 2023", "du vendredi 17 au mercredi 22 novembre 2023",
 * "mai 2024", "2018".
 */
function rangeText(from: string, to: string, voice: Voice): string {
  if (from === to) return longDay(from, voice);
  const month = Temporal.PlainDate.from(from).toPlainYearMonth();
  const beginsAndEnds = (months: Temporal.PlainYearMonth) =>
    from.endsWith("-01") && months.toPlainDate({ day: months.daysInMonth }).toString() === to;
  if (beginsAndEnds(month)) return monthName(from, voice);
  if (from.endsWith("-01-01") && beginsAndEnds(month.with({ month: 12 }))) return from.slice(0, 4);
  return daySpanText(from, to, voice);
}
