import type { APIEmbed } from "discord-api-types/v10";
import { LIMITS } from "./limits.ts";
import type { Message } from "./message.ts";

/**
 * A message without embeds, for channels in which the bot may not send any: the same words and links as
 * pages of content. Its components stay. There is at least one page, and none is longer than a message may be.
 */
export function plainPages({ content, embeds = [] }: Message): string[] {
  const blocks = [...(content ? [content] : []), ...embeds.flatMap(blocksOf)];
  const pages: string[] = [];
  let page = "";
  for (const block of blocks.flatMap(short)) {
    const longer = page === "" ? block : `${page}\n\n${block}`;
    if (longer.length <= LIMITS.content) page = longer;
    else {
      pages.push(page);
      page = block;
    }
  }
  return [...pages, page];
}

/** Title, paragraphs, fields and footer, in the order in which an embed shows them. */
function blocksOf({ title, description, fields = [], footer }: APIEmbed): string[] {
  return [
    ...(title ? [`**${title}**`] : []),
    ...(description ? description.split("\n\n") : []),
    ...fields.map(({ name, value }) => `**${name}**\n${value}`),
    ...(footer ? [`-# ${footer.text}`] : []),
  ];
}

/** With "u" a piece is counted in characters, of which each takes at most two of the units that are limited. */
const PIECES = new RegExp(`.{1,${LIMITS.content / 2}}`, "gsu");

/** A block that no page could hold goes on line by line, a line that none could hold in pieces. */
function short(block: string): string[] {
  if (block.length <= LIMITS.content) return [block];
  return block.split("\n").flatMap((line) => line.match(PIECES) ?? []);
}
