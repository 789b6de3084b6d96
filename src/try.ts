import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { startApp } from "./app.ts";
import type { RunningBot } from "./bot/client.ts";
import { createLog } from "./bot/log.ts";
import { environmentOf, readConfig } from "./config.ts";
import { defaultStory, explained, exitCodeOf } from "./exit.ts";
import { startLocalDiscord, type LocalDiscord, type Turn } from "./local-discord/index.ts";
import { layMessage } from "./local-discord/terminal.ts";
import { languageOf, wordsOf } from "./text/messages.ts";

/** Who asks: what a line of JSON sets, over the command line's own flags. */
interface Asker {
  guild?: string | null | undefined;
  user?: string | undefined;
  locale?: string | undefined;
  /** Permission bits in the guild, as a decimal string. */
  permissions?: string | undefined;
}

/** Whoever tries the bot on his own machine is at home there: Administrator, so that he sees all commands. */
const AT_HOME = "8";

const jsonLine = z.strictObject({
  line: z.string(),
  guild: z.string().nullable().optional(),
  user: z.string().optional(),
  locale: z.string().optional(),
  permissions: z.string().regex(/^\d+$/).optional(),
});

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    locale: { type: "string" },
    guild: { type: "string" },
    user: { type: "string" },
  },
});

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** Runs every line against one bot. Gives 1 if any line had an error, else 0. */
async function run(): Promise<number> {
  const discord = await startLocalDiscord();
  const log = createLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
  );
  const quiet = { ...log, info: () => {} };
  // A token in the environment is for `npm start`: this always runs on a Discord of its own.
  const { story, dataFile } = readConfig(
    { ...environmentOf(process), DISCORD_TOKEN: undefined },
    defaultStory,
  );
  let bot: RunningBot | undefined;
  let failed = false;
  try {
    bot = await startApp({ story, dataFile, token: discord.token, api: discord.api, log: quiet });
    for await (const input of positionals.length > 0
      ? positionals
      : createInterface({ input: process.stdin })) {
      if (input.trim() === "") continue;
      const turn = await turnOf(input, discord);
      failed ||= turn.error !== null;
      process.stdout.write(flags.json ? `${JSON.stringify({ input, ...turn })}\n` : shown(input, turn));
    }
  } finally {
    await bot?.stop();
    await discord.close();
  }
  return failed ? 1 : 0;
}

async function turnOf(input: string, discord: LocalDiscord): Promise<Turn> {
  const { line, ...asker } = input.startsWith("{") ? readJsonLine(input) : { line: input };
  if (line === null)
    return {
      ms: 0,
      messages: [],
      choices: null,
      error: `not a line of JSON that this understands: ${input}`,
    };
  const { guild, user, locale, permissions = AT_HOME }: Asker = { ...flags, ...asker };
  return discord
    .member({
      permissions,
      ...(guild !== undefined && { guild }),
      ...(user && { user }),
      ...(locale && { locale }),
    })
    .say(line);
}

function readJsonLine(input: string): { line: string | null } & Asker {
  try {
    return jsonLine.parse(JSON.parse(input));
  } catch {
    return { line: null };
  }
}

/** What a terminal shows of a turn: no colour and plain addresses, so that it can be piped. */
function shown(input: string, { messages, choices, error }: Turn): string {
  const look = {
    width: Math.min(process.stdout.columns || 100, 100),
    color: false,
    links: false,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: flags.locale ?? "en-US",
    now: Date.now(),
  };
  const parts = [
    `> ${input}`,
    ...messages.map((message) => layMessage(message, look, wordsOf(languageOf(flags.locale)).prompt)),
    ...(choices ?? []).map(({ name, value }) => `  ${name}  →  ${value}`),
    ...(error ? [`! ${error}`] : []),
  ];
  return `${parts.join("\n")}\n\n`;
}
