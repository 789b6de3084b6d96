import { MessageFlags, type InteractionReplyOptions, type RepliableInteraction } from "discord.js";
import type { Message } from "../view/message.ts";

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

/** No text of ours or of a member may ping anybody. */
const QUIET = { allowedMentions: { parse: [] } } as const;

/**
 * Sends an answer once: at once where it is there within `patience` milliseconds, else announced and
 * filled in when it comes. A private answer never replaces a public message.
 */
export async function send(interaction: RepliableInteraction, sending: Sending): Promise<void> {
  const { delivery, coming, patience } = sending;
  const inTime = await withinPatience(coming, patience);
  if (inTime) return sendNow(interaction, delivery, inTime);
  if (delivery === "update" && interaction.isMessageComponent()) {
    await interaction.deferUpdate();
    const { message, isPrivate } = await coming;
    if (isPrivate && !isOnPrivate(interaction)) await interaction.followUp(asPrivate(message));
    else await interaction.editReply(whole(message));
    return;
  }
  const privately = sending.announcePrivately || delivery === "copy";
  await interaction.deferReply(privately ? { flags: MessageFlags.Ephemeral } : {});
  const { message, isPrivate } = await coming;
  if (isPrivate && !privately) {
    // What was announced in public can't become private: it gives way to a private message. A follow-up
    // would take the place of the announcement, so that goes first.
    await interaction.deleteReply();
    await interaction.followUp(asPrivate(message));
  } else await interaction.editReply(whole(message));
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
