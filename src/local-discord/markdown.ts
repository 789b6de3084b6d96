import { clean, columns, link, styled, wrapped, type Look, type Style } from "./terminal-text.ts";

/** A rule of inline markdown: where it begins, and what becomes of it. */
type Inline = [RegExp, (look: Look, match: RegExpExecArray) => string];

const within =
  (style: Style) =>
  (look: Look, match: RegExpExecArray): string =>
    styled(look, style, inline(look, match[1] ?? ""));

/** https://support.discord.com/hc/en-us/articles/210298617; the first rule that matches wins. */
const rules: Inline[] = [
  [/^\\([\p{P}\p{S}])/u, (_look, match) => match[1] ?? ""],
  [/^(`+)([^]*?[^`])\1(?!`)/, (look, match) => styled(look, "cyan", (match[2] ?? "").trim())],
  [
    /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/,
    (look, match) => timeText(look, Number(match[1]), match[2] ?? "f"),
  ],
  [/^<\/([^:>]+):\d+>/, (look, match) => styled(look, "blue", `/${match[1]}`)],
  [/^<(@[!&]?|#)(\d+)>/, (look, match) => styled(look, "blue", `${match[1]?.[0]}${match[2]}`)],
  [/^<a?:(\w+):\d+>/, (_look, match) => `:${match[1]}:`],
  [
    /^\[((?:\\.|[^\]\\])+)\]\(<?((?:https?|discord):(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"]*")?\)/,
    (look, match) => link(look, inline(look, match[1] ?? ""), match[2] ?? ""),
  ],
  [/^<(https?:\/\/[^\s>]+)>/, (look, match) => link(look, match[1] ?? "", match[1] ?? "")],
  [/^https?:\/\/[^\s<]*[^\s<.,:;"'\])]/, (look, match) => link(look, match[0], match[0])],
  [/^\*\*([^]+?)\*\*(?!\*)/, within("bold")],
  [/^__([^]+?)__(?!_)/, within("underline")],
  [/^\*(?!\s)((?:\*\*|[^*])+?)(?<!\s)\*(?!\*)/, within("italic")],
  [/^_((?:__|[^_])+?)_(?![\p{L}\p{N}_])/u, within("italic")],
  [/^~~([^]+?)~~/, within("strikethrough")],
  [/^\|\|([^]+?)\|\|/, within("inverse")],
];

/** A line's inline markdown as styled text; unbalanced marks stay as they are. */
export function inline(look: Look, text: string): string {
  let rest = text;
  let out = "";
  scan: while (rest) {
    for (const [pattern, render] of rules) {
      const match = pattern.exec(rest);
      if (!match) continue;
      out += render(look, match);
      rest = rest.slice(match[0].length);
      continue scan;
    }
    // To the next mark that could begin something, or one character on. An underscore inside a word is none.
    const plain =
      /^(?:[\p{L}\p{N}]+_*(?=[\p{L}\p{N}])|h(?!ttps?:)|[^\\`<[*_~|h])+/u.exec(rest)?.[0] ?? rest[0] ?? "";
    out += plain;
    rest = rest.slice(plain.length);
  }
  return out;
}

/**
 * Markdown as lines of a terminal.
 * @param text as a bot sends it; control characters are taken out
 * @param width columns; only words longer than that stand out
 */
export function markdownLines(look: Look, text: string, width: number): string[] {
  const lines: string[] = [];
  let code = false;
  let quote = false;
  for (const line of clean(text).split("\n")) {
    const fence = /^\s*```(.*?)(```)?\s*$/.exec(line);
    if (fence) {
      if (fence[2] && fence[1]) lines.push(`  ${styled(look, "cyan", fence[1])}`);
      else code = !code;
    } else if (code) lines.push(`  ${styled(look, "cyan", line)}`);
    else {
      if (line.startsWith(">>> ")) quote = true;
      lines.push(...blockLines(look, quote ? `> ${line.replace(/^>>> /, "")}` : line, width));
    }
  }
  return lines;
}

function blockLines(look: Look, line: string, width: number): string[] {
  const quote = /^> ?([^]*)$/.exec(line);
  if (quote)
    return blockLines(look, quote[1] ?? "", width - 2).map((one) => `${styled(look, "dim", "│")} ${one}`);
  const heading = /^#{1,3} (.+)$/.exec(line);
  if (heading) return wrapped(styled(look, "bold", inline(look, heading[1] ?? "")), width);
  const small = /^-# (.+)$/.exec(line);
  if (small) return wrapped(styled(look, "dim", inline(look, small[1] ?? "")), width);
  const item = /^(\s*)([-*]|\d+\.) (.+)$/.exec(line);
  if (!item) return wrapped(inline(look, line), width);
  const mark = `${item[1]}${/\d/.test(item[2] ?? "") ? item[2] : "•"} `;
  return hanging(mark, inline(look, item[3] ?? ""), width);
}

/** Text behind a mark, its further lines under the first one's text. */
export function hanging(mark: string, text: string, width: number): string[] {
  const indent = columns(mark);
  return wrapped(text, width - indent).map((line, at) => (at === 0 ? mark : " ".repeat(indent)) + line);
}

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const timeStyles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/**
 * A timestamp in the reader's zone and language.
 * @param seconds since 1970
 * @param style one of Discord's letters; R tells how long ago or hence
 */
function timeText(look: Look, seconds: number, style: string): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return `<t:${seconds}:${style}>`;
  if (style === "R") return relative(look, seconds - look.now / 1000);
  return new Intl.DateTimeFormat(look.locale, { ...timeStyles[style], timeZone: look.zone }).format(date);
}

function relative(look: Look, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(look.locale, { numeric: "auto" });
  const units = [
    ["year", 31_557_600],
    ["month", 2_629_800],
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ] as const;
  for (const [unit, length] of units)
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  return format.format(Math.round(seconds), "second");
}
