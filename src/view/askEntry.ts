import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import type { Account, Status } from "../story/schema.ts";
import { entry, type Dispute, type Person, type Story, type StoryEvent, type Topic } from "../story/story.ts";
import { disputeHeading, mainDispute } from "./account.ts";
import { sourceLink, sourceLinks } from "./cite.ts";
import { clip, LIMITS } from "./limits.ts";
import { fittingLines } from "./fitting.ts";
import { COLOURS, STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import { roleText } from "./role.ts";
import type { Voice } from "./voice.ts";
import { placedLine } from "./placedDate.ts";
import { capital } from "./when.ts";

/** How many accounts an answer tells of; all of them are a press away. */
export const ACCOUNTS = 3;
const SOURCES = 5;
const ROLES = 5;
const LONGEST_DIFFER = 320;
const LONGEST_SETTLED = 220;

/** An event in short: when, what, who says so, and where they differ. */
export function eventEmbed(
  event: StoryEvent,
  order: readonly number[],
  story: Story,
  voice: Voice,
): APIEmbed {
  const { language } = voice;
  const dispute = mainDispute(event, story);
  return embedOf({
    colour: COLOURS.timeline,
    title: event.title[language],
    lines: [
      `${capital(placedLine(event.when, story.about, voice))} · ${statusOf(event.status, voice)}`,
      plain(event.summary[language]),
    ],
    fields: [
      saidBy(inOrder(event.accounts, order), story, voice),
      ...(dispute ? [differField(dispute, voice)] : []),
    ],
  });
}

/** A topic in short: its question, its answer, and what it rests on. */
export function topicEmbed(topic: Topic, order: readonly number[], story: Story, voice: Voice): APIEmbed {
  const { words, language } = voice;
  const accounts = inOrder(topic.accounts, order);
  return embedOf({
    colour: COLOURS.source,
    title: topic.question[language],
    lines: [statusOf(topic.status, voice), plain(topic.answer[language])],
    fields: [
      {
        name: words.ask.restsOn,
        value: sourceLinks(
          story,
          accounts.map(({ source }) => source),
          SOURCES,
          voice,
        ),
      },
    ],
  });
}

/** Accounts that differ: both sides, and what is settled. */
export function disputeEmbed(
  dispute: Dispute,
  order: readonly number[],
  story: Story,
  voice: Voice,
): APIEmbed {
  const { words, language } = voice;
  return embedOf({
    colour: COLOURS.doubtful,
    title: `⚖ ${dispute.question[language]}`,
    lines: [
      plain(dispute.differ[language]),
      dispute.settled ? plain(words.source.settled(dispute.settled[language])) : words.source.unsettled,
    ],
    fields: [saidBy(inOrder(dispute.accounts, order), story, voice)],
  });
}

/** Somebody in short: who that is, in which roles, and what says so. */
export function personEmbed(person: Person, story: Story, voice: Voice): APIEmbed {
  const { words, language } = voice;
  const roles = person.roles.slice(0, ROLES).map((role) => roleText(role, story.about, voice));
  return embedOf({
    colour: COLOURS.person,
    title: person.name[language],
    lines: [plain(person.portrait[language]), ...roles],
    fields: [
      {
        name: words.ask.restsOn,
        value: sourceLinks(
          story,
          person.accounts.map(({ source }) => source),
          SOURCES,
          voice,
        ),
      },
    ],
  });
}

interface EmbedParts {
  colour: number;
  title: string;
  lines: readonly string[];
  fields: readonly APIEmbedField[];
}

function embedOf({ colour, title, lines, fields }: EmbedParts): APIEmbed {
  return new EmbedBuilder()
    .setColor(colour)
    .setTitle(clip(plain(title), LIMITS.embedTitle))
    .setDescription(clip(lines.join("\n"), LIMITS.embedDescription))
    .addFields(fields.filter(({ value }) => value !== ""))
    .toJSON();
}

function statusOf(status: Status, { words }: Voice): string {
  return `${STATUS_MARKS[status]} ${words.status[status]}`;
}

/** What each source says, with a link to the very words where there is one. */
function saidBy(accounts: readonly Account[], story: Story, voice: Voice): APIEmbedField {
  const { words, language } = voice;
  const lines = accounts.slice(0, ACCOUNTS).map(({ source, says, passage }) => {
    const link = sourceLink(entry(story.sources, source), language, passage);
    return words.ask.says(plain(says[language]), link);
  });
  return { name: words.ask.whoSays, value: fittingLines(lines, LIMITS.embedFieldValue) };
}

function differField(dispute: Dispute, voice: Voice): APIEmbedField {
  const { words, language } = voice;
  const settled = dispute.settled
    ? plain(words.source.settled(clip(dispute.settled[language], LONGEST_SETTLED)))
    : words.source.unsettled;
  return {
    name: disputeHeading(dispute, voice),
    value: `${plain(clip(dispute.differ[language], LONGEST_DIFFER))}\n${settled}`,
  };
}

/** The accounts as ordered; those that the order leaves out come last. */
function inOrder(accounts: readonly Account[], order: readonly number[]): Account[] {
  const first = order.flatMap((place) => accounts[place] ?? []);
  return [...first, ...accounts.filter((account) => !first.includes(account))];
}
