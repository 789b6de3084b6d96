import { randomUUID } from "node:crypto";
import { commands } from "../commands/index.ts";
import about from "../package.json" with { type: "json" };
import { startBot, type RunningBot } from "./bot/client.ts";
import type { Log } from "./bot/log.ts";
import { createRouter } from "./bot/router.ts";
import { createLookupCache } from "./cache/lookupCache.ts";
import { createSettings } from "./cache/settings.ts";
import { openSqlite, type SqliteFile } from "./cache/sqliteStore.ts";
import { ConfigError, NO_DATA_FILE } from "./config.ts";
import { createLookups } from "./lookup/lookups.ts";
import { startDrawer, type Drawer } from "./picture/drawer.ts";
import { createPictures } from "./picture/pictures.ts";
import { loadStory } from "./story/load.ts";

/** Milliseconds before an answer is announced as coming; Discord gives up after 3000. */
const PATIENCE = 1500;
/** Milliseconds that an answer waits for its picture before it goes without. */
const PICTURE_PATIENCE = 2000;

export interface AppParts {
  /** The folder of the story. */
  story: string;
  token: string;
  api: string;
  log: Log;
  /** The file that keeps the settings of servers; without one they last as long as the bot. */
  dataFile?: string;
  random?: () => number;
  /** Draws the pictures of answers. */
  drawer?: Drawer;
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
  random = Math.random,
  drawer: given,
}: AppParts): Promise<RunningBot> {
  const lookups = createLookups(await loadStory(story));
  const file = openDataFile(dataFile);
  const drawer = given ?? startDrawer();
  const close = async () => {
    await drawer.close();
    file.close();
  };
  const route = createRouter({
    commands,
    lookups,
    cache: createLookupCache(),
    settings: createSettings(file.keyv("settings"), (error) =>
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
    reference: () => randomUUID().slice(0, 8),
    patience: PATIENCE,
  });
  try {
    const bot = await startBot({ token, api, commands, route, log });
    return {
      ...bot,
      async stop() {
        await bot.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function openDataFile(path: string): SqliteFile {
  try {
    return openSqlite(path);
  } catch (error) {
    throw new ConfigError(
      `environment: DATA_FILE: ${path}: ${error instanceof Error ? error.message : String(error)}; name a file that can be written`,
    );
  }
}
