import { MessageFlags, type MessageComponentInteraction, type RepliableInteraction } from "discord.js";
import { readAsked, readCustomId } from "../view/customId.ts";
import type { Reply } from "../view/message.ts";
import { keyOf, type Command, type Context } from "./command.ts";
import { commandRequest, textOf } from "./input.ts";
import type { Delivery } from "./send.ts";

/** What an interaction asks for, and how its answer is given. */
export interface Question {
  /** Undefined where nobody knows the command any more. */
  command: Command | undefined;
  /** Gives null for a custom id that the command does not know. */
  find: (command: Command, context: Context) => Promise<Reply | null>;
  delivery: Delivery;
  /** Whether the answer is to be seen by everybody, whatever the server's settings say. */
  share: boolean;
  /** Which page of an answer in plain text, from 0. */
  page: number;
}

/** Reads what an interaction asks of the commands. */
export function questionOf(interaction: RepliableInteraction, commands: readonly Command[]): Question {
  if (interaction.isMessageComponent()) return pressOf(interaction, commands);
  if (interaction.isChatInputCommand()) {
    const request = commandRequest(interaction);
    return asked(
      commands.find((one) => "answer" in one && one.definition.name === interaction.commandName),
      async (command, context) => ("answer" in command ? command.answer(request, context) : null),
    );
  }
  if (interaction.isMessageContextMenuCommand()) {
    const request = { text: textOf(interaction.targetMessage) };
    return asked(
      commands.find((one) => "apply" in one && one.definition.name === interaction.commandName),
      async (command, context) => ("apply" in command ? command.apply(request, context) : null),
    );
  }
  return asked(undefined, async () => null);
}

function asked(command: Question["command"], find: Question["find"]): Question {
  return { command, find, delivery: "new", share: false, page: 0 };
}

function pressOf(interaction: MessageComponentInteraction, commands: readonly Command[]): Question {
  const { id, share, page } = readAsked(interaction.customId);
  const { command: key, action, details } = readCustomId(id);
  const picked = interaction.isStringSelectMenu() ? interaction.values : [];
  return {
    command: commands.find((one) => keyOf(one) === key),
    delivery: share ? "new" : isOwn(interaction) ? "update" : "copy",
    share,
    page,
    find: async (command, context) => (await command.press?.({ action, details, picked }, context)) ?? null,
  };
}

/** A press by the member who asked changes his answer in place; anybody else gets a private copy. */
function isOwn({ message, user }: MessageComponentInteraction): boolean {
  return message.interactionMetadata?.user.id === user.id || message.flags.has(MessageFlags.Ephemeral);
}
