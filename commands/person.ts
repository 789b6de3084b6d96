import { SlashCommandBuilder } from "@discordjs/builders";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import { entry } from "../src/story/story.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import type { Reply } from "../src/view/message.ts";
import { personSourcesView, personView } from "../src/view/person.ts";
import { everywhere } from "./definition.ts";
import { missedPerson } from "./missedPerson.ts";

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("person")
    .setNameLocalizations({ fr: "personne" })
    .setDescription("Who somebody is: portrait, roles over time, events, quotes and sources")
    .setDescriptionLocalizations({
      fr: "Qui est quelqu’un : portrait, fonctions au fil du temps, événements, citations et sources",
    })
    .addStringOption((option) =>
      option
        .setName("name")
        .setNameLocalizations({ fr: "nom" })
        .setDescription("A person, organisation or group, in any spelling")
        .setDescriptionLocalizations({
          fr: "Une personne, une organisation ou un groupe, quelle que soit l’orthographe",
        })
        .setRequired(true)
        .setAutocomplete(true),
    ),
);

/** `/person name:Altman`: who somebody is, and what the story tells of him. */
export const person: SlashCommand = {
  definition,

  async answer({ options: { name = "" } }, context) {
    const id = context.lookups.people.resolve(name);
    return id === null ? missedPerson(name, customId("person", "open"), context) : portrait(id, context);
  },

  complete({ typed: text }, { lookups: { people, story }, language }) {
    return people.nearest(text, LIMITS.choices).map((id) => ({
      name: clip(entry(story.people, id).name[language], LIMITS.choiceText),
      value: id,
    }));
  },

  async press({ action, details, picked }, context) {
    const [id = "", at] = action === "open" ? picked : details;
    if (!context.lookups.story.people.has(id)) return null;
    if (action === "open" || action === "show") return portrait(id, context);
    return action === "sources" ? sourcesOf(id, readPlace(at), context) : null;
  },
};

function portrait(id: string, { lookups: { story } }: Context): Reply {
  return {
    visibility: "public",
    show: (voice) => personView(entry(story.people, id), story, voice),
    again: customId("person", "show", id),
    same: ["person", id],
  };
}

function sourcesOf(id: string, page: number, { lookups: { story } }: Context): Reply {
  return {
    visibility: "public",
    show: (voice) => personSourcesView(entry(story.people, id), page, story, voice),
    again: customId("person", "sources", id, page),
    same: ["sources of", id, page],
  };
}
