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

const USAGE = `Usage: npm run -s try -- [--json] [--locale LOCALE] [--guild NAME] [--user NAME] [LINE]...

Asks the bot on a Discord of its own; without a LINE, each line of standard input.
A line is what a member does:
  /name option:value   a command
  ?/timeline day:lun   asks for suggestions
  !LABEL               presses a button or picks from a menu of the last answer
  >Check this TEXT     uses the message menu on a message that says TEXT
  {"line": "…"}        a line of JSON, which may also set guild, user, locale and permissions
Exit status: 0 when each line was answered, 1 when one was not, 2 when called in another way.`;

type Flags = Pick<Asker, "guild" | "user" | "locale"> & { json: boolean };

// Whoever reads no further (`| head`) has what he wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const called = commandLine();
if (called !== null) {
  try {
    process.exitCode = await run(called);
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** What the command line asks for, or null where only its usage was wanted or is needed. */
function commandLine(): { flags: Flags; lines: string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        locale: { type: "string" },
        guild: { type: "string" },
        user: { type: "string" },
      },
    });
    const { help, ...flags } = values;
    if (!help) return { flags, lines: positionals };
    process.stdout.write(`${USAGE}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exitCode = 2;
  }
  return null;
}

/** Runs every line against one bot. Gives 1 if any line had an error, else 0. */
async function run({ flags, lines }: { flags: Flags; lines: readonly string[] }): Promise<number> {
  // A token in the environment is for `npm start`: this always runs on a Discord of its own.
  const { story, dataFile } = readConfig(
    { ...environmentOf(process), DISCORD_TOKEN: undefined },
    defaultStory,
  );
  const discord = await startLocalDiscord();
  const log = createLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
  );
  const quiet = { ...log, info: () => {} };
  let bot: RunningBot | undefined;
  let failed = false;
  try {
    bot = await startApp({ story, dataFile, token: discord.token, api: discord.api, log: quiet });
    for await (const input of lines.length > 0 ? lines : createInterface({ input: process.stdin })) {
      if (input.trim() === "") continue;
      const turn = await turnOf(input, flags, discord);
      failed ||= turn.error !== null;
      process.stdout.write(
        flags.json ? `${JSON.stringify({ input, ...turn })}\n` : shown(input, flags, turn),
      );
    }
  } finally {
    await bot?.stop();
    await discord.close();
  }
  return failed ? 1 : 0;
}

async function turnOf(input: string, flags: Flags, discord: LocalDiscord): Promise<Turn> {
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
function shown(input: string, flags: Flags, { messages, choices, error }: Turn): string {
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
