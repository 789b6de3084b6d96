import { MessageFlags, type Interaction, type RepliableInteraction } from "discord.js";
import { languageOf, wordsOf } from "../text/messages.ts";
import { commandName } from "../view/definitions.ts";
import { finished } from "../view/finish.ts";
import type { Reply } from "../view/message.ts";
import type { Voice } from "../view/voice.ts";
import { readAsked, readCustomId } from "../view/customId.ts";
import { keyOf, type Command, type Context } from "./command.ts";
import { complete, type CompletionParts } from "./completion.ts";
import type { Cooldown } from "./cooldown.ts";
import { isGone } from "./gone.ts";
import { createKnownMessages, type KnownMessages } from "./knownMessages.ts";
import { NO_METER, type Outcome } from "./meter.ts";
import { createOnce } from "./once.ts";
import { contextOf, NotKept, placeOf, type Place } from "./place.ts";
import { questionOf, type Question } from "./question.ts";
import { createSharedAnswers } from "./sharedAnswers.ts";
import { sayPrivately, send, type Shown } from "./send.ts";

/** All that the router answers with; time and randomness come from outside. */
export interface RouterParts extends CompletionParts {
  /** A fresh reference that joins what a member saw to a line of the log. */
  reference: () => string;
  /** Milliseconds after which an answer is announced before it is there; Discord waits for 3000. */
  patience: number;
  /** Whether a member may ask one more question; always unless told. */
  mayAsk?: Cooldown;
  /** The clock, in ms; only differences count. */
  now?: () => number;
}

/** What it keeps besides. */
interface Answering extends RouterParts {
  messages: KnownMessages;
}

/**
 * Gives the listener that answers every interaction: it never throws, never leaves one unanswered, and answers
 * one that comes twice once.
 */
export function createRouter(parts: RouterParts): (interaction: Interaction) => Promise<void> {
  const { meter = NO_METER, now = () => performance.now() } = parts;
  const isFirst = createOnce();
  const answering = { ...parts, messages: createKnownMessages(), shared: createSharedAnswers() };
  return async (interaction) => {
    const command = commandOf(interaction, parts.commands);
    const start = now();
    meter.asked(command);
    const outcome = isFirst(interaction.id) ? await handle(interaction, answering) : "repeated";
    meter.ended(command, outcome, now() - start);
  };
}

async function handle(interaction: Interaction, parts: Answering): Promise<Outcome> {
  if (interaction.isAutocomplete()) return complete(interaction, parts);
  return interaction.isRepliable() ? answer(interaction, parts) : "answered";
}

/** The key of the command that an interaction belongs to. */
function commandOf(interaction: Interaction, commands: readonly Command[]): string {
  const key =
    "customId" in interaction
      ? readCustomId(readAsked(interaction.customId).id).command
      : "commandName" in interaction
        ? commands.find(({ definition }) => definition.name === interaction.commandName)
        : undefined;
  const known = commands.find((one) => one === key || keyOf(one) === key);
  return known ? keyOf(known) : "unknown";
}

async function answer(interaction: RepliableInteraction, parts: Answering): Promise<Outcome> {
  const words = wordsOf(languageOf(interaction.locale)).failure;
  try {
    if (parts.mayAsk && !parts.mayAsk(interaction.user.id)) {
      await sayPrivately(interaction, words.tooQuick);
      return "limited";
    }
    const question = questionOf(interaction, parts.commands);
    const place = await placeOf(interaction, parts);
    const coming = answerTo(question, interaction, place, parts);
    await send(interaction, {
      delivery: question.delivery,
      coming,
      patience: parts.patience,
      // What is asked of a message is answered to who asks alone.
      announcePrivately:
        interaction.isMessageContextMenuCommand() ||
        (!question.share && place.settings.visibility === "private"),
    });
    return (await coming).outcome;
  } catch (error) {
    if (isGone(error, parts.meter)) return "gone";
    const reference = parts.reference();
    parts.log.error("an answer could not be delivered", { reference, error });
    try {
      await sayPrivately(interaction, words.broken(reference));
    } catch (second) {
      if (!isGone(second, parts.meter))
        parts.log.error("nor could its reference", { reference, error: second });
    }
    return "failed";
  }
}

/** The answer as its place gets it; where that fails, a private notice with a reference. Never rejects. */
async function answerTo(
  question: Question,
  interaction: RepliableInteraction,
  place: Place,
  parts: Answering,
): Promise<Shown & { outcome: Outcome }> {
  const isOnPrivate =
    interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
  const shownHere = (reply: Reply) => shown(reply, isOnPrivate, question, place, parts.messages);
  try {
    const context = contextOf(interaction, place, place.languages.server, parts);
    const whole = await shownHere(await replyTo(question, context));
    return { ...whole, outcome: "answered" };
  } catch (error) {
    const reference = parts.reference();
    parts.log.error("an interaction could not be answered", { reference, error });
    const kind = error instanceof NotKept ? "notKept" : "broken";
    const apology = notice(({ words }) => words.failure[kind](reference));
    return { ...(await shownHere(apology)), outcome: "failed" };
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

async function shown(
  reply: Reply,
  isOnPrivate: boolean,
  question: Question,
  place: Place,
  messages: KnownMessages,
): Promise<Shown> {
  const isPrivate = isForOneMember(reply, isOnPrivate, question, place);
  const language = isPrivate ? place.languages.member : place.languages.server;
  const voice = { language, words: wordsOf(language), zone: place.zone };
  const way = {
    again: reply.again,
    againInOtherWords: reply.againInOtherWords ?? false,
    canShare: isPrivate && place.hasOthers,
    mayEmbed: place.mayEmbed,
    page: question.page,
    off: place.settings.off,
  };
  const picture = place.mayEmbed && place.mayAttach ? await reply.picture?.(voice) : null;
  return { message: finished(messages.of(reply, voice, picture ?? null), way, voice), isPrivate };
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
