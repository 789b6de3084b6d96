import { EmbedBuilder } from "@discordjs/builders";
import type { Language } from "../story/schema.ts";
import { menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { commandName } from "./definitions.ts";
import type { Listed } from "./help.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";

/** What a server chose, as it is shown. */
export interface ShownSettings {
  language: Language | null;
  /** The IANA zone, chosen or the story's own. */
  zone: string;
  zoneIsChosen: boolean;
  visibility: "public" | "private";
  on: readonly Listed[];
  off: readonly Listed[];
}

/** All settings of a server, below what was just done. */
export function settingsView(settings: ShownSettings, notice: string | null, voice: Voice): Message {
  const { settings: words } = voice.words;
  const { on, off } = settings;
  const names = (some: readonly Listed[]) =>
    some.map(({ definition }) => commandName(definition, voice.language)).join(", ");
  const embed = new EmbedBuilder()
    .setColor(COLOURS.about)
    .setTitle(words.title)
    .addFields(
      {
        name: words.language,
        value: settings.language ? words.languages[settings.language] : words.followsDiscord,
      },
      {
        name: words.zone,
        value: settings.zoneIsChosen ? settings.zone : words.zoneOfStory(settings.zone),
      },
      { name: words.answers, value: words.visibility[settings.visibility] },
      {
        name: words.commands,
        value: clip(
          [
            ...(on.length > 0 ? [words.on(names(on))] : []),
            ...(off.length > 0 ? [words.off(names(off))] : []),
          ].join("\n"),
          LIMITS.embedFieldValue,
        ),
      },
    )
    .setFooter({ text: words.note });
  if (notice) embed.setDescription(notice);
  return { embeds: [embed.toJSON()], components: [] };
}

/** A reason why a zone is none, and the nearest ones in a menu, each by its name and its value. */
export function wrongZoneView(
  reason: string,
  zones: readonly { name: string; value: string }[],
  { words }: Voice,
): Message {
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(reason);
  return {
    embeds: [embed.toJSON()],
    components: menuRow(
      customId("settings", "zone"),
      words.settings.openZone,
      zones.map(({ name, value }) => ({ label: name, value })),
    ),
  };
}

/** Any other value that is refused, with the right ones. */
export function wrongValueView(reason: string, right: readonly string[], { words }: Voice): Message {
  const embed = new EmbedBuilder()
    .setColor(COLOURS.miss)
    .setDescription(clip(`${reason} ${words.settings.right(right.join(", "))}`, LIMITS.embedDescription));
  return { embeds: [embed.toJSON()], components: [] };
}
