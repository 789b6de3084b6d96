import type { Readable, Writable } from "node:stream";
import { createInterface } from "node:readline/promises";
import type { APIMessage } from "discord-api-types/v10";
import { createSupportsHyperlinks } from "supports-hyperlinks";
import type { Member } from "./member.ts";
import { suggestions } from "./suggest.ts";
import { clean, styled, wrapped, type Look } from "./terminal-text.ts";
import { layMessage, type LayoutWords } from "./terminal.ts";
import type { Turn } from "./turn.ts";

/** The phrases of the prompt, in the reader's language. */
interface PromptWords extends LayoutWords {
  /** Said once at the start: what can be typed. */
  welcome: string;
  /** When Tab finds nothing to suggest. */
  nothing: string;
}

export interface PromptOptions {
  member: Member;
  /** A terminal, or in a test any stream. */
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  words: PromptWords;
  /** IANA zone in which times are told; this machine's unless told. */
  zone?: string;
  /** The clock, in ms since 1970. */
  now?: () => number;
}

/** Wider lines are hard to read. */
const widest = 100;

/**
 * Talks with the bot in a terminal: Tab suggests, Enter sends, arrows bring back what was typed. Ends with
 * `/quit`, Ctrl-D or Ctrl-C.
 */
export async function runPrompt({ member, input, output, words, zone, now }: PromptOptions): Promise<void> {
  const look = (): Look => ({
    width: Math.min(output.columns ?? 80, widest) - 1,
    color: output.isTTY === true && !process.env.NO_COLOR,
    links: createSupportsHyperlinks(output),
    zone: zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: member.locale,
    now: (now ?? Date.now)(),
  });
  let last: APIMessage | null = null;
  /** By option and name, of all that was suggested. */
  const suggested = new Map<string, string>();
  const keyOf = (option: string, name: string) => JSON.stringify([option, name.trim()]);
  const lines = createInterface({
    input,
    output,
    terminal: output.isTTY === true,
    prompt: styled(look(), "blue", "› "),
    historySize: 200,
    completer: async (typed: string): Promise<[string[], string]> => {
      const found = await suggestions(member, typed, last);
      for (const { label, chosen } of found)
        if (chosen) suggested.set(keyOf(chosen.option, label), chosen.value);
      if (found.length === 1) return [[found[0]?.line ?? typed], typed];
      const shared = commonStart(found.map((one) => one.line));
      if (shared.length > typed.length && shared.startsWith(typed)) return [[shared], typed];
      // Names, not the values behind them, are what a reader chooses by, so the list is printed here.
      const names = found.map((one) => `  ${clean(one.label)}`);
      output.write(`\n${names.length ? names.join("\n") : styled(look(), "dim", `  ${words.nothing}`)}\n`);
      lines.prompt(true);
      return [[], typed];
    },
  });
  const seen = new Set<string>();
  const show = (turn: Turn) => {
    const late = member.messages().filter((message) => !seen.has(message.id));
    const changed = turn.messages.filter((message) => !late.some((one) => one.id === message.id));
    for (const message of [...changed, ...late]) {
      seen.add(message.id);
      output.write(`\n${layMessage(message, look(), words)}\n`);
    }
    last = turn.messages.at(-1) ?? last;
    for (const choice of turn.choices ?? []) output.write(`  ${clean(choice.name)}\n`);
    if (turn.error !== null) output.write(`${styled(look(), "red", clean(turn.error))}\n`);
    output.write("\n");
  };

  output.write(`${wrapped(words.welcome, look().width).join("\n")}\n\n`);
  let closed = false;
  lines.on("close", () => void (closed = true));
  lines.on("SIGINT", () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === "/quit") break;
    if (line.trim()) show(await member.say(line, (option, name) => suggested.get(keyOf(option, name))));
    // Ctrl-C may have come while the answer was awaited.
    if (closed) break;
    // What was typed meanwhile goes on where it ended.
    lines.prompt(true);
  }
  lines.close();
}

function commonStart(lines: string[]): string {
  const [first = "", ...rest] = lines;
  let length = first.length;
  for (const line of rest) while (!line.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
