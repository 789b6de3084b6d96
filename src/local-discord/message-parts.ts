import type {
  APIAllowedMentions,
  APIAttachment,
  APIEmbed,
  APIMessageTopLevelComponent,
} from "discord-api-types/v10";
import type { Post, World } from "./world.ts";

/** A message as a bot sends it, after the rules have let it pass. */
export interface MessagePayload {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  attachments?: { id: string; description?: string | null }[] | null;
  flags?: number | null;
  allowed_mentions?: APIAllowedMentions | null;
  tts?: boolean | null;
}

/** A file of a multipart request, under the number in its field name `files[n]`. */
export interface Upload {
  number: string;
  name: string;
  type: string;
  data: Uint8Array<ArrayBuffer>;
}

/** The files of a message after this request: those it keeps, then the new ones, which the CDN stores. */
export function attach(
  world: World,
  { message, files }: Post,
  payload: MessagePayload,
  uploads: Upload[],
): APIAttachment[] {
  const described = payload.attachments ?? [];
  const keep = payload.attachments
    ? message.attachments.filter((file) => described.some((one) => one.id === file.id))
    : message.attachments;
  const added = uploads.map((upload): APIAttachment => {
    const id = world.nextId();
    const filename = upload.name.replace(/[^\p{L}\p{N}._-]+/gu, "_");
    const url = `${world.origin}/attachments/${message.channel_id}/${id}/${encodeURIComponent(filename)}`;
    const description = described.find((one) => one.id === upload.number)?.description;
    files.push(id);
    world.files.set(id, { type: upload.type, data: upload.data });
    return {
      id,
      filename,
      size: upload.data.byteLength,
      url,
      proxy_url: url,
      content_type: upload.type,
      ...(description && { description }),
    };
  });
  return [...keep, ...added];
}

/** An embed as Discord gives it back, with `attachment://name` replaced by the file's address. */
export function shownEmbed(sent: APIEmbed, files: APIAttachment[]): APIEmbed {
  const shown = (url: string | undefined) => {
    if (!url?.startsWith("attachment://")) return url;
    return files.find((file) => file.filename === decodeURIComponent(url.slice("attachment://".length)))?.url;
  };
  /** A picture has the alternative text of its file. */
  const described = (url: string) => {
    const description = files.find((file) => file.url === url)?.description;
    return { url, proxy_url: url, ...(description && { description }) };
  };
  const { image, thumbnail, author, footer, fields, ...rest } = sent;
  const imageUrl = shown(image?.url);
  const thumbnailUrl = shown(thumbnail?.url);
  const authorIcon = shown(author?.icon_url);
  const footerIcon = shown(footer?.icon_url);
  return {
    type: "rich" as APIEmbed["type"],
    ...rest,
    ...(fields && { fields: fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
    ...(author && { author: { ...author, ...(author.icon_url && { icon_url: authorIcon }) } }),
    ...(footer && { footer: { ...footer, ...(footer.icon_url && { icon_url: footerIcon }) } }),
    ...(imageUrl && { image: { ...image, ...described(imageUrl) } }),
    ...(thumbnailUrl && { thumbnail: { ...thumbnail, ...described(thumbnailUrl) } }),
  };
}

/** Components as Discord gives them back: each with an `id`, counted through the message. */
export function numbered<T extends { id?: number }>(components: T[]): T[] {
  let last = 0;
  const number = <P extends { id?: number; components?: P[] }>(part: P): P => ({
    ...part,
    id: part.id ?? ++last,
    ...(part.components && { components: part.components.map((one) => number(one)) }),
  });
  return components.map((one) => number(one));
}
