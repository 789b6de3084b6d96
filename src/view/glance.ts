import { EmbedBuilder } from "@discordjs/builders";
import type { Glance } from "../lookup/glance.ts";
import { when } from "../story/dates.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story } from "../story/story.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { dayOption } from "./dayOption.ts";
import { daysId } from "./dayState.ts";
import { oneLine } from "./eventLine.ts";
import { fittingSections } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, shortDate, shortDay, zoneName } from "./when.ts";

/** How many events a day has, and the time before and after the week, the most first. */
const FORMS = [
  { ofDay: 3, around: 4 },
  { ofDay: 2, around: 4 },
  { ofDay: 2, around: 2 },
  { ofDay: 1, around: 4 },
] as const;
const SHORTEST = { ofDay: 1, around: 1 };

/** The whole story by day, with what came before and after, as many events as fit; buttons lead to all of that. */
export function glanceView(glance: Glance, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const fullest = FORMS.values()
    .map((form) => sectionsOf(glance, form, story, voice))
    .find((sections) => sections.join("\n\n").length <= LIMITS.embedDescription);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(plain(story.about.title[language]), LIMITS.embedTitle))
    .setDescription(
      fullest?.join("\n\n") ??
        fittingSections(sectionsOf(glance, SHORTEST, story, voice), LIMITS.embedDescription),
    )
    .setFooter({ text: `${words.timeline.glance} · ${words.timeline.zone(zoneName(voice, story.about))}` });
  return {
    embeds: [embed.toJSON()],
    components: [...buttonRow(aroundButtons(glance, voice)), ...dayMenu(glance, voice)],
  };
}

/** All that came before the story's week, and all that came after it. */
function aroundButtons({ before, after }: Glance, voice: Voice) {
  const { timeline } = voice.words;
  const date = (day: Temporal.PlainDate) => shortDate(when({ date: day.toString() }), voice);
  return [
    before &&
      button(
        timeline.before(date(Temporal.PlainDate.from(before.to).add({ days: 1 }))),
        daysId({ ranges: [before] }, "short"),
      ),
    after &&
      button(
        timeline.after(date(Temporal.PlainDate.from(after.from).subtract({ days: 1 }))),
        daysId({ ranges: [after] }, "short"),
      ),
  ];
}

function dayMenu({ days }: Glance, voice: Voice) {
  return menuRow(
    customId("timeline", "open"),
    voice.words.timeline.openDay,
    days.map(({ day, all }) => dayOption(day, all, voice)),
  );
}

function sectionsOf(
  { days, earlier, later }: Glance,
  { ofDay, around }: typeof SHORTEST,
  story: Story,
  voice: Voice,
): string[] {
  const section = (title: string, ids: readonly string[], most: number, isDated: boolean) => {
    const events = ids.map((id) => entry(story.events, id));
    const lines = mostProminent(events, most).map((event) => oneLine(event, story, voice, { isDated }));
    return lines.length === 0 ? [] : [[`**${title}**`, ...lines].join("\n")];
  };
  return [
    ...section(voice.words.timeline.earlier, earlier, around, true),
    ...days.flatMap(({ day, events }) => section(capital(shortDay(day, voice)), events, ofDay, false)),
    ...section(voice.words.timeline.later, later, around, true),
  ];
}
