import {
  MessageFlags,
  type AutocompleteInteraction,
  type InteractionReplyOptions,
  type RepliableInteraction,
} from "discord.js";
import type { Message } from "../view/message.ts";
import type { Choice } from "./command.ts";
import { isAcknowledged } from "./gone.ts";
import { insist, systemClock, type Clock } from "./insist.ts";

/** A new message, a change of the message whose button was pressed, or a private copy for somebody else. */
export type Delivery = "new" | "update" | "copy";

export interface Shown {
  message: Message;
  isPrivate: boolean;
}

export interface Sending {
  delivery: Delivery;
  coming: Promise<Shown>;
  /** Milliseconds after which an answer is announced before it is there. */
  patience: number;
  /** Whether an answer that is late is announced for the member's eyes alone. */
  announcePrivately: boolean;
}

/** Milliseconds for which a first answer is tried again, and then what follows it. Discord waits for 3000. */
const FIRST_ANSWER = 2800;
const LATER_ANSWER = 15_000;

/** No text of ours or of a member may ping anybody. */
const QUIET = { allowedMentions: { parse: [] } } as const;

/**
 * Sends an answer once: at once where it is there within `patience` milliseconds, else announced and
 * filled in when it comes. A private answer never replaces a public message. While Discord fails it is tried
 * again. Throws a DiscordAPIError for what Discord refuses.
 */
export async function send(
  interaction: RepliableInteraction,
  sending: Sending,
  clock: Clock = systemClock,
): Promise<void> {
  const { delivery, coming, patience } = sending;
  const end = clock.now() + FIRST_ANSWER;
  const first = (act: () => Promise<unknown>) => insist(act, end, clock);
  const later = (act: () => Promise<unknown>) => insist(act, clock.now() + LATER_ANSWER, clock);
  const announced = async (act: () => Promise<unknown>) => {
    try {
      await first(act);
    } catch (error) {
      // An announcement that Discord took without saying so stands.
      if (!isAcknowledged(error)) throw error;
      interaction.deferred = true;
    }
  };
  const inTime = await withinPatience(coming, patience);
  if (inTime) {
    await first(() => sendNow(interaction, delivery, inTime));
    return;
  }
  if (delivery === "update" && interaction.isMessageComponent()) {
    await announced(() => interaction.deferUpdate());
    const { message, isPrivate } = await coming;
    if (isPrivate && !isOnPrivate(interaction)) await later(() => interaction.followUp(asPrivate(message)));
    else await later(() => interaction.editReply(whole(message)));
    return;
  }
  const privately = sending.announcePrivately || delivery === "copy";
  await announced(() => interaction.deferReply(privately ? { flags: MessageFlags.Ephemeral } : {}));
  const { message, isPrivate } = await coming;
  if (isPrivate && !privately) {
    // What was announced in public can't become private: it gives way to a private message. A follow-up
    // would take the place of the announcement, so that goes first.
    await later(() => interaction.deleteReply());
    await later(() => interaction.followUp(asPrivate(message)));
  } else await later(() => interaction.editReply(whole(message)));
}

/** Suggestions, tried again like an answer. */
export async function suggest(
  interaction: AutocompleteInteraction,
  choices: readonly Choice[],
  clock: Clock = systemClock,
): Promise<void> {
  await insist(() => interaction.respond(choices), clock.now() + FIRST_ANSWER, clock);
}

/** One private sentence, in whatever way is still open. */
export async function sayPrivately(interaction: RepliableInteraction, content: string): Promise<void> {
  const message = { content, ...QUIET, flags: MessageFlags.Ephemeral } as const;
  const act = () =>
    interaction.deferred || interaction.replied ? interaction.followUp(message) : interaction.reply(message);
  await insist<unknown>(act, systemClock.now() + FIRST_ANSWER, systemClock);
}

async function sendNow(
  interaction: RepliableInteraction,
  delivery: Delivery,
  { message, isPrivate }: Shown,
): Promise<void> {
  const updates = delivery === "update" && interaction.isMessageComponent();
  if (updates && (!isPrivate || isOnPrivate(interaction))) await interaction.update(whole(message));
  else await interaction.reply(isPrivate ? asPrivate(message) : bodyOf(message));
}

/** Whether the pressed button is on a message that only the member sees. */
function isOnPrivate(interaction: RepliableInteraction): boolean {
  return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
}

function asPrivate(message: Message): InteractionReplyOptions {
  return { ...bodyOf(message), flags: MessageFlags.Ephemeral };
}

/** An edit keeps what it does not name: everything is named, so that nothing of the old message stays. */
function whole(message: Message) {
  return { content: "", embeds: [], components: [], attachments: [], ...bodyOf(message) };
}

function bodyOf({ content, embeds, components, files = [] }: Message) {
  return {
    ...(content !== undefined && { content }),
    ...(embeds && { embeds }),
    ...(components && { components }),
    files: files.map(({ name, data, description }) => ({ name, description, attachment: Buffer.from(data) })),
    ...QUIET,
  };
}

async function withinPatience(coming: Promise<Shown>, patience: number): Promise<Shown | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
