import { EmbedBuilder } from "@discordjs/builders";
import type { Glance } from "../lookup/timeline.ts";
import { mostProminent } from "../story/prominence.ts";
import { entry, type Story } from "../story/story.ts";
import { menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { dayOption } from "./dayOption.ts";
import { oneLine } from "./eventLine.ts";
import { fittingSections } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { capital, shortDay, zoneName } from "./when.ts";

/** The whole story by day, with what came before and after: as many events a day as fit. */
export function glanceView(glance: Glance, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const most =
    [3, 2, 1].find((count) => glanceText(glance, count, story, voice).length <= LIMITS.embedDescription) ?? 1;
  const embed = new EmbedBuilder()
    .setColor(COLOURS.timeline)
    .setTitle(clip(plain(story.about.title[language]), LIMITS.embedTitle))
    .setDescription(
      fittingSections(glanceText(glance, most, story, voice).split("\n\n"), LIMITS.embedDescription),
    )
    .setFooter({ text: `${words.timeline.glance} · ${words.timeline.zone(zoneName(voice, story.about))}` });
  return {
    embeds: [embed.toJSON()],
    components: menuRow(
      customId("timeline", "open"),
      words.timeline.openDay,
      glance.days.map(({ day, all }) => dayOption(day, all, voice)),
    ),
  };
}

function glanceText({ days, earlier, later }: Glance, most: number, story: Story, voice: Voice): string {
  const section = (title: string, ids: readonly string[], isDated: boolean) => {
    const events = mostProminent(
      ids.map((id) => entry(story.events, id)),
      most,
    ).map((event) => oneLine(event, story, voice, { isDated }));
    return events.length === 0 ? [] : [[`**${title}**`, ...events].join("\n")];
  };
  return [
    ...section(voice.words.timeline.earlier, earlier, true),
    ...days.flatMap(({ day, events: ids }) => section(capital(shortDay(day, voice)), ids, false)),
    ...section(voice.words.timeline.later, later, true),
  ].join("\n\n");
}
