import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import about from "../package.json" with { type: "json" };
import { startBot, type RunningBot } from "./bot/client.ts";
import { createCooldown } from "./bot/cooldown.ts";
import type { Log } from "./bot/log.ts";
import type { OperatorParts, OperatorServer } from "./bot/operators.ts";
import { createRouter } from "./bot/router.ts";
import { createLookupCache } from "./cache/lookupCache.ts";
import { createSettings } from "./cache/settings.ts";
import { ConfigError, NO_DATA_FILE } from "./config.ts";
import type { Lookups } from "./lookup/lookups.ts";
import { messageOf } from "./messageOf.ts";
import { openStore } from "./openStore.ts";
import { startDrawer, type Drawer } from "./picture/drawer.ts";
import { createPictures } from "./picture/pictures.ts";
import { openLookups } from "./snapshot.ts";

/** Milliseconds before an answer is announced as coming; Discord gives up after 3000. */
const PATIENCE = 1500;
/** Milliseconds that an answer waits for its picture before it goes without. */
const PICTURE_PATIENCE = 2000;

/** How quickly a member's questions come back. */
const QUESTIONS_PER_SECOND = 0.5;
/** Each key that is pressed is a completion. */
const COMPLETIONS = { burst: 60, perSecond: 15 };

/** Milliseconds for which questions may wait while the bot prepares itself. */
const TURN = 5;

const monotonic = () => performance.now();

export interface AppParts {
  /** The folder of the story, or what answers from one that was read before. */
  story: string | Lookups;
  token: string;
  api: string;
  log: Log;
  /** The file that keeps the settings of servers; without one they last as long as the bot. */
  dataFile?: string;
  /** The address of a server that keeps them instead. */
  store?: string | null;
  /** Where figures are served. */
  metrics?: { host: string; port: number } | null;
  /** How many questions a member may ask in a row, 0 for no limit. */
  questions?: number;
  random?: () => number;
  /** Draws the pictures of answers. */
  drawer?: Drawer;
  /** Lets others work while the bot prepares itself. */
  pause?: () => Promise<unknown>;
}

/**
 * Loads the story and starts the bot. Throws a StoryError, a ConfigError for a data file that can't be
 * used, or what Discord answers to a wrong token.
 */
export async function startApp({
  story,
  token,
  api,
  log,
  dataFile = NO_DATA_FILE,
  store = null,
  metrics: watched = null,
  questions = 0,
  random = Math.random,
  drawer: given,
  pause = setImmediate,
}: AppParts): Promise<RunningBot> {
  const lookups =
    typeof story === "string"
      ? await openLookups(story, (error) =>
          log.error("the story is checked and indexed anew; npm run build writes another snapshot", {
            reason: messageOf(error),
          }),
        )
      : story;
  const kept = await openStore({ dataFile, store, log });
  let bot: RunningBot | undefined;
  const gateway = () => bot?.gateway() ?? { ready: false, ping: -1, shards: 0 };
  // What few bots use is loaded only there.
  const metrics = watched && (await import("./bot/metrics.ts")).createMetrics(gateway);
  const drawer = given ?? startDrawer();
  const reference = () => randomUUID().slice(0, 8);
  const route = createRouter({
    commands,
    lookups,
    cache: createLookupCache(),
    settings: createSettings(kept.keyv, (error) =>
      log.error("the settings of a server could not be read", { error }),
    ),
    pictures: createPictures({
      story: lookups.story,
      drawer,
      patience: PICTURE_PATIENCE,
      failed: (error) => log.error("a picture could not be drawn", { error }),
    }),
    version: `${about.name} ${about.version}`,
    log,
    random,
    reference,
    patience: PATIENCE,
    now: monotonic,
    ...(metrics && { meter: metrics }),
    ...(questions > 0 && {
      mayAsk: createCooldown({ burst: questions, perSecond: QUESTIONS_PER_SECOND }, monotonic),
      mayComplete: createCooldown(COMPLETIONS, monotonic),
    }),
  });
  let operators: OperatorServer | undefined;
  const close = async () => {
    await operators?.close();
    await drawer.close();
    await kept.close();
  };
  try {
    if (watched && metrics)
      operators = await startOperators({ ...watched, metrics, isReady: () => bot?.gateway().ready ?? false });
    const running = (bot = await startBot({ token, api, commands, route, log, reference }));
    const stopping = new AbortController();
    lookups
      .prepare({ ms: TURN, now: monotonic, pause, signal: stopping.signal })
      // Whoever asks is told by the router, and it is tried again.
      .catch((error: unknown) => log.error("what is searched could not be indexed", { error }));
    return {
      ...running,
      async stop() {
        bot = undefined;
        stopping.abort();
        await running.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Throws a ConfigError for a port that is taken. */
async function startOperators(parts: OperatorParts): Promise<OperatorServer> {
  const { startOperatorServer } = await import("./bot/operators.ts");
  try {
    return await startOperatorServer(parts);
  } catch (error) {
    throw new ConfigError(
      `environment: METRICS_PORT: ${parts.host}:${parts.port}: ${messageOf(error)}; name an address and a port that are free`,
    );
  }
}
