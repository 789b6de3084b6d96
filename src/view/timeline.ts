import { EmbedBuilder } from "@discordjs/builders";
import type { DayQuestion } from "../lookup/days.ts";
import type { DayEvents, Glance, TimelineAnswer } from "../lookup/timeline.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Dispute, type Story, type StoryEvent } from "../story/story.ts";
import { sourceLinks } from "./cite.ts";
import { button, buttonRow, menuRow, type MenuOption } from "./components.ts";
import { customId } from "./customId.ts";
import { writeDays } from "./dayState.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS, STATUS_MARKS } from "./marks.ts";
import { firstSentence, plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, clock, dayTitle, longDay, sceneTime, shortDate, shortDay, zoneName } from "./when.ts";

/** Events on one page of a day: what fits a phone's screen and an embed's description. */
export const EVENTS_PER_PAGE = 6;

const LINKS_PER_EVENT = [3, 2, 1] as const;
const LONGEST_SUMMARY = 220;
const LONGEST_DISPUTE = 160;

/** The weightiest events of a day come first; a page number shows all of them in order. */
export type DayPage = "short" | number;

/** One day: its events in order, with what leads to the day before and after. */
export function dayView(answer: TimelineAnswer, page: DayPage, story: Story, voice: Voice): Message {
  const { words } = voice;
  const [{ day, events: ids }] = answer.days as [DayEvents];
  const all = ids.map((id) => entry(story.events, id));
  const pages = Math.ceil(all.length / EVENTS_PER_PAGE);
  const shownPage = page === "short" ? page : Math.min(Math.max(page, 0), pages - 1);
  const shown =
    shownPage === "short"
      ? mostProminent(all, EVENTS_PER_PAGE)
      : all.slice(shownPage * EVENTS_PER_PAGE, (shownPage + 1) * EVENTS_PER_PAGE);
  const notes = [
    answer.withoutHour > 0 ? words.timeline.withoutHour(answer.withoutHour) : null,
    shown.length < all.length && shownPage === "short"
      ? words.timeline.shown(shown.length, all.length)
      : null,
    typeof shownPage === "number" && pages > 1 ? words.timeline.page(shownPage + 1, pages) : null,
  ].filter((note) => note !== null);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(
      clip(questionTitle({ ...answer.question, ranges: [{ from: day, to: day }] }, voice), LIMITS.embedTitle),
    )
    .setDescription(fullestText(shown, story, voice))
    .setFooter({ text: [words.timeline.zone(zoneName(voice.zone)), ...notes].join(" · ") });
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
        // A menu holds 25: on a long day each page opens its own events.
        (shownPage === "short" ? all : shown).map((event) => eventOption(event, voice)),
      ),
    ],
  };
}

/** Several days: the weightiest events of each, and a menu that opens a day. */
export function daysView(answer: TimelineAnswer, story: Story, voice: Voice): Message {
  const { words } = voice;
  const sections = answer.days.map((day) => daySection(day, perDay(answer.days.length), story, voice));
  const undated = answer.undated.slice(0, 5).map((id) => oneLine(entry(story.events, id), story, voice));
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(questionTitle(answer.question, voice), LIMITS.embedTitle))
    .setDescription(
      fitted([...sections, ...(undated.length > 0 ? [undated.join("\n")] : [])], LIMITS.embedDescription),
    )
    .setFooter({ text: words.timeline.zone(zoneName(voice.zone)) });
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

/** The whole story by day, with what came before and after: as many events a day as fit. */
export function glanceView(glance: Glance, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const most =
    [3, 2, 1].find((count) => glanceText(glance, count, story, voice).length <= LIMITS.embedDescription) ?? 1;
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(plain(story.about.title[language]), LIMITS.embedTitle))
    .setDescription(fitted(glanceText(glance, most, story, voice).split("\n\n"), LIMITS.embedDescription))
    .setFooter({ text: `${words.timeline.glance} · ${words.timeline.zone(zoneName(voice.zone))}` });
  return {
    embeds: [embed.toJSON()],
    components: menuRow(
      customId("timeline", "open"),
      words.timeline.openDay,
      glance.days.map(({ day, all }) => dayOption(day, all, voice)),
    ),
  };
}

