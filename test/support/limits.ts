import { ButtonStyle, ComponentType, type APIEmbed } from "discord-api-types/v10";

/** A message as it is sent, of which nothing is taken for granted. */
export interface Payload {
  content?: string | null | undefined;
  embeds?: readonly APIEmbed[] | null | undefined;
  components?: readonly object[] | null | undefined;
  files?: readonly unknown[] | undefined;
}

interface Row {
  type: number;
  components: Part[];
}

/** Plain numbers, as they are sent. */
const [ROW, BUTTON, LINK_STYLE] = [
  ComponentType.ActionRow,
  ComponentType.Button,
  ButtonStyle.Link,
] as number[];

interface Part {
  type: number;
  style?: number;
  label?: string;
  emoji?: object;
  custom_id?: string;
  url?: string;
  placeholder?: string;
  options?: { label: string; value: string; description?: string }[];
}

/**
 * What Discord would refuse of a message, in words; empty when it takes it. Written from its documents
 * alone, as a second opinion beside the rules of the local Discord:
 * https://docs.discord.com/developers/resources/message and /components/reference
 */
export function breaches({ content, embeds, components, files }: Payload): string[] {
  const found: string[] = [];
  const length = (where: string, text: string | undefined, least: number, most: number) => {
    const size = text === undefined ? 0 : text.trim().length;
    if (text !== undefined && (size < least || text.length > most))
      found.push(`${where}: ${text.length} characters, ${least} to ${most} are taken`);
  };
  const count = (where: string, n: number, least: number, most: number) => {
    if (n < least || n > most) found.push(`${where}: ${n}, ${least} to ${most} are taken`);
  };

  if (!content?.trim() && !embeds?.length && !components?.length && !files?.length) found.push("empty");
  length("content", content ?? undefined, 0, 2000);
  count("embeds", embeds?.length ?? 0, 0, 10);
  let total = 0;
  for (const { title, description, fields = [], footer, author, url } of embeds ?? []) {
    length("title", title, 1, 256);
    length("description", description, 1, 4096);
    length("footer", footer?.text, 1, 2048);
    length("author", author?.name, 1, 256);
    count("fields", fields.length, 0, 25);
    for (const { name, value } of fields) {
      length("field name", name, 1, 256);
      length("field value", value, 1, 1024);
    }
    if (url !== undefined && !/^https?:\/\//.test(url)) found.push(`embed url: ${url}`);
    const texts = [
      title,
      description,
      footer?.text,
      author?.name,
      ...fields.flatMap((one) => [one.name, one.value]),
    ];
    total += texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    if (total === 0) found.push("an empty embed");
  }
  if (total > 6000) found.push(`embeds: ${total} characters in all, 6000 are taken`);

  count("rows", components?.length ?? 0, 0, 5);
  const ids: string[] = [];
  for (const row of (components ?? []) as Row[]) {
    if (row.type !== ROW) found.push(`a row of type ${row.type}`);
    const parts = row.components;
    count("row", parts.length, 1, 5);
    if (parts.some(({ type }) => type !== BUTTON)) count("row with a menu", parts.length, 1, 1);
    for (const part of parts) {
      const { type, style, label, emoji, custom_id: id, url, placeholder, options } = part;
      if (id !== undefined) ids.push(id);
      length("custom id", id, 1, 100);
      if (type === BUTTON) {
        length("button label", label, 1, 80);
        if (label === undefined && emoji === undefined) found.push("a button without a label");
        const isLink = style === LINK_STYLE;
        if (isLink !== (url !== undefined) || isLink === (id !== undefined))
          found.push("a button with a wrong end");
      } else {
        length("placeholder", placeholder, 1, 150);
        if (id === undefined) found.push("a menu without a custom id");
        count("menu options", options?.length ?? 0, 1, 25);
        for (const option of options ?? []) {
          length("option label", option.label, 1, 100);
          length("option value", option.value, 1, 100);
          length("option description", option.description, 1, 100);
        }
        const values = options?.map(({ value }) => value) ?? [];
        if (new Set(values).size < values.length) found.push("menu values twice");
      }
    }
  }
  if (new Set(ids).size < ids.length) found.push(`custom ids twice: ${ids.join(" ")}`);
  return found;
}

/** What Discord would refuse of autocomplete choices. */
export function choiceBreaches(choices: readonly { name: string; value: string | number }[]): string[] {
  const texts = choices.flatMap(({ name, value }) => [name, String(value)]);
  return [
    ...(choices.length > 25 ? [`${choices.length} choices`] : []),
    ...texts
      .filter((text) => text.trim() === "" || text.length > 100)
      .map((text) => `a choice of ${text.length}: ${text}`),
  ];
}

/** All texts of a message that are read as Discord's markdown. */
export function markdownOf({ content, embeds }: Payload): string[] {
  const texts = (embeds ?? []).flatMap(({ title, description, fields }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...texts].filter((text) => typeof text === "string" && text !== "") as string[];
}

/** What a message says around its text: on its buttons and menus, and in its footers. */
export function controlsOf({ components, embeds }: Payload): string[] {
  const parts = (components ?? []).flatMap((row) => (row as Row).components);
  const labels = parts.flatMap(({ label, placeholder }) => [label, placeholder]);
  const footers = (embeds ?? []).map(({ footer }) => footer?.text);
  return [...footers, ...labels].filter((text) => text !== undefined);
}

/** All words of a message that a member sees, those of its buttons and menus included. */
export function wordsOf(message: Payload): string[] {
  const parts = (message.components ?? []).flatMap((row) => (row as Row).components);
  const options = parts.flatMap(({ options: all = [] }) =>
    all.flatMap((one) => [one.label, one.description]),
  );
  return [...markdownOf(message), ...controlsOf(message), ...options].filter((text) => text !== undefined);
}

const LINK = /\[(?:\\.|[^\]\\])+\]\((https?:\/\/[^\s()]+)\)/g;

/** A text as it is read: links as their names alone. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, (link) => link.slice(0, link.lastIndexOf("](")));
}

/** The links of a text. */
export function linksOf(text: string): string[] {
  return [...text.matchAll(LINK)].map(([, url = ""]) => url);
}

/** Addresses that stand bare in a text, and links that are cut in two. */
export function bareAddresses(text: string): string[] {
  return withoutLinks(text).match(/https?:\/\/\S*|(?<!\\)\]\(/g) ?? [];
}

/** A text without its code spans, in which nothing is markup or a mention. */
export function withoutCode(text: string): string {
  return text.replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}
