/**
 * Discord's limits on a message, in UTF-16 units:
 * https://discord.com/developers/docs/resources/message#embed-object-embed-limits and
 * https://discord.com/developers/docs/components/reference
 */
export const LIMITS = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  /** Over all embeds of a message. */
  embedTotal: 6000,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  choices: 25,
  choiceText: 100,
} as const;

/** In UTF-16 units: up to where a text is a label, and the longest word that is given up for a clean end. */
const SHORT_TEXT = 60;
const LONGEST_WORD_LEFT_OUT = 20;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text of at most `longest` units, cut between two characters as a reader sees them, with an ellipsis. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = graphemes.segment(text).containing(longest - 1)?.index ?? 0;
  const kept = text.slice(0, cut);
  const words = kept.replace(/\s+\S*$/, "");
  // A long text ends with a whole word; a short label keeps as much as it can.
  return `${(words.length > cut - LONGEST_WORD_LEFT_OUT && cut > SHORT_TEXT ? words : kept).trimEnd()}…`;
}
