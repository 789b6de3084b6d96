import { SlashCommandBuilder } from "@discordjs/builders";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import { nearlyNamed } from "../src/lookup/near.ts";
import { entry } from "../src/story/story.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import { typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { missView } from "../src/view/miss.ts";
import { sourceView } from "../src/view/source.ts";
import { everywhere } from "./definition.ts";

const NEAR_EVENTS = 10;

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("source")
    .setDescription("Every account of an event: who says what, in which words, and where they differ")
    .setDescriptionLocalizations({
      fr: "Chaque récit d’un événement : qui dit quoi, en quels mots, et où ils divergent",
    })
    .addStringOption((option) =>
      option
        .setName("event")
        .setNameLocalizations({ fr: "événement" })
        .setDescription("The event: a word or two of it is enough")
        .setDescriptionLocalizations({ fr: "L’événement : un mot ou deux suffisent" })
        .setRequired(true)
        .setAutocomplete(true),
    ),
);

/** `/source event:microsoft`: the accounts of an event, side by side. */
export const source: SlashCommand = {
  definition,

  async answer({ options: { event = "" } }, context) {
    const found = await context.cached(["source", event], () => find(event, context));
    return found.event ? eventReply(found.event, 0, found.near, context) : missed(event, context);
  },

  complete({ typed: text }, { lookups, language }) {
    return lookups.events.nearest(text, LIMITS.choices).map((id) => ({
      name: clip(entry(lookups.story.events, id).title[language], LIMITS.choiceText),
      value: id,
    }));
  },

  async press({ action, details, picked }, context) {
    const [id = "", page] = action === "open" ? picked : details;
    if (!["open", "event", "page"].includes(action) || !context.lookups.story.events.has(id)) return null;
    return eventReply(id, readPlace(page), [], context);
  },
};

function find(text: string, { lookups }: Context): { event: string | null; near: string[] } {
  return { event: lookups.events.resolve(text), near: lookups.events.nearest(text, NEAR_EVENTS) };
}

function eventReply(
  id: string,
  page: number,
  near: readonly string[],
  { lookups: { story } }: Context,
): Reply {
  const event = entry(story.events, id);
  return {
    visibility: "public",
    show: (voice) => sourceView(event, page, near, story, voice),
    again: customId("source", "page", id, page),
    same: ["event", id, page, ...near],
  };
}

function missed(text: string, { lookups }: Context): Reply {
  const near = nearlyNamed(text, lookups.events, NEAR_EVENTS);
  const ids = near.length > 0 ? near : lookups.events.nearest("", NEAR_EVENTS);
  return {
    visibility: "private",
    show: (voice) => {
      const { miss } = voice.words;
      return missView(
        near.length > 0 ? miss.event(typed(text)) : miss.unknownEvent(typed(text)),
        {
          customId: customId("source", "open"),
          options: ids.map((id) => ({
            label: entry(lookups.story.events, id).title[voice.language],
            value: id,
          })),
          ...(near.length === 0 && { called: miss.mostEvents }),
        },
        voice,
      );
    },
  };
}
