/**
 * What Discord writes for a mention, a channel, a custom emoji, a time or a command:
 * https://docs.discord.com/developers/reference#message-formatting
 */
const MARK = /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+|\/[^<>]+:\d+)>/g;
const LINK = /\[([^[\]]+)\]\(<?https?:\/\/[^()\s]+\)/g;
const ADDRESS = /<?https?:\/\/[^\s<>]+>?/g;

/** What a member typed in words of his own: the text of a link stays, addresses and Discord's marks go. */
export function withoutMarks(text: string): string {
  const words = text.replace(LINK, "$1").replace(ADDRESS, " ").replace(MARK, " ");
  return words.replace(/\s+/g, " ").trim();
}
