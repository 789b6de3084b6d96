import {
  MessageFlags,
  type AutocompleteInteraction,
  type Interaction,
  type RepliableInteraction,
} from "discord.js";
import { wordsOf } from "../text/messages.ts";
import { commandName } from "../view/definitions.ts";
import { finished } from "../view/finish.ts";
import { LIMITS } from "../view/limits.ts";
import type { Reply } from "../view/message.ts";
import type { Voice } from "../view/voice.ts";
import { keyOf, type Choice, type Context } from "./command.ts";
import { commandRequest } from "./input.ts";
import type { Log } from "./log.ts";
import { contextOf, placeOf, type ContextParts, type Place } from "./place.ts";
import { questionOf, type Question } from "./question.ts";
import { send, type Shown } from "./send.ts";

/** All that the router answers with; time and randomness come from outside. */
export interface RouterParts extends ContextParts {
  log: Log;
  /** A fresh reference that joins what a member saw to a line of the log. */
  reference: () => string;
  /** Milliseconds after which an answer is announced before it is there; Discord waits for 3000. */
  patience: number;
}

/** Gives the listener that answers every interaction: it never throws, and never leaves one unanswered. */
export function createRouter(parts: RouterParts): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    if (interaction.isAutocomplete()) await complete(interaction, parts);
    else if (interaction.isRepliable()) await answer(interaction, parts);
  };
}

async function answer(interaction: RepliableInteraction, parts: RouterParts): Promise<void> {
  try {
    const question = questionOf(interaction, parts.commands);
    const place = await placeOf(interaction, parts);
    await send(interaction, {
      delivery: question.delivery,
      coming: answerTo(question, interaction, place, parts),
      patience: parts.patience,
      announcePrivately: !question.share && place.settings.visibility === "private",
    });
  } catch (error) {
    parts.log.error("an answer could not be delivered", { error });
  }
}

/** The answer as its place gets it; where that fails, a private notice with a reference. Never rejects. */
async function answerTo(
  question: Question,
  interaction: RepliableInteraction,
  place: Place,
  parts: RouterParts,
): Promise<Shown> {
  const isOnPrivate =
    interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
  try {
    const context = contextOf(interaction, place, place.languages.server, parts);
    return await shown(await replyTo(question, context), isOnPrivate, question, place);
  } catch (error) {
    const reference = parts.reference();
    parts.log.error("an interaction could not be answered", { reference, error });
    return shown(
      notice(({ words }) => words.failure.broken(reference)),
      isOnPrivate,
      question,
      place,
    );
  }
}

async function replyTo({ command, find }: Question, context: Context): Promise<Reply> {
  const tooOld = notice(({ words }) => words.failure.tooOld);
  if (!command) return tooOld;
  if (context.server?.settings.off.includes(keyOf(command)))
    return notice(({ words, language }) => words.switchedOff(commandName(command.definition, language)));
  return (await find(command, context)) ?? tooOld;
}

/** One sentence, for the member alone. */
function notice(text: (voice: Voice) => string): Reply {
  return { visibility: "private", show: (voice) => ({ content: text(voice) }) };
}

async function shown(reply: Reply, isOnPrivate: boolean, question: Question, place: Place): Promise<Shown> {
  const isPrivate = isForOneMember(reply, isOnPrivate, question, place);
  const language = isPrivate ? place.languages.member : place.languages.server;
  const voice = { language, words: wordsOf(language), zone: place.zone };
  const way = {
    again: reply.again,
    canShare: isPrivate && place.hasOthers,
    mayEmbed: place.mayEmbed,
    page: question.page,
    off: place.settings.off,
  };
  const picture = place.mayEmbed && place.mayAttach ? await reply.picture?.(voice) : null;
  return { message: finished(reply.show(voice, picture), way, voice), isPrivate };
}

/** What changes a message stays as private as that is; what is new is as the server's settings say. */
function isForOneMember(
  reply: Reply,
  isOnPrivate: boolean,
  { delivery, share }: Question,
  { settings }: Place,
): boolean {
  if (reply.visibility === "private" || delivery === "copy") return true;
  if (delivery === "update") return isOnPrivate;
  return !share && settings.visibility === "private";
}

async function complete(interaction: AutocompleteInteraction, parts: RouterParts): Promise<void> {
  try {
    const focused = interaction.options.getFocused(true);
    const request = { ...commandRequest(interaction), option: focused.name, typed: focused.value };
    const place = await placeOf(interaction, parts);
    const context = contextOf(interaction, place, place.languages.member, parts);
    const find = () => {
      const command = parts.commands.find(({ definition }) => definition.name === interaction.commandName);
      if (!command || !("complete" in command) || place.settings.off.includes(keyOf(command))) return [];
      return command.complete?.(request, context) ?? [];
    };
    await interaction.respond(choicesOf(find, parts.log));
  } catch (error) {
    parts.log.error("a completion could not be delivered", { error });
  }
}

/** Even a failed completion is answered, if only with an empty list. */
function choicesOf(find: () => Choice[], log: Log): Choice[] {
  try {
    return find().slice(0, LIMITS.choices);
  } catch (error) {
    log.error("a completion failed", { error });
    return [];
  }
}