function glanceText({ days, earlier, later }: Glance, most: number, story: Story, voice: Voice): string {
  const events = (ids: readonly string[]) =>
    mostProminent(
      ids.map((id) => entry(story.events, id)),
      most,
    ).map((event) => oneLine(event, story, voice));
  const section = (title: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [[`**${title}**`, ...events(ids)].join("\n")];
  return [
    ...section(voice.words.timeline.earlier, earlier),
    ...days.flatMap(({ day, events: ids }) => section(capital(shortDay(day, voice)), ids)),
    ...section(voice.words.timeline.later, later),
  ].join("\n\n");
}

/** A time about which the story tells nothing, with the nearest days that it tells of. */
export function nothingView(answer: TimelineAnswer, voice: Voice): Message {
  const { words } = voice;
  const first = answer.question.ranges[0]?.from ?? "";
  const last = answer.question.ranges.at(-1)?.to ?? first;
  const { ranges } = answer.question;
  const days = first === last ? longDay(first, voice) : questionTitle({ ranges }, voice);
  const text =
    answer.question.part && answer.withoutHour > 0
      ? words.timeline.nothingInPart(days)
      : words.timeline.nothing(days);
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
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

/** The events with as many links to each as leave room for all of them. */
function fullestText(events: readonly StoryEvent[], story: Story, voice: Voice): string {
  const lines = (links: number) =>
    events.map((event, n) => eventLines(event, disputeOf(events[n - 1], story), links, story, voice));
  const fullest = LINKS_PER_EVENT.map((links) => lines(links).join("\n\n")).find(
    (text) => text.length <= LIMITS.embedDescription,
  );
  return fullest ?? fitted(lines(1), LIMITS.embedDescription);
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
    lines.push(`⚖ ${plain(clip(firstSentence(dispute.differ[language], language), LONGEST_DISPUTE))}`);
  return lines.join("\n");
}

/** The first way in which its accounts differ. */
function disputeOf(event: StoryEvent | undefined, story: Story): Dispute | undefined {
  return event && story.disputesOfEvent.get(event.id)?.[0];
}

function spanOrHour(event: StoryEvent, voice: Voice): string {
  return event.when.precision === "day" || event.when.precision === "part"
    ? voice.words.hourUnknown
    : shortDate(event.when, voice);
}

/** One event on one line, with the first of its sources; in words what is less than confirmed. */
export function oneLine(event: StoryEvent, story: Story, voice: Voice): string {
  const when =
    clock(event.when, voice) ??
    (event.when.precision === "day" || event.when.precision === "part" ? null : shortDate(event.when, voice));
  const title = plain(event.title[voice.language]);
  const status = event.status === "confirmed" ? "" : ` (${voice.words.status[event.status]})`;
  return `${STATUS_MARKS[event.status]} ${when ? `${when} ` : ""}${title}${status} — ${sourceLinks(story, sourcesOf(event).slice(0, 1), 1, voice)}`;
}

function daySection({ day, events: ids }: DayEvents, most: number, story: Story, voice: Voice): string {
  const all = ids.map((id) => entry(story.events, id));
  const shown = mostProminent(all, most);
  const more = all.length > shown.length ? [voice.words.timeline.moreThatDay(all.length - shown.length)] : [];
  return [
    `**${capital(shortDay(day, voice))}**`,
    ...shown.map((event) => oneLine(event, story, voice)),
    ...more,
  ].join("\n");
}

function perDay(days: number): number {
  return days <= 3 ? 5 : days <= 7 ? 3 : 1;
}

/** The sections that fit, whole. */
function fitted(sections: readonly string[], longest: number): string {
  let text = "";
  for (const section of sections) {
    const longer = text === "" ? section : `${text}\n\n${section}`;
    if (longer.length > longest - 2) return `${text}\n…`;
    text = longer;
  }
  return text;
}

function dayButtons({ before, after, question }: TimelineAnswer, voice: Voice) {
  const year = question.ranges[0]?.from.slice(0, 4) ?? "";
  const name = (day: string) =>
    day.startsWith(year) ? shortDay(day, voice) : `${shortDay(day, voice)} ${day.slice(0, 4)}`;
  return [
    before ? button(`◀ ${name(before)}`, customId("timeline", "day", before)) : null,
    after ? button(`${name(after)} ▶`, customId("timeline", "day", after)) : null,
  ];
}

function dayOption(day: string, events: number, voice: Voice): MenuOption {
  return { label: dayTitle(day, voice), value: day, description: voice.words.events(events) };
}

function eventOption(event: StoryEvent, voice: Voice): MenuOption {
  return {
    label: event.title[voice.language],
    value: event.id,
    description: `${STATUS_MARKS[event.status]} ${voice.words.status[event.status]} · ${clock(event.when, voice) ?? spanOrHour(event, voice)}`,
  };
}

function sourcesOf(event: StoryEvent): string[] {
  return event.accounts.map(({ source }) => source);
}

/** Each of the times asked for; of too many, from the first to the last. "Vendredi 17 novembre 2023, soir" */
export function questionTitle({ ranges, part }: DayQuestion, voice: Voice): string {
  const titles = ranges.map(({ from, to }) => rangeTitle(from, to, voice)).join(" · ");
  const times =
    titles.length <= LIMITS.choiceText
      ? titles
      : rangeTitle(ranges[0]?.from ?? "", ranges.at(-1)?.to ?? "", voice);
  return part ? `${times}, ${voice.words.part[part]}` : times;
}

function rangeTitle(from: string, to: string, voice: Voice): string {
  if (from === to) return dayTitle(from, voice);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return capital(
    voice.words.fromTo(sameYear ? shortDay(from, voice) : longDay(from, voice), longDay(to, voice)),
  );
}
