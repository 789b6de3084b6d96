import { parse, type RuleTypesExtended } from "discord-markdown-parser";

/** A piece of text as it is to be drawn. What is no mark is text, and stays text. */
export type Mark =
  | { kind: "text" | "code" | "block" | "mention"; text: string }
  | { kind: "break" }
  | { kind: Span; inside: Mark[] }
  | { kind: "heading"; level: number; inside: Mark[] }
  | { kind: "link"; url: string; inside: Mark[] }
  | { kind: "time"; at: number; style: string };

type Span = "bold" | "italic" | "underline" | "strike" | "spoiler" | "quote" | "subtext" | "item";

/** A node of the parser's tree; which of the fields there are depends on the type. */
interface Node {
  type: string;
  content: Node[] | string;
  target: string;
  level: number;
  timestamp: string;
  format?: string;
  id: string;
  name: string;
  fullName: string;
}

const spans: Partial<Record<RuleTypesExtended, Span>> = {
  strong: "bold",
  em: "italic",
  underline: "underline",
  strikethrough: "strike",
  spoiler: "spoiler",
  blockQuote: "quote",
  subtext: "subtext",
};

/**
 * Reads Discord's markdown: https://support.discord.com/hc/en-us/articles/210298617
 * @param text what somebody wrote, or a bot sent
 * @param nameOf the name of a user by id
 */
export function marksOf(text: string, nameOf: (user: string) => string): Mark[] {
  const lines = text.split("\n");
  // The parser knows no lists, so a list's lines are parsed one by one.
  if (!lines.some((line) => bullet.test(line)) || text.includes("```")) return parsed(text, nameOf);
  const marks: Mark[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length) marks.push(...parsed(`${plain.join("\n")}\n`, nameOf));
    plain = [];
  };
  for (const line of lines) {
    const item = bullet.exec(line);
    if (!item) plain.push(line);
    else {
      flush();
      marks.push({ kind: "item", inside: parsed(item[1] ?? "", nameOf) });
    }
  }
  flush();
  if (marks.at(-1)?.kind === "break") marks.pop();
  return marks;
}

const bullet = /^ *[-*] +(\S.*)$/;

/** More in a row than anybody means as marks; whether the parser's recursion holds them is a matter of luck. */
const ENDLESS_MARKS = /[*_~|]{200}/;

function parsed(text: string, nameOf: (user: string) => string): Mark[] {
  if (ENDLESS_MARKS.test(text)) return [{ kind: "text", text }];
  try {
    return marks(parse(text, "extended") as unknown as Node[], nameOf);
  } catch {
    // So are thousands that are nested in another way.
    return [{ kind: "text", text }];
  }
}

function marks(nodes: Node[] | string, nameOf: (user: string) => string): Mark[] {
  if (typeof nodes === "string") return [{ kind: "text", text: nodes }];
  const all = nodes.map((node) => mark(node, nameOf));
  // One text per run of words, so that a page has few nodes and a reader selects whole words.
  return all.reduce<Mark[]>((joined, one) => {
    const last = joined.at(-1);
    if (one.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = { kind: "text", text: last.text + one.text };
    else joined.push(one);
    return joined;
  }, []);
}

function mark(node: Node, nameOf: (user: string) => string): Mark {
  const span = spans[node.type];
  if (span) return { kind: span, inside: marks(node.content, nameOf) };
  const text = typeof node.content === "string" ? node.content : "";
  switch (node.type) {
    case "br":
    case "newline":
      return { kind: "break" };
    case "heading":
      return { kind: "heading", level: node.level, inside: marks(node.content, nameOf) };
    case "inlineCode":
      return { kind: "code", text };
    case "codeBlock":
      return { kind: "block", text };
    case "link":
    case "url":
    case "autolink":
      return link(node, marks(node.content, nameOf));
    case "timestamp":
      return { kind: "time", at: Number(node.timestamp) * 1000, style: node.format ?? "f" };
    case "user":
      return { kind: "mention", text: `@${nameOf(node.id)}` };
    case "slashCommand":
      return { kind: "mention", text: `/${node.fullName}` };
    case "channel":
    case "role":
      return { kind: "mention", text: node.type === "role" ? "@role" : "#general" };
    case "everyone":
    case "here":
      return { kind: "mention", text: `@${node.type}` };
    default:
      return { kind: "text", text: text || node.name || "" };
  }
}

/** Discord makes links of http and https alone; anything else is shown as it was written. */
function link(node: Node, inside: Mark[]): Mark {
  const url = webAddress(node.target);
  if (url) return { kind: "link", url, inside };
  return {
    kind: "text",
    text: node.type === "link" ? `[${textOf(inside)}](${node.target})` : textOf(inside),
  };
}

/** The address, if it is one of the web; null for any other, as `javascript:` is. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? href : null;
}

/** The words alone, as a screen reader's announcement has them. */
export function textOf(all: readonly Mark[]): string {
  return all
    .map((one) => {
      if ("inside" in one) return textOf(one.inside);
      if (one.kind === "break") return " ";
      return one.kind === "time" ? "" : one.text;
    })
    .join("");
}
