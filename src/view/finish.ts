import type { APIButtonComponent } from "discord-api-types/v10";
import { ComponentType } from "discord-api-types/v10";
import { button, buttonRow } from "./components.ts";
import { pageId, readAsked, readCustomId, shareId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import type { Message } from "./message.ts";
import { plainPages } from "./plainText.ts";
import type { Voice } from "./voice.ts";

/** Where an answer goes, as far as it changes the answer. */
export interface Place {
  /** The custom id that gives the answer again. */
  again: string | undefined;
  /** Whether it does so in other words, where a second page would not follow the first. */
  againInOtherWords: boolean;
  /** Whether it is for one member's eyes in a place that has others, so that he may want to share it. */
  canShare: boolean;
  /** False in a channel where the bot may not send embeds. */
  mayEmbed: boolean;
  /** Which page of the plain text, from 0; what is beyond the last is the first. */
  page: number;
  /** The commands that are switched off: nothing leads to them. */
  off: readonly string[];
}

/** What every answer gets on its way out, whichever command gave it. */
export function finished(message: Message, place: Place, voice: Voice): Message {
  const { again, canShare, off } = place;
  const share = canShare && again !== undefined && isOn(again, off) ? shareId(again) : null;
  const leading = withoutCommands(place.mayEmbed ? message : asPlainText(message, place, voice), off);
  return share ? withButton(leading, button(voice.words.share, share)) : leading;
}

function asPlainText(message: Message, { again, againInOtherWords, page }: Place, { words }: Voice): Message {
  const pages = plainPages(message);
  const shown = page % pages.length;
  const canTurn = pages.length > 1 && again !== undefined && !againInOtherWords;
  const next = canTurn ? pageId((shown + 1) % pages.length, again) : null;
  const text = pages[shown] ?? "";
  const content = pages.length > 1 && !next ? clip(`${text}\n…`, LIMITS.content) : text;
  const plain = { content, ...(message.components && { components: message.components }) };
  return next ? withButton(plain, button(words.textPage(shown + 1, pages.length), next)) : plain;
}

/** The message with one more button: in its last row of buttons that has room, else in a row of its own. */
function withButton(message: Message, one: APIButtonComponent): Message {
  const rows = message.components ?? [];
  const hasRoom = (row: (typeof rows)[number]) =>
    row.components.length < LIMITS.buttonsPerRow &&
    row.components.every(({ type }) => type === ComponentType.Button);
  const at = rows.findLastIndex(hasRoom);
  if (at < 0) return { ...message, components: [...rows, ...buttonRow([one])].slice(0, LIMITS.rows) };
  return {
    ...message,
    components: rows.map((row, n) => (n === at ? { ...row, components: [...row.components, one] } : row)),
  };
}

function withoutCommands(message: Message, off: readonly string[]): Message {
  if (off.length === 0 || !message.components) return message;
  const rows = message.components.map((row) => ({
    ...row,
    components: row.components.filter(
      (part) => !("custom_id" in part) || part.custom_id === undefined || isOn(part.custom_id, off),
    ),
  }));
  return { ...message, components: rows.filter(({ components }) => components.length > 0) };
}

/** Whether the command to which a custom id leads is not switched off. */
function isOn(id: string, off: readonly string[]): boolean {
  return !off.includes(readCustomId(readAsked(id).id).command);
}
