import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Message,
  MessageSnapshot,
} from "discord.js";
import type { CommandRequest } from "./command.ts";

/** What a member typed into a slash command. Blank options are as good as missing ones. */
export function commandRequest(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandRequest {
  const subcommand = interaction.options.getSubcommand(false);
  const given = interaction.options.data.flatMap((option) => option.options ?? [option]);
  const typed = given.flatMap(({ name, value }) => {
    const text = String(value ?? "").trim();
    return text === "" ? [] : [[name, text] as const];
  });
  return { ...(subcommand && { subcommand }), options: Object.fromEntries(typed) };
}

/** All words of a message: its content, its embeds, and those of a message that it forwards. */
export function textOf(message: Message): string {
  return [message, ...message.messageSnapshots.values()]
    .flatMap((one: Message | MessageSnapshot) => [
      one.content,
      ...(one.embeds ?? []).flatMap(({ title, description, fields }) => [
        title,
        description,
        ...fields.flatMap(({ name, value }) => [name, value]),
      ]),
    ])
    .filter((text) => text)
    .join("\n");
}
