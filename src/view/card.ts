import { EmbedBuilder } from "@discordjs/builders";
import type { Quote, Story } from "../story/story.ts";
import { button, buttonRow } from "./components.ts";
import { customId, readCustomId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message, Picture } from "./message.ts";
import { withPicture } from "./picture.ts";
import { proofsOf, quoteTitle, quoteView } from "./quote.ts";
import type { Voice } from "./voice.ts";

/** A quote as a picture, with the links that a picture can't carry; its text where there is no picture. */
export function cardView(
  quote: Quote,
  back: string,
  story: Story,
  voice: Voice,
  picture: Picture | null,
): Message {
  const { words } = voice;
  if (!picture) return { content: words.picture.impossible, ...quoteView(quote, null, story, voice) };
  const embed = new EmbedBuilder()
    .setColor(COLOURS.quote)
    .setTitle(clip(plain(quoteTitle(quote, story, voice)), LIMITS.embedTitle))
    .setDescription(clip(proofsOf(quote, story, voice), LIMITS.embedDescription));
  const ways = [
    button(words.picture.asText, back),
    button(words.quote.speaker, customId("person", "show", quote.speaker)),
    quote.event ? button(words.quote.event, customId("source", "event", quote.event)) : null,
  ];
  return withPicture({ embeds: [embed.toJSON()], components: buttonRow(ways) }, picture);
}

/** Where the text of a card is: among the quotes in which it was found, as the end of its custom id says, or alone. */
export function textOfCard(quote: Quote, back: readonly string[]): string {
  const id = back.join(":");
  const { command, action } = readCustomId(id);
  const isPlace = command === "quote" && (action === "turn" || action === "event");
  return isPlace ? id : customId("quote", "one", quote.id);
}
