import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbedField } from "discord-api-types/v10";
import type { FoundQuote, MessageFindings } from "../lookup/checkMessage.ts";
import { when } from "../story/dates.ts";
import { entry, type Quote, type Story } from "../story/story.ts";
import { disputeField } from "./account.ts";
import { citation, sourceLink } from "./cite.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { datedLine, datedOption } from "./eventLine.ts";
import { fittingFields } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import { printed, printedWords } from "./typography.ts";
import type { Voice } from "./voice.ts";
import { shownDate } from "./when.ts";

const PROOFS_SHOWN = 2;
/** Of a quote that leaves no room for its source; the whole of it is one press away. */
const SHORT = 120;
/** Beside title and description. */
const ROOM_FOR_FIELDS = LIMITS.embedTotal - 500;

/** The quotes, events and disputes that a message touches, with their sources, and what leads to each. */
export function checkView(found: MessageFindings, story: Story, voice: Voice): Message {
  const { check: words, person } = voice.words;
  const events = found.events.map((id) => entry(story.events, id));
  const lines = events.map((event) => {
    const line = datedLine(event, story, voice);
    const contradiction = found.contradictions[event.id];
    return contradiction ? `${line} · ${words.contradiction[contradiction]}` : line;
  });
  const isDisputed = events.some(({ id }) =>
    story.disputesOfEvent.get(id)?.some((dispute) => !found.disputes.includes(dispute.id)),
  );
  const notes = [
    ...(found.others > 0 ? [words.others(found.others)] : []),
    ...(isDisputed ? [words.disputed] : []),
  ];
  const isDoubtful = found.quotes.some(
    ({ id, insteadOf }) => insteadOf.length > 0 || entry(story.quotes, id).kind === "rejected",
  );
  const embed = new EmbedBuilder()
    .setColor(isDoubtful ? COLOURS.doubtful : COLOURS.source)
    .setTitle(words.title)
    .addFields(
      fittingFields(
        [
          ...found.quotes.map((quote) => quoteField(quote, story, voice)),
          ...eventFields(lines, notes, voice),
          ...found.disputes.map((id) => disputeField(entry(story.disputes, id), story, voice)),
        ],
        ROOM_FOR_FIELDS,
      ),
    );
  if (isNothing(found)) embed.setDescription(found.people.length > 0 ? words.onlyNames : words.nothing);
  return {
    embeds: [embed.toJSON()],
    components: [
      ...menuRow(
        customId("source", "open"),
        words.openEvent,
        events.map((event) => datedOption(event, voice)),
      ),
      ...menuRow(
        customId("quote", "open"),
        words.openQuote,
        found.quotes.map(({ id }) => ({ label: printedWords(entry(story.quotes, id)), value: id })),
      ),
      ...menuRow(
        customId("person", "open"),
        person.open,
        found.people.map((id) => ({ label: entry(story.people, id).name[voice.language], value: id })),
      ),
      ...(isNothing(found)
        ? buttonRow([button(voice.words.timeline.atAGlance, customId("timeline", "glance"))])
        : []),
    ],
  };
}

/** The lines of events in as many fields as they fill, with notes below the last. */
function eventFields(
  lines: readonly string[],
  notes: readonly string[],
  { words: { check: words } }: Voice,
): APIEmbedField[] {
  if (lines.length === 0) return [];
  const values: string[] = [];
  for (const line of [...lines, ...notes]) {
    const longer = [values.at(-1), line].filter((text) => text !== undefined).join("\n");
    if (values.length > 0 && longer.length <= LIMITS.embedFieldValue) values.splice(-1, 1, longer);
    else values.push(line);
  }
  return values.map((value, n) => ({ name: n === 0 ? words.events : words.moreEvents, value }));
}

/** Whether a message touches no quote, event or dispute; the people it names alone say nothing. */
export function isNothing({ quotes, events, disputes }: MessageFindings): boolean {
  return quotes.length === 0 && events.length === 0 && disputes.length === 0;
}

/** A message in which there is nothing to read. */
export function nothingToCheckView({ words }: Voice): Message {
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(words.check.empty);
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([button(words.timeline.atAGlance, customId("timeline", "glance"))]),
  };
}

/** The verdict on words, then the words on record, when and where they were said, and their proof. */
function quoteField(found: FoundQuote, story: Story, voice: Voice): APIEmbedField {
  const { words, language } = voice;
  const quote = entry(story.quotes, found.id);
  const speaker = plain(entry(story.people, quote.speaker).name[language]);
  const named = found.insteadOf.map((id) => plain(entry(story.people, id).name[language])).join(", ");
  const date = quote.date ? shownDate(when({ date: quote.date, zone: quote.zone }), voice) : null;
  const where = [date, plain(quote.where[language])].filter((part) => part !== null).join(", ");
  const own = printedWords(quote);
  const translated = quote.translations.find(({ lang }) => lang === language)?.text;
  const translation = translated && printed(translated, language);
  const proofs = quote.proofs.slice(0, PROOFS_SHOWN).map((proof) => ({
    ...proof,
    source: entry(story.sources, proof.source),
  }));
  const cited = proofs.map(({ source, passage }) => citation(source, voice, passage));
  const linked = proofs.map(({ source }) => sourceLink(source, language)).join(" · ");
  const record = (longest: number) =>
    `${found.near ? `${words.check.recorded} ` : ""}${words.quoted(plain(clip(own, longest)))}`;
  const told = (longest: number) => [
    found.insteadOf.length > 0 ? words.check.named(named, speaker) : null,
    record(longest),
  ];
  const reason = (longest: number) => quote.reason && plain(clip(quote.reason[language], longest));
  const texts = [
    [
      ...told(Infinity),
      translation && `(${words.quoted(plain(translation))})`,
      reason(Infinity),
      where,
      ...cited,
    ],
    [...told(Infinity), reason(Infinity), linked],
    [...told(SHORT), reason(SHORT), linked],
  ].map((lines) => lines.filter((line) => line).join("\n"));
  return {
    name: clip(verdictOn(quote, found, speaker, voice), LIMITS.embedFieldName),
    value: texts.find((text) => text.length <= LIMITS.embedFieldValue) ?? record(SHORT),
  };
}

function verdictOn(quote: Quote, { near, insteadOf }: FoundQuote, speaker: string, { words }: Voice): string {
  if (quote.kind === "rejected") return words.check.verdict.rejected(speaker);
  if (insteadOf.length > 0) return words.check.misattributed(speaker);
  return near ? words.check.near(speaker) : words.check.verdict[quote.kind](speaker);
}
