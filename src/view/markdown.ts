import { escapeMarkdown } from "@discordjs/builders";
import { clip } from "./limits.ts";

const LONGEST_ECHO = 60;

/** A text of the data as it stands, whatever marks it holds. */
export function plain(text: string): string {
  const marks = { heading: true, bulletedList: true, numberedList: true };
  return escapeMarkdown(text, marks).replace(/[[\]<]|^>/gm, String.raw`\$&`);
}

/** What a member typed, shown back to him: short, on one line, in code so that nothing in it is markup or a mention. */
export function typed(text: string): string {
  const tame = text
    .replaceAll("`", "ˋ")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
  return tame === "" ? "` `" : `\`${clip(tame, LONGEST_ECHO)}\``;
}

/** A link that carries a name. Parentheses in the address would end it early. */
export function link(label: string, url: string): string {
  return `[${plain(label)}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

const sentences = {
  fr: new Intl.Segmenter("fr", { granularity: "sentence" }),
  en: new Intl.Segmenter("en", { granularity: "sentence" }),
};

/** The first sentence of a text. */
export function firstSentence(text: string, language: "fr" | "en"): string {
  const [first] = sentences[language].segment(text);
  return first?.segment.trim() ?? text;
}
