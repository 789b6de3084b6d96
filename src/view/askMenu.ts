import { entryKey, type EntryRef } from "../story/entryRef.ts";
import { entry, type Story } from "../story/story.ts";
import { menuRow, type MenuOption } from "./components.ts";
import { customId } from "./customId.ts";
import { datedOption } from "./eventLine.ts";
import { STATUS_MARKS } from "./marks.ts";
import { firstSentence } from "./markdown.ts";
import { quoteTitle } from "./quote.ts";
import { printedWords } from "./typography.ts";
import type { Voice } from "./voice.ts";

/** A menu of entries near a question, each with the beginning of what it says; no row when there are none. */
export function nearMenu(near: readonly EntryRef[], placeholder: string, story: Story, voice: Voice) {
  const options = near.map((ref) => ({ ...optionOf(ref, story, voice), value: entryKey(ref) }));
  return menuRow(customId("ask", "open"), placeholder, options);
}

function optionOf({ type, id }: EntryRef, story: Story, voice: Voice): Omit<MenuOption, "value"> {
  const { words, language } = voice;
  if (type === "event") return datedOption(entry(story.events, id), voice);
  if (type === "topic") {
    const { question, answer, status } = entry(story.topics, id);
    return {
      label: question[language],
      description: `${STATUS_MARKS[status]} ${firstSentence(answer[language], language)}`,
    };
  }
  if (type === "dispute") {
    const { question, differ } = entry(story.disputes, id);
    return { label: `⚖ ${question[language]}`, description: firstSentence(differ[language], language) };
  }
  if (type === "person") {
    const { name, portrait } = entry(story.people, id);
    return { label: name[language], description: firstSentence(portrait[language], language) };
  }
  const quote = entry(story.quotes, id);
  const name = entry(story.people, quote.speaker).name[language];
  return {
    label: quote.kind === "rejected" ? words.ask.withoutProof(name) : quoteTitle(quote, story, voice),
    description: words.quoted(printedWords(quote)),
  };
}
