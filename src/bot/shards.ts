import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { REST, Routes, ShardingManager, type Shard } from "discord.js";
import { z } from "zod";
import { isWrongToken } from "./client.ts";
import { insist, systemClock } from "./insist.ts";
import type { Log } from "./log.ts";
import { isFromOutside, isRefused, unreachable } from "./unreachable.ts";

/** How the servers are shared out: https://discord.com/developers/docs/events/gateway#sharding */
export interface ShardPlan {
  /** Of all machines together. */
  total: number;
  /** Those that this machine runs. */
  ids: readonly number[];
  /** How many may identify in 5 s. */
  concurrency: number;
}

/** How long Discord may be away when the bot starts, in ms; then whoever supervises the bot starts it again. */
const START_PATIENCE = 60_000;

/** https://discord.com/developers/docs/events/gateway#get-gateway-bot */
const gatewayBot = z.object({
  shards: z.int().positive(),
  session_start_limit: z.object({ max_concurrency: z.int().positive() }),
});

/**
 * What Discord recommends, or the given share of it. Throws a DiscordAPIError for a wrong token, and a
 * DiscordUnreachable where nobody listens, where somebody else does, and where Discord fails for a minute.
 */
export async function planShards(
  api: string,
  token: string,
  share: { total: number; ids: readonly number[] } | null,
  clock = systemClock,
): Promise<ShardPlan> {
  const rest = new REST({ api }).setToken(token);
  const ask = async () => {
    try {
      return gatewayBot.parse(await rest.get(Routes.gatewayBot()));
    } catch (error) {
      throw isRefused(error) ? unreachable(api, error) : error;
    }
  };
  const { shards, session_start_limit: limit } = await insist(ask, clock.now() + START_PATIENCE, clock).catch(
    (error: unknown) => {
      throw isFromOutside(error) && !isWrongToken(error) ? unreachable(api, error) : error;
    },
  );
  const all = { total: shards, ids: Array.from({ length: shards }, (_, id) => id) };
  return { ...(share ?? all), concurrency: limit.max_concurrency };
}

export interface ShardParts {
  /** The program of one shard. */
  file: string;
  token: string;
  plan: ShardPlan;
  log: Log;
  /** Exit codes after which starting again can't help. */
  hopeless: readonly number[];
  /** Milliseconds that a shard gets to end by itself when it is told to; 4700 unless told. */
  drain?: number;
}

/** Processes, one a shard, that are kept running. */
export interface RunningShards {
  /** Resolves with an exit code when starting again can't help. */
  gaveUp: Promise<number>;
  /** Tells every shard to end, and ends those that do not. */
  stop(): Promise<void>;
}

/** https://discord.com/developers/docs/events/gateway#rate-limiting: a client may identify once in 5 s. */
const IDENTIFY_PACE = 5000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/** A shard gives its answers four seconds, and all of it has to end within five. */
const DRAIN = 4700;
/** A shard that ran for so long died of something new, in ms. */
const LONG_RUN = 120_000;

/**
 * Starts each shard in a process of its own, as quickly as Discord lets them identify, and starts it again
 * when it dies, sooner the first time and later the more often it does.
 */
export function runShards({ file, token, plan, log, hopeless, drain = DRAIN }: ShardParts): RunningShards {
  const manager = new ShardingManager(file, {
    token,
    totalShards: plan.total,
    shardList: [...plan.ids],
    // What `npm start` tells Node.js of its memory holds for each shard.
    execArgv: process.execArgv,
    // What this does is done below, with pauses.
    respawn: false,
  });
  const stopping = new AbortController();
  const gaveUp = Promise.withResolvers<number>();

  const start = async (shard: Shard) => {
    try {
      await shard.spawn();
      log.info("a shard is ready", { shard: shard.id });
    } catch (error) {
      // Its end is heard of below.
      log.error("a shard did not become ready", { shard: shard.id, error });
    }
  };

  const keepRunning = (shard: Shard) => {
    let pause = FIRST_PAUSE;
    let started = Date.now();
    shard.on("error", (error) => log.error("a shard reports an error", { shard: shard.id, error }));
    shard.on("death", (child) => {
      const code = "exitCode" in child ? child.exitCode : null;
      if (stopping.signal.aborted) return;
      if (code !== null && hopeless.includes(code)) return gaveUp.resolve(code);
      if (Date.now() - started > LONG_RUN) pause = FIRST_PAUSE;
      log.error("a shard died and is started again", { shard: shard.id, code, pause });
      void wait(pause, undefined, { signal: stopping.signal }).then(
        () => {
          started = Date.now();
          return start(shard);
        },
        () => {},
      );
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    });
  };

  const startAll = async () => {
    for (const [at, id] of plan.ids.entries()) {
      if (at > 0) await wait(IDENTIFY_PACE / plan.concurrency, undefined, { signal: stopping.signal });
      const shard = manager.createShard(id);
      keepRunning(shard);
      if (plan.concurrency > 1) void start(shard);
      else await start(shard);
    }
  };
  // Only stopping ends it before its end.
  startAll().catch(() => {});

  return {
    gaveUp: gaveUp.promise,
    async stop() {
      stopping.abort();
      await Promise.all(
        [...manager.shards.values()].map(async ({ process: child }) => {
          if (!child || child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, "exit");
          child.kill("SIGTERM");
          const late = wait(drain, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
          await Promise.race([ended, late]);
          await ended;
        }),
      );
    },
  };
}
