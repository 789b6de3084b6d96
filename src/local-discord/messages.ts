import { MessageFlags, MessageType, type APIMessage } from "discord-api-types/v10";
import { mentionsOf } from "./mentions.ts";
import { attach, numbered, shownEmbed, type MessagePayload, type Upload } from "./message-parts.ts";
import { addPost, announce, touch } from "./posts.ts";
import type { Interaction, Post, World } from "./world.ts";

const settable =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/**
 * Sends a message of the bot into the channel of an interaction.
 * @param kind what it answers: "first" is the answer itself, "later" a follow-up, "promise" the empty
 *   message that stands there while the bot thinks
 */
export function sendMessage(
  world: World,
  interaction: Interaction,
  payload: MessagePayload,
  uploads: Upload[],
  kind: "first" | "later" | "promise",
): Post {
  const id = world.nextId();
  const flags = ((payload.flags ?? 0) & settable) | (kind === "promise" ? MessageFlags.Loading : 0);
  const earlier = kind === "later" ? interaction.original : interaction.source;
  const message: APIMessage = {
    id,
    channel_id: interaction.channel,
    type: earlier ? MessageType.Reply : messageType(interaction),
    author: world.bot,
    application_id: world.application,
    webhook_id: world.application,
    content: "",
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: payload.tts ?? false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags,
    interaction_metadata: metadata(interaction) as unknown as APIMessage["interaction_metadata"],
    ...(earlier && { message_reference: { type: 0, channel_id: interaction.channel, message_id: earlier } }),
  };
  const post: Post = { message, to: flags & MessageFlags.Ephemeral ? interaction.user.id : null, files: [] };
  addPost(world, post);
  fill(world, post, payload, uploads);
  touch(world, interaction, id);
  return post;
}

/**
 * Edits a message: fields that are absent stay as they are, null empties them.
 * https://docs.discord.com/developers/resources/webhook#edit-webhook-message
 */
export function editMessage(
  world: World,
  interaction: Interaction,
  post: Post,
  payload: MessagePayload,
  uploads: Upload[],
): void {
  const wasPromise = (post.message.flags ?? 0) & MessageFlags.Loading;
  fill(world, post, payload, uploads);
  // Filling a promised answer is no edit: Discord shows no "(edited)" on it.
  if (!wasPromise) post.message.edited_timestamp = new Date(world.now()).toISOString();
  touch(world, interaction, post.message.id);
}

/** A message that a member wrote. */
export function memberMessage(
  world: World,
  channel: string,
  author: APIMessage["author"],
  content: string,
): Post {
  const message: APIMessage = {
    id: world.nextId(),
    channel_id: channel,
    type: MessageType.Default,
    author,
    content,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0 as MessageFlags,
  };
  const post: Post = { message, to: null, files: [] };
  addPost(world, post);
  return post;
}

function messageType(interaction: Interaction): MessageType {
  return interaction.target ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function metadata(interaction: Interaction): Record<string, unknown> {
  return {
    id: interaction.id,
    type: interaction.type,
    user: interaction.user,
    authorizing_integration_owners: interaction.owners,
    ...(interaction.command && { name: interaction.command.name, command_type: interaction.command.type }),
    ...(interaction.source && { interacted_message_id: interaction.source }),
    ...(interaction.target && { target_message_id: interaction.target }),
  };
}

/** Replaces the message object as a whole, so that one handed out before stays what it was. */
function fill(world: World, post: Post, payload: MessagePayload, uploads: Upload[]): void {
  const message = { ...post.message };
  const promised = payload.content === undefined && !payload.embeds && !payload.components && !uploads.length;
  if (!promised) message.flags = (message.flags ?? 0) & ~MessageFlags.Loading;
  if (payload.content !== undefined) {
    message.content = (payload.content ?? "").trim();
    Object.assign(message, mentionsOf(world, message.content, payload.allowed_mentions));
  }
  const files = attach(world, post, payload, uploads);
  if (payload.embeds !== undefined)
    message.embeds = (payload.embeds ?? []).map((one) => shownEmbed(one, files));
  if (payload.components !== undefined) message.components = numbered(payload.components ?? []);
  if (payload.attachments || uploads.length) {
    const shown = JSON.stringify(message.embeds);
    // A file that an embed shows is listed with the embed alone.
    message.attachments = files.filter((file) => !shown.includes(JSON.stringify(file.url)));
  }
  post.message = message;
  announce(world, message.channel_id);
}
