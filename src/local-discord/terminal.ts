import {
  ButtonStyle,
  MessageFlags,
  type APIEmbed,
  type APIEmbedField,
  type APIMessage,
} from "discord-api-types/v10";
import { hanging, inline, markdownLines } from "./markdown.ts";
import type { Part } from "./rules/components.ts";
import { clean, columns, link, padded, styled, wrapped, type Look } from "./terminal-text.ts";

/** The few words the layout itself needs, in the reader's language. */
export interface LayoutWords {
  /** Above an answer that only he sees. */
  private: string;
  /** In place of an answer that is promised. */
  thinking: string;
  /** The label of a picture's link. */
  picture: string;
}

/** Inline fields stand side by side only when each gets so many columns. */
const narrowest = 18;
const gap = 3;

/**
 * A message as terminal text, its lines joined by line breaks. Nothing in the message reaches the terminal
 * as a control sequence; all of those are made here.
 */
export function layMessage(message: APIMessage, look: Look, words: LayoutWords): string {
  const flags = message.flags ?? 0;
  const lines: string[] = [];
  if (flags & MessageFlags.Ephemeral)
    lines.push(...wrapped(styled(look, "dim", `● ${words.private}`), look.width));
  if (flags & MessageFlags.Loading) lines.push(styled(look, "dim", words.thinking));
  if (message.content) lines.push(...markdownLines(look, message.content, look.width));
  for (const embed of message.embeds) lines.push(...embedLines(embed, look, words));
  for (const file of message.attachments) lines.push(link(look, clean(file.filename), file.url));
  for (const part of (message.components ?? []) as Part[]) lines.push(...partLines(part, look));
  return lines.join("\n");
}

function embedLines(embed: APIEmbed, look: Look, words: LayoutWords): string[] {
  const width = look.width - 2;
  const blocks: string[][] = [];
  const head: string[] = [];
  if (embed.author)
    head.push(
      ...wrapped(linked(look, styled(look, "dim", clean(embed.author.name)), embed.author.url), width),
    );
  if (embed.title)
    head.push(
      ...wrapped(linked(look, styled(look, "bold", inline(look, clean(embed.title))), embed.url), width),
    );
  if (head.length) blocks.push(head);
  if (embed.description) blocks.push(markdownLines(look, embed.description, width));
  for (const group of fieldGroups(embed.fields ?? [], width)) blocks.push(sideBySide(group, look, width));
  const pictures = [embed.image, embed.thumbnail].flatMap((one) =>
    one ? [link(look, words.picture, one.url)] : [],
  );
  if (pictures.length) blocks.push(pictures);
  const time = embed.timestamp ? Math.floor(Date.parse(embed.timestamp) / 1000) : NaN;
  const foot = [clean(embed.footer?.text ?? ""), Number.isNaN(time) ? "" : inline(look, `<t:${time}:f>`)];
  if (foot.some(Boolean)) blocks.push(wrapped(styled(look, "dim", foot.filter(Boolean).join(" · ")), width));
  const bar = styled(look, hex(embed.color ?? 0x4e5058), "▌");
  return blocks
    .flatMap((block, at) => [...(at ? [""] : []), ...block])
    .map((line) => `${bar} ${line}`.trimEnd());
}

function linked(look: Look, label: string, url: string | undefined): string {
  return url ? link(look, label, url) : label;
}

function hex(color: number): `#${string}` {
  return `#${color.toString(16).padStart(6, "0")}`;
}

/** Neighbouring inline fields together, as many as find room, at most three as in Discord; others alone. */
function fieldGroups(fields: APIEmbedField[], width: number): APIEmbedField[][] {
  const room = Math.max(1, Math.min(3, Math.floor((width + gap) / (narrowest + gap))));
  const groups: APIEmbedField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < room) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

function sideBySide(fields: APIEmbedField[], look: Look, width: number): string[] {
  const each = Math.floor((width - gap * (fields.length - 1)) / fields.length);
  const cells = fields.map((field) => [
    ...wrapped(styled(look, "bold", inline(look, clean(field.name))), each),
    ...markdownLines(look, field.value, each),
  ]);
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((cell) => padded(cell[at] ?? "", each))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

/** A row of buttons, a menu as a numbered list, or what Components V2 puts in their place. */
function partLines(part: Part, look: Look): string[] {
  const inner = part.components ?? [];
  if (inner.some((one) => one.style !== undefined)) return buttonLines(inner, look);
  const own = part.options
    ? menuLines(part, look)
    : markdownLines(look, part.content ?? "", look.width).filter(Boolean);
  const accessory = part.accessory ? buttonLines([part.accessory], look) : [];
  return [...own, ...inner.flatMap((one) => partLines(one, look)), ...accessory];
}

/** Buttons side by side, broken between two of them and never within one. */
function buttonLines(buttons: Part[], look: Look): string[] {
  const lines: string[] = [];
  for (const button of buttons.filter((one) => one.style !== undefined)) {
    const face = buttonFace(button, look);
    const line = lines.at(-1);
    if (line !== undefined && columns(line) + 1 + columns(face) <= look.width)
      lines[lines.length - 1] = `${line} ${face}`;
    else lines.push(face);
  }
  return lines;
}

function buttonFace(button: Part, look: Look): string {
  const label = clean([button.emoji?.id ? "" : button.emoji?.name, button.label].filter(Boolean).join(" "));
  if (button.style === ButtonStyle.Link) return `[ ${link(look, `${label} ↗`, button.url ?? "")} ]`;
  return button.disabled ? styled(look, "dim", `( ${label} )`) : styled(look, "bold", `[ ${label} ]`);
}

function menuLines(menu: Part, look: Look): string[] {
  const options = menu.options ?? [];
  const widest = String(options.length).length;
  const entries = options.flatMap((option, at) => {
    const description = option.description ? styled(look, "dim", ` — ${clean(option.description)}`) : "";
    const mark = `  ${String(at + 1).padStart(widest)}. `;
    return hanging(mark, clean(option.label) + description, look.width);
  });
  return [...wrapped(styled(look, "bold", `▾ ${clean(menu.placeholder ?? "")}`), look.width), ...entries];
}
