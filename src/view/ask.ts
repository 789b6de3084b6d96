import { EmbedBuilder } from "@discordjs/builders";
import type { APIButtonComponent, APIEmbed } from "discord-api-types/v10";
import type { AskAnswer, AskedEntry } from "../lookup/ask/ask.ts";
import type { EntryRef } from "../story/entryRef.ts";
import { entry, type Story, type Topic } from "../story/story.ts";
import { wordsOf } from "../text/messages.ts";
import { accountsPage } from "./accountPages.ts";
import { daysAnswer } from "./askDays.ts";
import { ACCOUNTS, disputeEmbed, eventEmbed, personEmbed, topicEmbed } from "./askEntry.ts";
import { echoed } from "./askEcho.ts";
import { nearMenu } from "./askMenu.ts";
import { button, buttonRow } from "./components.ts";
import { customId } from "./customId.ts";
import { rangeText, timesOf } from "./dayQuestion.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import { quoteEmbed } from "./quote.ts";
import type { Voice } from "./voice.ts";
import { missingDateText } from "./miss.ts";

/** The answer to a question, in the question's language where that is clear. */
export function askView(question: string, answer: AskAnswer, story: Story, voice: Voice): Message {
  const own = voiceOf(answer, voice);
  if (answer.days) return daysAnswer(answer.days, story, own, answer);
  const { best, near, kind } = answer;
  if (best) return entryAnswer(best, { near, sourcesPage: kind === "source" ? 0 : null }, story, own);
  return noAnswer(question, answer, story, own);
}

/** One entry as an answer, with others to go on to; with a `sourcesPage` that page of who says what of it. */
export function askedEntryView(
  ref: EntryRef,
  { near, sourcesPage }: { near: readonly EntryRef[]; sourcesPage: number | null },
  story: Story,
  voice: Voice,
): Message {
  return entryAnswer({ ...ref, accounts: [] }, { sourcesPage, near }, story, voice);
}

/** A public answer speaks the language of the question, whatever the server's. */
function voiceOf({ language }: AskAnswer, voice: Voice): Voice {
  return language === null ? voice : { ...voice, language, words: wordsOf(language) };
}

function entryAnswer(
  best: AskedEntry,
  { sourcesPage, near }: { sourcesPage: number | null; near: readonly EntryRef[] },
  story: Story,
  voice: Voice,
): Message {
  const { embed, buttons } = shownEntry(best, sourcesPage, story, voice);
  return {
    embeds: [embed],
    components: [...buttonRow(buttons), ...nearMenu(near, voice.words.ask.further, story, voice)],
  };
}

interface Shown {
  embed: APIEmbed;
  buttons: (APIButtonComponent | null)[];
}

function shownEntry(asked: AskedEntry, sourcesPage: number | null, story: Story, voice: Voice): Shown {
  const { type, id, accounts } = asked;
  const { words } = voice;
  if (type === "event") {
    const event = entry(story.events, id);
    return {
      embed: eventEmbed(event, accounts, story, voice),
      buttons: [
        button(
          event.accounts.length > ACCOUNTS
            ? words.ask.allAccounts(event.accounts.length)
            : words.ask.eventInFull,
          customId("source", "event", id),
        ),
      ],
    };
  }
  if (type === "topic") {
    const topic = entry(story.topics, id);
    if (sourcesPage !== null) return topicSources(topic, sourcesPage, story, voice);
    return {
      embed: topicEmbed(topic, accounts, story, voice),
      buttons: [
        button(words.ask.whoSaysWhat, customId("ask", "sources", type, id)),
        ...eventButtons(topic.events, story, voice),
      ],
    };
  }
  if (type === "dispute") {
    const dispute = entry(story.disputes, id);
    return {
      embed: disputeEmbed(dispute, accounts, story, voice),
      buttons: eventButtons(dispute.events, story, voice),
    };
  }
  if (type === "person") {
    return {
      embed: personEmbed(entry(story.people, id), story, voice),
      buttons: [button(words.ask.portrait, customId("person", "show", id))],
    };
  }
  const quote = entry(story.quotes, id);
  return {
    embed: quoteEmbed(quote, null, story, voice),
    buttons: [
      button(words.quote.another, customId("quote", "turn", quote.speaker, 0, "")),
      ...eventButtons(quote.event ? [quote.event] : [], story, voice),
    ],
  };
}

/** Who says what of a topic, page by page. */
function topicSources(topic: Topic, page: number, story: Story, voice: Voice): Shown {
  const { words, language } = voice;
  const { embed, buttons } = accountsPage(
    {
      title: topic.question[language],
      colour: COLOURS.source,
      accounts: topic.accounts,
      head: topic.answer[language],
      idOf: (at) => customId("ask", "sources", "topic", topic.id, at),
    },
    page,
    story,
    voice,
  );
  return {
    embed,
    buttons: [button(words.ask.answer, customId("ask", "show", "topic", topic.id)), ...buttons],
  };
}

/** Ways from an entry to the events that it is about. */
const EVENT_BUTTONS = 3;

function eventButtons(events: readonly string[], story: Story, voice: Voice): APIButtonComponent[] {
  return events
    .slice(0, EVENT_BUTTONS)
    .map((id) => button(entry(story.events, id).title[voice.language], customId("source", "event", id)));
}

/** Nothing answers: said so at once, with the nearest entries; or what can be asked, where nothing was. */
function noAnswer(question: string, answer: AskAnswer, story: Story, voice: Voice): Message {
  const { near, kind } = answer;
  const { aboutStory: about, miss } = voice.words;
  const embed = new EmbedBuilder()
    .setColor(COLOURS.miss)
    .setDescription(missOf(question, answer, story, voice));
  const asksForSources = near.length === 0 && kind === "source";
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        asksForSources ? button(about.allSources(story.sources.size), customId("about", "sources", 0)) : null,
      ]),
      ...nearMenu(near, miss.nearest, story, voice),
    ],
  };
}

function missOf(
  question: string,
  { near, kind, missingDate, ranges, notSaidOf }: AskAnswer,
  story: Story,
  voice: Voice,
): string {
  const { ask, quoted } = voice.words;
  if (notSaidOf.length > 0)
    return ask.notSaidOf(notSaidOf.map((id) => plain(entry(story.people, id).name[voice.language])));
  if (missingDate) return missingDateText(missingDate, voice);
  if (ranges) return ask.notOnDays(timesOf(ranges, (from, to) => rangeText(from, to, voice)));
  if (near.length > 0) return ask.notInStory(quoted(echoed(question)));
  return kind === "source" ? ask.sourcesHint : ask.hint;
}
