import { stripVTControlCharacters, styleText } from "node:util";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** What a terminal can do, and how its reader reads. */
export interface Look {
  /** Columns. */
  width: number;
  color: boolean;
  /** Whether the terminal follows hyperlinks (OSC 8); without them an address is written out. */
  links: boolean;
  /** IANA zone and locale for times. */
  zone: string;
  locale: string;
  /** Now, in ms since 1970, for times told as "3 hours ago". */
  now: number;
}

export type Style = Parameters<typeof styleText>[0];

/**
 * Text without anything that could drive a terminal: escape sequences, control characters, and the marks
 * that turn the direction of writing. Line breaks stay, tabs become a space.
 */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** Styled text, or the text itself where there is no colour. */
export function styled(look: Look, style: Style, text: string): string {
  return look.color && text ? styleText(style, text, { validateStream: false }) : text;
}

/**
 * A link: the label that leads there, or `label (address)`. An address that is not of the web is left out.
 * @param label may be styled already
 */
export function link(look: Look, label: string, url: string): string {
  const address = clean(url).replace(/\s/g, "");
  if (!/^(https?|discord):/i.test(address)) return label;
  if (!look.links) return label === address ? label : `${label} (${address})`;
  return `\u001b]8;;${address}\u0007${styled(look, "underline", label)}\u001b]8;;\u0007`;
}

/**
 * Breaks text into lines of at most `width` columns, at spaces. A longer word is left whole; text in a
 * script without spaces may break anywhere.
 */
export function wrapped(text: string, width: number): string[] {
  const room = Math.max(1, width);
  return wrapAnsi(text, room, { trim: true })
    .split("\n")
    .flatMap((line) => {
      if (columns(line) <= room || !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(line))
        return [line];
      return wrapAnsi(line, room, { hard: true, trim: true }).split("\n");
    });
}

/** How many columns a text takes, styles not counted. */
export function columns(text: string): number {
  return stringWidth(text);
}

/** The text with spaces behind it, up to so many columns. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}
