import { commands } from "../commands/index.ts";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import type { Lookups } from "../src/lookup/lookups.ts";
import { NO_PICTURES } from "../src/picture/pictures.ts";
import type { Language } from "../src/story/schema.ts";

/** What a command answers from in a private message, without a cache. */
export function contextFor(lookups: Lookups, language: Language): Context {
  return {
    lookups,
    language,
    zone: lookups.story.about.zones.home,
    random: () => 0,
    cached: async (_question, compute) => compute(),
    pictures: NO_PICTURES,
    commands,
    version: "bench",
    server: null,
  };
}

/** A slash command by its name. Throws an Error when there is none. */
export function commandNamed(name: string): SlashCommand {
  for (const command of commands) if ("answer" in command && command.definition.name === name) return command;
  throw new Error(`there is no command /${name}`);
}
