import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from "@discordjs/builders";
import {
  ButtonStyle,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
} from "discord-api-types/v10";
import { clip, LIMITS } from "./limits.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** One entry of a menu: what it is called, what it leads to, and a line below it. */
export interface MenuOption {
  label: string;
  value: string;
  description?: string;
}

/** A button that leads to a custom id. */
export function button(label: string, customId: string): APIButtonComponent {
  return new ButtonBuilder()
    .setLabel(clip(label, LIMITS.buttonLabel))
    .setCustomId(customId)
    .setStyle(ButtonStyle.Secondary)
    .toJSON();
}

/** A row of the given buttons; no row when there are none. */
export function buttonRow(buttons: readonly (APIButtonComponent | null)[]): Row[] {
  const shown = buttons.filter((one) => one !== null);
  if (shown.length === 0) return [];
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    shown.map((data) => new ButtonBuilder(data)),
  );
  return [row.toJSON()];
}

/**
 * A row with a menu of at most 25 options, each value once; no row when there are none. Where there are more, the
 * placeholder says so.
 */
export function menuRow(customId: string, placeholder: string, options: readonly MenuOption[]): Row[] {
  const unique = [...new Map(options.map((option) => [option.value, option])).values()];
  const shown = unique.slice(0, LIMITS.selectOptions);
  if (shown.length === 0) return [];
  const share = shown.length < unique.length ? ` (${shown.length}/${unique.length})` : "";
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder(clip(placeholder, LIMITS.selectPlaceholder - share.length) + share)
    .addOptions(
      shown.map(({ label, value, description }) => ({
        label: clip(label, LIMITS.selectText),
        value,
        ...(description && { description: clip(description, LIMITS.selectText) }),
      })),
    );
  return [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu).toJSON()];
}

/** What stands on a menu that holds all options, or some of all, counted from 1. */
interface Placeholder {
  all: string;
  some: (from: number, to: number) => string;
}

/**
 * Rows with as many menus as the options need, at most `most`, in which they stand in their order, about as many in
 * each. Where there are several, each says which of the options it holds.
 */
export function menuRows(
  customId: string,
  placeholder: Placeholder,
  options: readonly MenuOption[],
  most: number,
): Row[] {
  const menus = Math.min(most, Math.ceil(options.length / LIMITS.selectOptions));
  if (menus <= 1) return menuRow(customId, placeholder.all, options);
  const perMenu = Math.min(LIMITS.selectOptions, Math.ceil(options.length / menus));
  return Array.from({ length: menus }, (_, n) => {
    const held = options.slice(n * perMenu, (n + 1) * perMenu);
    const text = placeholder.some(n * perMenu + 1, n * perMenu + held.length);
    // Discord takes no custom id twice in a message.
    return menuRow(n === 0 ? customId : `${customId}:${n}`, text, held);
  }).flat();
}
