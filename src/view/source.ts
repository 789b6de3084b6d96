import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbedField } from "discord-api-types/v10";
import { daysIn } from "../story/dates.ts";
import { entry, type Dispute, type Story, type StoryEvent } from "../story/story.ts";
import { accountField, disputeField, fieldsWithin, seriesFields } from "./account.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS, STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { placedLine } from "./placedDate.ts";
import { isKnown } from "./quote.ts";
import { capital, shortDay } from "./when.ts";

const ACCOUNTS_PER_PAGE = 5;
const DISPUTES_PER_PAGE = 2;

/**
 * Every account of an event, page by page: who says what, in which words, where; and how they differ. A number
 * that moved has a page of its own after them.
 */
export function sourceView(
  event: StoryEvent,
  page: number,
  near: readonly string[],
  story: Story,
  voice: Voice,
): Message {
  const { words, language } = voice;
  const pages = accountPages(event, story) + seriesOf(event, story).length;
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const stamp =
    event.when.precision === "hour"
      ? ` · ${words.yourTime(`<t:${Math.floor(event.when.start.epochMilliseconds / 1000)}:f>`)}`
      : "";
  const embed = new EmbedBuilder()
    .setColor(COLOURS.source)
    .setTitle(clip(plain(event.title[language]), LIMITS.embedTitle))
    .setDescription(
      [
        `${capital(placedLine(event.when, story.about, voice))}${stamp}`,
        `${STATUS_MARKS[event.status]} ${words.status[event.status]} · ${words.sources(new Set(event.accounts.map(({ source }) => source)).size)}`,
        plain(event.summary[language]),
      ].join("\n"),
    )
    .addFields(fieldsOf(event, shown, story, voice));
  if (pages > 1) embed.setFooter({ text: words.source.page(shown + 1, pages) });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        dayButton(event, voice),
        pages > 1
          ? button(
              shown + 1 < pages ? words.source.nextPage : words.source.firstPage,
              customId("source", "page", event.id, (shown + 1) % pages),
            )
          : null,
        quotesButton(event, story, voice),
      ]),
      ...menuRow(
        customId("person", "open"),
        words.person.open,
        event.people.map((id) => ({ label: entry(story.people, id).name[language], value: id })),
      ),
      ...menuRow(
        customId("source", "open"),
        words.source.alike,
        near
          .filter((id) => id !== event.id)
          .map((id) => ({ label: entry(story.events, id).title[language], value: id })),
      ),
    ],
  };
}

function accountPages(event: StoryEvent, story: Story): number {
  const disputes = story.disputesOfEvent.get(event.id)?.length ?? 0;
  return Math.ceil(Math.max(event.accounts.length / ACCOUNTS_PER_PAGE, disputes / DISPUTES_PER_PAGE));
}

/** The disputes of an event about a number that moved. */
function seriesOf(event: StoryEvent, story: Story): Dispute[] {
  return (story.disputesOfEvent.get(event.id) ?? []).filter(({ series = [] }) => series.length > 0);
}

/** Two differences and five accounts a page; shorter where their embed would have no room for all of them. */
function fieldsOf(event: StoryEvent, page: number, story: Story, voice: Voice): APIEmbedField[] {
  const moved = seriesOf(event, story)[page - accountPages(event, story)];
  if (moved) return seriesFields(moved, story, voice);
  const disputes = onPage(story.disputesOfEvent.get(event.id) ?? [], page, DISPUTES_PER_PAGE);
  const accounts = onPage(event.accounts, page, ACCOUNTS_PER_PAGE);
  return fieldsWithin((room) => [
    ...disputes.map((dispute) => disputeField(dispute, story, voice, room)),
    ...accounts.map((account) => accountField(account, story, voice, room)),
  ]);
}

function onPage<One>(all: readonly One[], page: number, perPage: number): readonly One[] {
  return all.slice(page * perPage, (page + 1) * perPage);
}

function dayButton(event: StoryEvent, voice: Voice) {
  const day = daysIn(event.when, voice.zone)?.from.toString();
  return day ? button(voice.words.source.day(shortDay(day, voice)), customId("timeline", "day", day)) : null;
}

function quotesButton(event: StoryEvent, story: Story, voice: Voice) {
  const quotes = (story.quotesOfEvent.get(event.id) ?? []).filter(isKnown);
  return quotes.length > 0
    ? button(voice.words.source.quotes(quotes.length), customId("quote", "event", event.id, 0))
    : null;
}
