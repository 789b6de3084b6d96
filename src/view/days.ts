import { EmbedBuilder } from "@discordjs/builders";
import type { TimelineAnswer } from "../lookup/timeline.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { dayOption } from "./dayOption.ts";
import { pageOfDays, type DaySection } from "./dayPages.ts";
import { dayBeside, dayButtons, pageButtons, questionTitle, voiceFor, weekdayNote } from "./dayQuestion.ts";
import type { DayPage } from "./dayState.ts";
import { oneLine } from "./eventLine.ts";
import { fittingSections } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, zoneName } from "./when.ts";

/** Several days, page by page: the weightiest events of each, and a menu that opens a day. */
export function daysView(answer: TimelineAnswer, asked: DayPage, story: Story, asker: Voice): Message {
  const voice = voiceFor(answer, story, asker);
  const { words } = voice;
  const { sections, page, pages } = pageOfDays(answer, asked, story);
  const notes = [
    capital(words.timeline.zone(zoneName(voice, story.about))),
    weekdayNote(answer, voice),
    pages > 1 ? words.timeline.page(page + 1, pages) : null,
  ];
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(questionTitle(answer.question, voice), LIMITS.embedTitle))
    .setDescription(fullestText(sections, answer, story, voice))
    .setFooter({ text: notes.filter((note) => note !== null).join(" · ") });
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        ...dayButtons(answer, voice),
        ...pageButtons(answer.question, { page, pages }, voice),
        button(words.timeline.atAGlance, customId("timeline", "glance")),
      ]),
      ...menuRow(
        customId("timeline", "open"),
        words.timeline.openDay,
        sections.flatMap(({ day, all }) => (day === null ? [] : dayOption(day, all, voice))),
      ),
    ],
  };
}

/** As many events of each day as leave room for all of the days, and as make no long read of many days. */
function fullestText(
  sections: readonly DaySection[],
  answer: TimelineAnswer,
  story: Story,
  voice: Voice,
): string {
  const most = sections.length <= 3 ? 5 : sections.length <= 7 ? 3 : 2;
  const texts = (count: number) =>
    sections.map((section) => sectionText(section, count, answer, story, voice));
  for (let count = most; count > 1; count -= 1) {
    const text = texts(count).join("\n\n");
    if (text.length <= LIMITS.embedDescription) return text;
  }
  return fittingSections(texts(1), LIMITS.embedDescription);
}

/** "**Sam. 18 nov.**", the weightiest of its events, and how many more there are; what has no day says its month. */
function sectionText(
  { day, events: ids, all }: DaySection,
  most: number,
  answer: TimelineAnswer,
  story: Story,
  voice: Voice,
): string {
  const { timeline } = voice.words;
  const events = ids.map((id) => entry(story.events, id));
  const shown = mostProminent(events, most);
  const left = all - shown.length;
  const more = day === null ? timeline.moreUndated(left) : timeline.moreThatDay(left);
  return [
    ...(day === null ? [] : [`**${capital(dayBeside(day, answer, voice))}**`]),
    ...shown.map((event) => oneLine(event, story, voice)),
    ...(left > 0 ? [more] : []),
  ].join("\n");
}
