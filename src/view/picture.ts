import type { Message, Picture } from "./message.ts";

/** A message whose first embed shows the picture; the message itself where there is none. */
export function withPicture(message: Message, picture: Picture | null | undefined): Message {
  const [first, ...rest] = message.embeds ?? [];
  if (!picture || !first) return message;
  return {
    ...message,
    embeds: [{ ...first, image: { url: `attachment://${picture.name}` } }, ...rest],
    files: [picture],
  };
}
