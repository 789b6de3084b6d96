import {
  ApplicationCommandType,
  ComponentType,
  MessageFlags,
  type APIEmbed,
  type APIMessage,
  type APIUser,
} from "discord-api-types/v10";
import type { Part } from "../rules/components.ts";
import { marksOf, textOf, webAddress, type Mark } from "./markup.ts";

/** A message as the page draws it. */
export interface ShownMessage {
  id: string;
  author: ShownUser;
  /** When it was sent, ISO 8601. */
  at: string;
  edited: boolean;
  /** An answer that was promised and is not there yet. */
  loading: boolean;
  /** Seen by its reader alone. */
  private: boolean;
  /** The command that it answers, and who used it. */
  used: { user: ShownUser; command: string; slash: boolean } | null;
  /** The message that it answers. */
  replyTo: string | null;
  content: Mark[];
  /** Its words on one line: what is announced, copied, and quoted where it is answered. */
  summary: string;
  embeds: ShownEmbed[];
  files: ShownFile[];
  rows: ShownPart[][];
}

export interface ShownUser {
  id: string;
  name: string;
  bot: boolean;
}

export interface ShownEmbed {
  /** `#rrggbb`, or null for none. */
  colour: string | null;
  author: { name: string; url: string | null } | null;
  title: Mark[];
  url: string | null;
  description: Mark[];
  fields: { name: Mark[]; value: Mark[]; inline: boolean }[];
  image: Picture | null;
  thumbnail: Picture | null;
  footer: string;
  /** ISO 8601, or null. */
  at: string | null;
}

export interface Picture {
  address: string;
  alt: string;
}

export interface ShownFile extends Picture {
  name: string;
  picture: boolean;
}

interface ShownOption {
  label: string;
  value: string;
  description: string;
  chosen: boolean;
}

export type ShownPart =
  | { kind: "button"; id: string; label: string; style: number; disabled: boolean }
  | { kind: "link"; url: string; label: string; disabled: boolean }
  | {
      kind: "menu";
      id: string;
      placeholder: string;
      options: ShownOption[];
      least: number;
      most: number;
      disabled: boolean;
    };

/**
 * Turns a message of the API into what the page draws.
 * @param files the address below which this server keeps files; others are not loaded by the page
 * @param nameOf the name of a user by id
 */
export function shownMessage(
  message: APIMessage,
  files: string,
  nameOf: (user: string) => string,
): ShownMessage {
  const flags = message.flags ?? 0;
  const text = (written: string | null | undefined) => (written ? marksOf(written, nameOf) : []);
  const used = message.interaction_metadata;
  const isCommand = used && "command_type" in used;
  return {
    id: message.id,
    author: shownUser(message.author),
    at: message.timestamp,
    edited: message.edited_timestamp !== null,
    loading: (flags & MessageFlags.Loading) !== 0,
    private: (flags & MessageFlags.Ephemeral) !== 0,
    used: isCommand
      ? {
          user: shownUser(used.user),
          command: "name" in used ? String(used.name) : "",
          slash: used.command_type === ApplicationCommandType.ChatInput,
        }
      : null,
    replyTo: message.message_reference?.message_id ?? null,
    content: text(message.content),
    summary: summaryOf(message, text),
    embeds: message.embeds.map((embed) => shownEmbed(embed, files, text)),
    files: message.attachments.map((file) => ({
      address: ownFile(file.url, files) ?? "",
      alt: file.description ?? file.filename,
      name: file.filename,
      picture: file.content_type?.startsWith("image/") ?? false,
    })),
    rows: ((message.components ?? []) as Part[]).map((row) => (row.components ?? []).flatMap(shownPart)),
  };
}

function summaryOf(
  { content, embeds }: APIMessage,
  text: (written: string | null | undefined) => Mark[],
): string {
  const parts = [content, ...embeds.flatMap((embed) => [embed.title, embed.description])];
  return parts
    .map((part) => textOf(text(part)))
    .filter(Boolean)
    .join(" — ");
}

export function shownUser(user: APIUser): ShownUser {
  return { id: user.id, name: user.global_name ?? user.username, bot: user.bot ?? false };
}

function shownEmbed(
  embed: APIEmbed,
  files: string,
  text: (written: string | undefined) => Mark[],
): ShownEmbed {
  const { color, author, fields, image, thumbnail, footer } = embed;
  return {
    colour: color ? `#${color.toString(16).padStart(6, "0")}` : null,
    author: author ? { name: author.name, url: webAddress(author.url) } : null,
    title: text(embed.title),
    url: webAddress(embed.url),
    description: text(embed.description),
    fields: (fields ?? []).map(({ name, value, inline }) => ({
      name: text(name),
      value: text(value),
      inline: inline ?? false,
    })),
    image: picture(image, files),
    thumbnail: picture(thumbnail, files),
    footer: footer?.text ?? "",
    at: embed.timestamp ?? null,
  };
}

function picture(media: { url: string; description?: string } | undefined, files: string): Picture | null {
  const address = ownFile(media?.url, files);
  return address ? { address, alt: media?.description ?? "" } : null;
}

/** The path of a file of this server: the page loads nothing from anywhere else. */
function ownFile(url: string | undefined, files: string): string | null {
  return url?.startsWith(files) ? new URL(url).pathname : null;
}

function shownPart(part: Part): ShownPart[] {
  const disabled = part.disabled ?? false;
  const label = [part.emoji?.name, part.label].filter(Boolean).join(" ");
  const url = webAddress(part.url);
  if (part.type === ComponentType.Button && url) return [{ kind: "link", url, label, disabled }];
  const id = part.custom_id;
  if (!id) return [];
  if (part.type === ComponentType.Button)
    return [{ kind: "button", id, label, style: part.style ?? 2, disabled }];
  if (part.type !== ComponentType.StringSelect) return [];
  const options = (part.options ?? []).map((option) => ({
    label: [option.emoji?.name, option.label].filter(Boolean).join(" "),
    value: option.value,
    description: option.description ?? "",
    chosen: option.default ?? false,
  }));
  const [least, most] = [part.min_values ?? 1, part.max_values ?? 1];
  return [{ kind: "menu", id, placeholder: part.placeholder ?? "", options, least, most, disabled }];
}
