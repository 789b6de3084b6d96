import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Message,
  MessageSnapshot,
} from "discord.js";
import type { CommandRequest } from "./command.ts";

/** Longer than Discord lets anybody type; what claims to be a member's and is longer is cut. */
const LONGEST_TEXT = 6000;

/** What a member typed into a slash command. Blank options are as good as missing ones. */
export function commandRequest(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandRequest {
  const subcommand = interaction.options.getSubcommand(false);
  const given = interaction.options.data.flatMap((option) => option.options ?? [option]);
  const typed = given.flatMap(({ name, value }) => {
    const text = String(value ?? "")
      .slice(0, LONGEST_TEXT)
      .trim();
    return text === "" ? [] : [[name, text] as const];
  });
  return { ...(subcommand && { subcommand }), options: Object.fromEntries(typed) };
}

/** The option that a member is typing, or null where Discord names none. */
export function focusedOf({ options }: AutocompleteInteraction): { option: string; typed: string } | null {
  const all = options.data.flatMap((option) => option.options ?? [option]);
  const focused = all.find((option) => "focused" in option && option.focused);
  return focused ? { option: focused.name, typed: String(focused.value ?? "").slice(0, LONGEST_TEXT) } : null;
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
