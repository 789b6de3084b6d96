import type { APIEmbed } from "discord-api-types/v10";
import { required, within, type Report } from "./faults.ts";
import { checkScheme } from "./urls.ts";

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const allEmbeds = 6000;
const web = ["http", "https"] as const;
/** A picture may also be a file of the same message. */
const picture = ["http", "https", "attachment"] as const;

/**
 * What Discord asks of embeds beyond its published schema: 6000 characters over all embeds of a message,
 * none of them empty, fields, author and footer with text, and addresses of the web.
 */
export function checkEmbeds(report: Report, embeds: APIEmbed[]): void {
  const size = embeds.reduce((sum, embed) => sum + length(embed), 0);
  if (size > allEmbeds)
    report([], "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${allEmbeds}`);
  embeds.forEach((embed, at) => checkEmbed(within(report, at), embed));
}

function checkEmbed(report: Report, embed: APIEmbed): void {
  const { author, footer, image, thumbnail, fields } = embed;
  const something = [embed.title, embed.description, footer?.text, author?.name, image?.url, thumbnail?.url];
  if (!something.some((text) => text?.trim()) && !fields?.length) required(report, ["description"]);
  if (author && !author.name?.trim()) required(report, ["author", "name"]);
  if (footer && !footer.text?.trim()) required(report, ["footer", "text"]);
  fields?.forEach((field, at) => {
    if (!field.name.trim()) required(report, ["fields", at, "name"]);
    if (!field.value.trim()) required(report, ["fields", at, "value"]);
  });
  checkScheme(report, ["url"], embed.url, web);
  checkScheme(report, ["author", "url"], author?.url, web);
  checkScheme(report, ["author", "icon_url"], author?.icon_url, picture);
  checkScheme(report, ["footer", "icon_url"], footer?.icon_url, picture);
  checkScheme(report, ["image", "url"], image?.url, picture);
  checkScheme(report, ["thumbnail", "url"], thumbnail?.url, picture);
}

/** The characters of an embed that count: title, description, field names and values, footer, author name. */
function length(embed: APIEmbed): number {
  const fields = embed.fields?.flatMap((field) => [field.name, field.value]) ?? [];
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
}
