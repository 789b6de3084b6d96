import { EmbedBuilder } from "@discordjs/builders";
import type { APIEmbed } from "discord-api-types/v10";
import type { QuoteQuestion } from "../lookup/quotes.ts";
import { isProven } from "../story/proof.ts";
import { entry, type Quote, type Story } from "../story/story.ts";
import { citation, sourceLink } from "./cite.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import { printed, printedWords } from "./typography.ts";
import type { Voice } from "./voice.ts";
import { placedLine } from "./placedDate.ts";
import { quoteWhen } from "./quoteWhen.ts";

/** Where a quote stands among those that a question finds. */
export interface QuotePlace {
  question: QuoteQuestion;
  /** Set when they are those of an event rather than of a question. */
  event?: string;
  /** From 0. */
  index: number;
  all: number;
  /** How many there are of the other kind: doubtful words beside known ones, and known ones beside doubtful words. */
  beside: number;
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
  const time = quoteWhen(quote, story);
  const embed = new EmbedBuilder()
    .setColor(rejected ? COLOURS.doubtful : COLOURS.quote)
    .setTitle(clip(plain(quoteTitle(quote, story, voice)), LIMITS.embedTitle))
    .setDescription(bodyOf(quote, story, voice))
    .addFields([
      ...(quote.reason
        ? [{ name: rejected ? words.quote.why : words.quote.caution, value: plain(quote.reason[language]) }]
        : []),
      ...(time
        ? [{ name: words.quote.when, value: placedLine(time, story.about, voice), inline: true }]
        : []),
      { name: words.quote.where, value: plain(quote.where[language]), inline: true },
      { name: words.quote.proof, value: proofsOf(quote, story, voice) },
    ]);
  const kind = rejected ? words.quote.unproven(speaker) : words.quote.kind[quote.kind];
  embed.setFooter({
    text: place && place.all > 1 ? `${kind} · ${words.quote.place(place.index + 1, place.all)}` : kind,
  });
  return embed.toJSON();
}

/** What words are, and whose: exact or translated ones, reported ones, or words that nothing proves. */
export function quoteTitle({ kind, speaker: id }: Quote, story: Story, { words, language }: Voice): string {
  const speaker = entry(story.people, id).name[language];
  if (kind === "rejected") return `⚠ ${words.quote.rejectedTitle(speaker)}`;
  return kind === "reported" ? words.quote.reportedTitle(speaker) : words.quote.title(speaker);
}

/** Whether words count among somebody's quotes: those that nothing proves do not. */
export function isKnown({ kind }: Quote): boolean {
  return kind !== "rejected";
}

/** Whether words may travel as a picture: reported and rejected ones shall not without what is doubtful of them. */
export function hasCard(quote: Quote): boolean {
  return isProven(quote);
}

/** What the story holds in place of words that it does not. */
export interface Instead {
  /** Where doubtful words stand. */
  doubtful?: QuotePlace;
  /** Who has roles in the organisation, by ids; `about` leads to their words about the same. */
  members?: { ids: readonly string[]; about: string | null };
  /** Whose other words there are, and how many. */
  others?: { person: string; count: number };
}

/** Nobody's words: one kind sentence, and what the story holds instead. */
export function noQuoteView(text: string, instead: Instead, story: Story, voice: Voice): Message {
  const { quote: words } = voice.words;
  const { doubtful, members, others } = instead;
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
  return {
    embeds: [embed.toJSON()],
    components: [
      ...menuRow(
        members?.about ? customId("quote", "of", members.about) : customId("quote", "of"),
        words.ofMembers,
        (members?.ids ?? []).map((id) => ({
          label: entry(story.people, id).name[voice.language],
          value: id,
        })),
      ),
      ...buttonRow([
        doubtful ? doubtfulButton(doubtful, voice) : null,
        others ? button(words.all(others.count), customId("quote", "turn", others.person, 0, "")) : null,
        button(words.random, customId("quote", "random")),
      ]),
    ],
  };
}

function bodyOf(quote: Quote, story: Story, { words, language }: Voice): string {
  const translation = quote.translations.find(({ lang }) => lang === language);
  const own = printedWords(quote);
  const lines = [quote.kind === "rejected" ? `~~${plain(own)}~~` : `> ${words.quoted(plain(own))}`];
  if (translation) {
    const by = translation.source
      ? words.quote.pressTranslation(entry(story.sources, translation.source).label[language])
      : words.quote.ourTranslation;
    lines.push("", `${words.quoted(plain(printed(translation.text, translation.lang)))} — *${plain(by)}*`);
  }
  const original = quote.original ? entry(story.quotes, quote.original) : null;
  if (original) lines.push("", `${words.quoted(plain(printedWords(original)))} — *${words.quote.original}*`);
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
    nextButton(quote, place, voice),
    button(words.quote.speaker, customId("person", "show", quote.speaker)),
    quote.event ? button(words.quote.event, customId("source", "event", quote.event)) : null,
    hasCard(quote) ? button(words.picture.asPicture, cardId(quote, placeId(place))) : null,
    place && place.beside > 0 ? (isKnown(quote) ? doubtfulButton : knownButton)(place, voice) : null,
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

/** The next one of the question; of its only one, somebody else's; of one that answers no question, any other. */
function nextButton(quote: Quote, place: QuotePlace | null, voice: Voice) {
  const { quote: words } = voice.words;
  if (place === null) return button(words.another, customId("quote", "random"));
  if (place.all > 1) return turnButton(place, quote, voice);
  return button(words.ofSomebodyElse, customId("quote", "random", quote.speaker));
}

/** The next one, and after the last the first again. */
function turnButton({ question, event, index, all }: QuotePlace, quote: Quote, { words }: Voice) {
  const next = (index + 1) % all;
  const isDoubtful = !isKnown(quote);
  const action = isDoubtful ? "doubt" : "turn";
  return button(
    isDoubtful ? words.quote.anotherDoubtful : words.quote.another,
    event === undefined
      ? customId("quote", action, question.person ?? "", next, question.about ?? "")
      : customId("quote", "event", event, next),
  );
}

function doubtfulButton({ question, beside }: QuotePlace, { words }: Voice) {
  return button(
    words.quote.doubtful(beside),
    customId("quote", "doubt", question.person ?? "", 0, question.about ?? ""),
  );
}

function knownButton({ question, beside }: QuotePlace, { words }: Voice) {
  return button(
    words.quote.all(beside),
    customId("quote", "turn", question.person ?? "", 0, question.about ?? ""),
  );
}
