import { fileURLToPath } from "node:url";
import { startApp } from "./app.ts";
import type { Log } from "./bot/log.ts";
import { planShards, runShards, type ShardPlan } from "./bot/shards.ts";
import type { Config } from "./config.ts";
import { EXIT_CONFIG } from "./exit.ts";
import { openStore } from "./openStore.ts";
import { projectFile } from "./projectFile.ts";
import { untilToldToStop } from "./untilToldToStop.ts";

/**
 * The bot on Discord itself: one shard here, or several in processes of their own. Ends the process when it is told
 * to stop, with 0, at once where nothing runs yet. Throws what startApp and planShards throw.
 */
export async function runOnDiscord(config: Config, token: string, log: Log): Promise<void> {
  const isShard = process.env.SHARDING_MANAGER !== undefined;
  const told = untilToldToStop(isShard);
  try {
    const { api, shards } = config;
    const plan = isShard ? null : await unlessTold(told, planShards(api, token, shards));
    const code =
      plan && (plan.total > 1 || shards)
        ? await runAll(config, token, plan, log, told)
        : await runOne(config, token, isShard, log, told);
    // All is closed, but discord.js can't be kept from looking for a Discord that is gone.
    process.exit(code);
  } finally {
    // A shard that could not start: the line to its manager would keep the process.
    if (process.connected) process.disconnect();
  }
}

/** One shard in this process, until it is told to stop or Discord does not have it back. Gives the exit code. */
async function runOne(
  { story, api, dataFile, store, metrics, questions }: Config,
  token: string,
  isShard: boolean,
  log: Log,
  told: Promise<null>,
): Promise<number> {
  const offset = isShard ? Number(process.env.SHARDS) - Number(process.env.FIRST_SHARD) : 0;
  const starting = startApp({
    story,
    token,
    api,
    log,
    dataFile,
    store,
    questions,
    metrics: metrics && { ...metrics, port: metrics.port + offset },
  });
  const bot = await unlessTold(told, starting);
  if (!isShard) process.stdout.write(`Ready. Invite the bot: ${bot.invitation}\n`);
  const code = await Promise.race([told, bot.lost]);
  if (code !== null) log.error("Discord does not have the bot back", { code });
  await bot.stop();
  if (code === null) return 0;
  return code === AUTHENTICATION_FAILED ? EXIT_CONFIG : 1;
}

/** All shards of this machine, until told to stop or starting them again can't help. Gives the exit code. */
async function runAll(
  config: Config,
  token: string,
  plan: ShardPlan,
  log: Log,
  told: Promise<null>,
): Promise<number> {
  // A damaged file is set aside once, before several processes open it.
  await (await openStore({ ...config, log })).close();
  process.env.FIRST_SHARD = String(plan.ids[0]);
  const file = fileURLToPath(projectFile("dist/main.js"));
  const shards = runShards({ file, token, plan, log, hopeless: [EXIT_CONFIG] });
  const code = await Promise.race([told, shards.gaveUp]);
  await shards.stop();
  return code ?? 0;
}

/**
 * What a start gives. Where the process is told to stop before, it ends: nobody waits for an answer yet, and a
 * Discord that says nothing would keep it.
 */
async function unlessTold<Started extends object>(
  told: Promise<null>,
  starting: Promise<Started>,
): Promise<Started> {
  return (await Promise.race([told, starting])) ?? process.exit(0);
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const AUTHENTICATION_FAILED = 4004;
