import { startApp } from "./app.ts";
import type { RunningBot } from "./bot/client.ts";
import type { Log } from "./bot/log.ts";
import { ConfigError, type Config } from "./config.ts";
import { startLocalDiscord, type LocalDiscord } from "./local-discord/index.ts";
import { runPrompt } from "./local-discord/prompt.ts";
import { languageOf, wordsOf } from "./text/messages.ts";
import { untilToldToStop } from "./untilToldToStop.ts";

/** The bot on a Discord of this machine, with its page, and a prompt where there is a terminal. Throws what startApp throws. */
export async function runLocally({ story, dataFile, port }: Config, log: Log): Promise<void> {
  const language = languageOf(process.env.LC_ALL || process.env.LANG);
  const words = wordsOf(language).prompt;
  const discord = await startNear(port);
  let bot: RunningBot | undefined;
  try {
    const quiet: Log = { ...log, info: () => {} };
    bot = await startApp({ story, token: discord.token, api: discord.api, log: quiet, dataFile });
    process.stdout.write(`${words.noToken}\n`);
    const taken = port !== 0 && !discord.page.endsWith(`:${port}`);
    process.stdout.write(`${taken ? `${words.portTaken(port)} ` : ""}${words.page(discord.page)}\n`);
    if (process.stdin.isTTY) {
      await runPrompt({
        // Administrator: whoever runs the bot sees all of its commands.
        member: discord.member({ locale: language === "fr" ? "fr" : "en-US", permissions: "8" }),
        input: process.stdin,
        output: process.stdout,
        words,
      });
    } else {
      const told = untilToldToStop();
      process.stdout.write(`${words.noTerminal}\n`);
      await told;
    }
  } finally {
    await bot?.stop();
    await discord.close();
  }
}

/** A local Discord on that port, or on the next one that is free. Throws a ConfigError for one that this user may not have. */
async function startNear(port: number): Promise<LocalDiscord> {
  try {
    return await startLocalDiscord({ port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EACCES")
      throw new ConfigError(`environment: PORT: ${port} is not open to this user; name one from 1024 on`);
    if (code !== "EADDRINUSE") throw error;
    return startNear(port + 1);
  }
}
