import type { APIEmbedField } from "discord-api-types/v10";
import { when } from "../story/dates.ts";
import type { Account, Passage } from "../story/schema.ts";
import { entry, type Dispute, type Source, type Story, type StoryEvent } from "../story/story.ts";
import { citation, sourceDate, sourceLink } from "./cite.ts";
import { fittingFields } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { plain } from "./markdown.ts";
import { printed } from "./typography.ts";
import type { Voice } from "./voice.ts";
import { capital, shortDate } from "./when.ts";

const LONGEST_DIFFER = 420;
const LONGEST_SETTLED = 420;
/** Of an account whose words leave no room for their source: a link cut in two would be no link. */
const SHORT_SAYS = 300;
const SHORTEST_SAYS = 150;

/** What title, description and footer leave of an embed's total, in characters; and the fields' names of that. */
const ROOM_FOR_FIELDS = LIMITS.embedTotal - 1500;
const ROOM_FOR_VALUES = ROOM_FOR_FIELDS - 1100;

/** Fields as they are, or each made for less room where their embed would have none for all of them. */
export function fieldsWithin(make: (room: number) => APIEmbedField[]): APIEmbedField[] {
  const whole = make(LIMITS.embedFieldValue);
  const size = whole.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return size <= ROOM_FOR_FIELDS ? whole : make(Math.floor(ROOM_FOR_VALUES / whole.length));
}

/** What one source says, in which words, and where: a field of an embed, its value of at most `room` characters (from 400). */
export function accountField(
  { source: id, says, passage, ahead }: Account,
  story: Story,
  voice: Voice,
  room: number = LIMITS.embedFieldValue,
): APIEmbedField {
  const { words, language } = voice;
  const source = entry(story.sources, id);
  const quoted = passage ? `\n> ${passageText(passage, source, voice)}\n` : "\n";
  const note = ahead ? ` (${words.source.ahead})` : "";
  const first = (longest: number) => plain(clip(says[language], longest));
  const bare = `${first(SHORTEST_SAYS)}\n${plain(source.label[language])}`;
  const value = [
    `${plain(says[language])}${quoted}${citation(source, voice, passage)}${note}`,
    `${plain(says[language])}${quoted}${sourceLink(source, language)}${note}`,
    `${first(SHORT_SAYS)}\n${sourceLink(source, language)}${note}`,
  ].find((text) => text.length <= room);
  return {
    name: clip(
      `${plain(capital(source.label[language]))} — ${sourceDate(source, voice)}`,
      LIMITS.embedFieldName,
    ),
    value: value ?? bare,
  };
}

/** The very words of a source, which are in its language: said where that is not the reader's. */
function passageText({ exact }: Passage, { lang }: Source, { words, language }: Voice): string {
  const quoted = words.quoted(plain(printed(exact.replace(/\s+/g, " "), lang)));
  return lang === language ? quoted : `${quoted} (*${words.source.wordsIn[lang]}*)`;
}

/** How accounts differ, and what the record settles: a field of an embed, its value of at most `room` characters. */
export function disputeField(
  dispute: Dispute,
  story: Story,
  voice: Voice,
  room: number = LIMITS.embedFieldValue,
): APIEmbedField {
  const { words, language } = voice;
  const lines = [
    plain(clip(dispute.differ[language], LONGEST_DIFFER)),
    dispute.settled
      ? plain(words.source.settled(clip(dispute.settled[language], LONGEST_SETTLED)))
      : words.source.unsettled,
    ...bounds(dispute, voice),
  ];
  return { name: disputeHeading(dispute, voice), value: clip(lines.join("\n"), room) };
}

/** "⚖ Accounts differ · Was the whole board on the call?": what settles that question answers no other. */
export function disputeHeading({ question }: Dispute, { words, language }: Voice): string {
  return clip(`⚖ ${capital(words.differ)} · ${plain(question[language])}`, LIMITS.embedFieldName);
}

/** The way in which accounts of an event differ that is about it before all else; undefined where they agree. */
export function mainDispute(event: StoryEvent, story: Story): Dispute | undefined {
  const disputes = story.disputesOfEvent.get(event.id) ?? [];
  return disputes.find(({ events }) => events[0] === event.id) ?? disputes[0];
}

/** Where a series begins and ends, on one line. */
function bounds({ series = [] }: Dispute, { words, language }: Voice): string[] {
  const ends = [series[0], series.length > 1 ? series.at(-1) : undefined].flatMap((point) => point ?? []);
  if (ends.length === 0) return [];
  const values = ends.map(({ value }) => plain(value[language]));
  return [words.source.series(values.join(series.length > 2 ? " … " : " → "))];
}

/** The whole series of a dispute, a line for each point, in as many fields as its lines fill. */
export function seriesFields(dispute: Dispute, story: Story, voice: Voice): APIEmbedField[] {
  const { words, language } = voice;
  const lines = (named: (source: Source) => string) =>
    (dispute.series ?? []).map(({ date, value, source }) => {
      const day = shortDate(when({ date }), voice);
      return `${day} — ${plain(value[language])} — ${named(entry(story.sources, source))}`;
    });
  const linked = lines((source) => sourceLink(source, language));
  // Where links leave no room for all of the points, the points count more.
  const shown =
    linked.join("").length < ROOM_FOR_VALUES ? linked : lines(({ label }) => plain(label[language]));
  const name = clip(plain(words.source.series(dispute.question[language])), LIMITS.embedFieldName);
  const fields = filled(shown).map((value) => ({ name, value }));
  return fittingFields(fields, ROOM_FOR_FIELDS);
}

/** Lines in as few texts of a field's length as hold them whole. */
function filled(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const longer = texts.length > 0 ? `${texts.at(-1)}\n${line}` : line;
    if (texts.length > 0 && longer.length <= LIMITS.embedFieldValue) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts;
}
