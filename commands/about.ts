import { SlashCommandBuilder } from "@discordjs/builders";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import { aboutView, allSourcesView } from "../src/view/about.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { nameIn } from "../src/view/definitions.ts";
import type { Reply } from "../src/view/message.ts";
import { everywhere } from "./definition.ts";
import { settings } from "./settings.ts";

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("about")
    .setNameLocalizations({ fr: "à-propos" })
    .setDescription("What this story is, what it holds and rests on, privacy and licence")
    .setDescriptionLocalizations({
      fr: "Ce qu’est cette histoire, ce qu’elle contient, ses sources, vie privée et licence",
    }),
);

/** `/about`: the story, its sources, and what the bot keeps. */
export const about: SlashCommand = {
  definition,

  async answer(_request, context) {
    return aboutReply(context);
  },

  async press({ action, details: [page] }, context) {
    if (action === "show") return aboutReply(context);
    if (action !== "sources") return null;
    return sourcesReply(readPlace(page), context);
  },
};

function aboutReply({ lookups: { story }, version }: Context): Reply {
  return {
    visibility: "public",
    show: (voice) => {
      const subcommand = settings.definition.options?.find(({ name }) => name === "reset");
      const reset = [settings.definition, ...(subcommand ? [subcommand] : [])]
        .map((one) => nameIn(one, voice.language))
        .join(" ");
      return aboutView(story, { version, reset: `/${reset}` }, voice);
    },
    again: customId("about", "show"),
  };
}

function sourcesReply(page: number, { lookups: { story } }: Context): Reply {
  return {
    visibility: "public",
    show: (voice) => allSourcesView(page, story, voice),
    again: customId("about", "sources", page),
  };
}
