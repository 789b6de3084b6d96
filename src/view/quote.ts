import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbed } from "discord-api-types/v10";
import type { QuoteQuestion } from "../lookup/quotes.ts";
import { when } from "../story/dates.ts";
import { entry, type Quote, type Story } from "../story/story.ts";
import { citation, sourceLink } from "./cite.ts";
import { button, buttonRow } from "./components.ts";
import { customId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { fullDate } from "./when.ts";

/** Where a quote stands among those that a question finds. */
export interface QuotePlace {
  question: QuoteQuestion;
  /** Set when they are those of an event rather than of a question. */
  event?: string;
  /** From 0. */
  index: number;
  all: number;
  /** How many doubtful ones there are beside them. */
  doubtful: number;
}

/** The words, who said them, when and where, their translation and their proof; and ways on. */
export function quoteView(quote: Quote, place: QuotePlace | null, story: Story, voice: Voice): Message {
  return {
    embeds: [quoteEmbed(quote, place, story, voice)],
    components: buttonRow(waysOn(quote, place, voice)),
  };
}

/** The same without ways on. */
export function quoteEmbed(quote: Quote, place: QuotePlace | null, story: Story, voice: Voice): APIEmbed {
  const { words, language } = voice;
  const speaker = entry(story.people, quote.speaker).name[language];
  const rejected = quote.kind === "rejected";
  const embed = new EmbedBuilder()
    .setColor(rejected ? COLOURS.doubtful : COLOURS.quote)
    .setTitle(
      clip(
        rejected ? `⚠ ${words.quote.rejectedTitle(plain(speaker))}` : plain(words.quote.title(speaker)),
        LIMITS.embedTitle,
      ),
    )
    .setDescription(bodyOf(quote, story, voice))
    .addFields([
      ...(quote.date
        ? [
            {
              name: words.quote.when,
              value: fullDate(when({ date: quote.date, zone: quote.zone }), story.about, voice),
              inline: true,
            },
          ]
        : []),
      { name: words.quote.where, value: plain(quote.where[language]), inline: true },
      ...(quote.reason ? [{ name: words.quote.why, value: plain(quote.reason[language]) }] : []),
      { name: words.quote.proof, value: proofsOf(quote, story, voice) },
    ]);
  const kind = rejected ? words.quote.wronglyGiven(speaker) : words.quote.kind[quote.kind];
  embed.setFooter({
    text: place && place.all > 1 ? `${kind} · ${words.quote.place(place.index + 1, place.all)}` : kind,
  });
  return embed.toJSON();
}

/** Nobody's words: one kind sentence, and what the story holds instead. */
export function noQuoteView(text: string, doubtful: QuotePlace | null, voice: Voice): Message {
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([doubtful ? doubtfulButton(doubtful, voice) : null, randomButton(voice)]),
  };
}

function bodyOf(quote: Quote, story: Story, { words, language }: Voice): string {
  const translation = quote.translations.find(({ lang }) => lang === language);
  const lines = [
    quote.kind === "rejected" ? `~~${plain(quote.words)}~~` : `> ${words.quoted(plain(quote.words))}`,
  ];
  if (translation) {
    const by = translation.source
      ? words.quote.pressTranslation(entry(story.sources, translation.source).label[language])
      : words.quote.ourTranslation;
    lines.push("", `${words.quoted(plain(translation.text))} (*${plain(by)}*)`);
  }
  const original = quote.original ? entry(story.quotes, quote.original) : null;
  if (original) lines.push("", `${words.quoted(plain(original.words))} (*${words.quote.original}*)`);
  return lines.join("\n");
}

const PROOFS_SHOWN = 3;

/** The sources that prove a quote, as links. */
export function proofsOf(quote: Quote, story: Story, voice: Voice): string {
  const original = quote.original ? entry(story.quotes, quote.original).proofs : [];
  const shown = [...quote.proofs, ...original].slice(0, PROOFS_SHOWN);
  const sources = shown.map(({ source, passage }) => ({ source: entry(story.sources, source), passage }));
  const { language } = voice;
  // As much as fits, and each link whole: a link cut in two would be no link.
  const [first = ""] = [
    sources.map(({ source, passage }) => citation(source, voice, passage)).join("\n"),
    sources.map(({ source, passage }) => sourceLink(source, language, passage)).join(" · "),
    sources.map(({ source }) => sourceLink(source, language)).join(" · "),
    sources.map(({ source }) => plain(source.label[language])).join(" · "),
  ].filter((text) => text.length <= LIMITS.embedFieldValue);
  return first;
}

function waysOn(quote: Quote, place: QuotePlace | null, voice: Voice) {
  const { words } = voice;
  return [
    place && place.all > 1 ? turnButton(place, quote, voice) : randomButton(voice),
    button(words.quote.speaker, customId("person", "show", quote.speaker)),
    quote.event ? button(words.quote.event, customId("source", "event", quote.event)) : null,
    quote.kind === "rejected" ? null : button(words.picture.asPicture, cardId(quote, placeId(place))),
    place && place.doubtful > 0 && quote.kind !== "rejected" ? doubtfulButton(place, voice) : null,
  ];
}

/** Room that a custom id leaves for what may be wrapped around it. */
const LONGEST_CARD_ID = LIMITS.customId - 10;

/** Leads to the card of a quote, and from there back to `text`, as long as that fits. */
export function cardId(quote: Quote, text: string | null): string {
  const alone = customId("quote", "card", quote.id);
  const whole = text === null ? alone : `${alone}:${text}`;
  return whole.length <= LONGEST_CARD_ID ? whole : alone;
}

function placeId(place: QuotePlace | null): string | null {
  if (place === null) return null;
  const { event, index, question } = place;
  return event === undefined
    ? customId("quote", "turn", question.person ?? "", index, question.about ?? "")
    : customId("quote", "event", event, index);
}

/** The next one, and after the last the first again. */
function turnButton({ question, event, index, all }: QuotePlace, { kind }: Quote, { words }: Voice) {
  const next = (index + 1) % all;
  const action = kind === "rejected" ? "doubt" : "turn";
  return button(
    words.quote.another,
    event === undefined
      ? customId("quote", action, question.person ?? "", next, question.about ?? "")
      : customId("quote", "event", event, next),
  );
}

function doubtfulButton({ question, doubtful }: QuotePlace, { words }: Voice) {
  return button(
    words.quote.doubtful(doubtful),
    customId("quote", "doubt", question.person ?? "", 0, question.about ?? ""),
  );
}

function randomButton({ words }: Voice) {
  return button(words.quote.another, customId("quote", "random"));
}
