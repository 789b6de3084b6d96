import { fileURLToPath } from "node:url";
import { startApp } from "./app.ts";
import type { Log } from "./bot/log.ts";
import { planShards, runShards, type ShardPlan } from "./bot/shards.ts";
import type { Config } from "./config.ts";
import { EXIT_CONFIG } from "./exit.ts";
import { openStore } from "./openStore.ts";
import { untilToldToStop } from "./untilToldToStop.ts";

/**
 * The bot on Discord itself, until the process is told to stop: one shard here, or several in processes of their
 * own. Throws what startApp and planShards throw.
 */
export async function runOnDiscord(config: Config, token: string, log: Log): Promise<void> {
  const { story, api, dataFile, store, metrics, questions, shards } = config;
  const isShard = process.env.SHARDING_MANAGER !== undefined;
  const plan = isShard ? null : await planShards(api, token, shards);
  if (plan && (plan.total > 1 || shards)) return runAll(config, token, plan, log);
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
async function runAll(config: Config, token: string, plan: ShardPlan, log: Log): Promise<void> {
  // A damaged file is set aside once, before several processes open it.
  await (await openStore({ ...config, log })).close();
  process.env.FIRST_SHARD = String(plan.ids[0]);
  const told = untilToldToStop();
  const file = fileURLToPath(new URL("main.js", import.meta.url));
  const shards = runShards({ file, token, plan, log, hopeless: [EXIT_CONFIG] });
  const code = await Promise.race([told, shards.gaveUp]);
  await shards.stop();
  process.exitCode = code ?? 0;
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const AUTHENTICATION_FAILED = 4004;
