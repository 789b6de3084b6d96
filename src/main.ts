import { fileURLToPath } from "node:url";
import { openStore, startApp } from "./app.ts";
import { createLog, type Log } from "./bot/log.ts";
import type { RunningBot } from "./bot/client.ts";
import { planShards, runShards, type ShardPlan } from "./bot/shards.ts";
import { environmentOf, readConfig, type Config } from "./config.ts";
import { defaultStory, EXIT_CONFIG, explained, exitCodeOf } from "./exit.ts";
import { startLocalDiscord, type LocalDiscord } from "./local-discord/index.ts";
import { runPrompt } from "./local-discord/prompt.ts";
import { languageOf, wordsOf } from "./text/messages.ts";

const environment = environmentOf(process);
const log = createLog(
  (line) => process.stderr.write(`${line}\n`),
  () => new Date(),
  [environment.DISCORD_TOKEN ?? ""],
);

try {
  const config = readConfig(environment, defaultStory);
  await (config.token === null ? runLocally(config) : runOnDiscord(config, config.token));
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** The bot on Discord itself, until the process is told to stop: one shard here, or several in processes of their own. */
async function runOnDiscord(config: Config, token: string): Promise<void> {
  const { story, api, dataFile, store, metrics, questions, shards } = config;
  const isShard = process.env.SHARDING_MANAGER !== undefined;
  const plan = isShard ? null : await planShards(api, token, shards);
  if (plan && (plan.total > 1 || shards)) return runAll(config, token, plan);
  const told = untilToldToStop();
  const offset = isShard ? Number(process.env.SHARDS) - Number(process.env.FIRST_SHARD) : 0;
  const bot = await startApp({
    story,
    token,
    api,
    log,
    dataFile,
    store,
    questions,
    metrics: metrics && { ...metrics, port: metrics.port + offset },
  });
  if (!isShard) process.stdout.write(`Ready. Invite the bot: ${bot.invitation}\n`);
  const code = await Promise.race([told, bot.lost]);
  if (code !== undefined) log.error("Discord does not have the bot back", { code });
  await bot.stop();
  process.exitCode = code === undefined ? 0 : code === AUTHENTICATION_FAILED ? EXIT_CONFIG : 1;
  // The manager of the shards keeps a line open to this process.
  if (isShard) process.disconnect();
}

/** All shards of this machine, until the process is told to stop. */
async function runAll(config: Config, token: string, plan: ShardPlan): Promise<void> {
  // A damaged file is set aside once, before several processes open it.
  await (await openStore({ ...config, log })).close();
  process.env.FIRST_SHARD = String(plan.ids[0]);
  const told = untilToldToStop();
  const file = fileURLToPath(import.meta.url);
  const shards = runShards({ file, token, plan, log, hopeless: [EXIT_CONFIG] });
  const code = await Promise.race([told, shards.gaveUp]);
  await shards.stop();
  process.exitCode = code ?? 0;
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const AUTHENTICATION_FAILED = 4004;

/** The same bot against a Discord on this machine, with its page, and a prompt where there is a terminal. */
async function runLocally({ story, dataFile, port }: Config): Promise<void> {
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

/** A local Discord on that port, or on the next one that is free. */
async function startNear(port: number): Promise<LocalDiscord> {
  try {
    return await startLocalDiscord({ port });
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken) throw error;
    return startNear(port + 1);
  }
}

/**
 * Resolves at SIGINT or SIGTERM, or when the manager of the shards is gone; a second signal ends the process at
 * once.
 */
async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    process.once("disconnect", () => resolve());
  });
}
