import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbedField } from "discord-api-types/v10";
import { daysIn } from "../story/dates.ts";
import type { Account } from "../story/schema.ts";
import { entry, type Dispute, type Story, type StoryEvent } from "../story/story.ts";
import { accountField, disputeField, fieldsWithin, seriesFields } from "./account.ts";
import { ACCOUNTS_PER_PAGE, accountsOfSources } from "./accountPages.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS, STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { placedLine } from "./placedDate.ts";
import { pageWithin, turnButtons } from "./turnPage.ts";
import { isKnown } from "./quote.ts";
import { capital, shortDay } from "./when.ts";

const DISPUTES_AT_FIRST = 2;
const DISPUTES_PER_PAGE = 5;

/**
 * Every account of an event, page by page: who says what, in which words, where; and how they differ. A number
 * that moved has a page of its own after them.
 */
export function sourceView(
  event: StoryEvent,
  asked: number,
  near: readonly string[],
  story: Story,
  voice: Voice,
): Message {
  const { words, language } = voice;
  const all = pagesOf(event, story);
  const at = pageWithin(asked, all.length);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.source)
    .setTitle(clip(plain(event.title[language]), LIMITS.embedTitle))
    .setDescription(at.page === 0 ? headOf(event, story, voice) : accountsOfSources(event.accounts, voice))
    .addFields(fieldsOf(all[at.page], story, voice));
  if (at.pages > 1) embed.setFooter({ text: words.source.page(at.page + 1, at.pages) });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        dayButton(event, voice),
        ...turnButtons(at, { before: words.source.pageBefore, next: words.source.nextPage }, (page) =>
          customId("source", "page", event.id, page),
        ),
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

/** When it was, how sure that is, and what it was: said on the first page alone. */
function headOf(event: StoryEvent, story: Story, voice: Voice): string {
  const { words, language } = voice;
  const stamp =
    event.when.precision === "hour"
      ? ` · ${words.yourTime(`<t:${Math.floor(event.when.start.epochMilliseconds / 1000)}:f>`)}`
      : "";
  return [
    `${capital(placedLine(event.when, story.about, voice))}${stamp}`,
    `${STATUS_MARKS[event.status]} ${words.status[event.status]} · ${accountsOfSources(event.accounts, voice)}`,
    plain(event.summary[language]),
  ].join("\n");
}

/** What stands on one page. */
interface AccountPage {
  disputes: readonly Dispute[];
  accounts: readonly Account[];
  /** A number that moved, with a page of its own. */
  moved?: Dispute;
}

/** The main differences with the first accounts, then the other accounts, the other differences, the numbers. */
function pagesOf(event: StoryEvent, story: Story): AccountPage[] {
  const disputes = story.disputesOfEvent.get(event.id) ?? [];
  const [accounts = [], ...otherAccounts] = chunks(event.accounts, ACCOUNTS_PER_PAGE);
  return [
    { disputes: disputes.slice(0, DISPUTES_AT_FIRST), accounts },
    ...otherAccounts.map((some) => ({ disputes: [], accounts: some })),
    ...chunks(disputes.slice(DISPUTES_AT_FIRST), DISPUTES_PER_PAGE).map((some) => ({
      disputes: some,
      accounts: [],
    })),
    ...disputes
      .filter(({ series = [] }) => series.length > 0)
      .map((moved) => ({ disputes: [], accounts: [], moved })),
  ];
}

function chunks<One>(all: readonly One[], size: number): (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}

/** Shorter where their embed would have no room for all of them. */
function fieldsOf(page: AccountPage | undefined, story: Story, voice: Voice): APIEmbedField[] {
  if (page === undefined) return [];
  const { disputes, accounts, moved } = page;
  if (moved) return seriesFields(moved, story, voice);
  return fieldsWithin((room) => [
    ...disputes.map((dispute) => disputeField(dispute, story, voice, room)),
    ...accounts.map((account) => accountField(account, story, voice, room)),
  ]);
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
