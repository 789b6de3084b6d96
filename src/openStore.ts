import type { Log } from "./bot/log.ts";
import { openSound } from "./cache/soundFile.ts";
import type { SharedStore } from "./cache/valkeyStore.ts";
import { ConfigError } from "./config.ts";
import { messageOf } from "./messageOf.ts";

interface StoreParts {
  /** The file that keeps the settings of servers. */
  dataFile: string;
  /** The address of a server that keeps them instead. */
  store: string | null;
  log: Log;
}

/**
 * Opens what keeps the settings. A damaged file that is set aside is a line in the log, as is each loss of a server.
 * Throws a ConfigError for a file that can't be used.
 */
export async function openStore({ dataFile, store, log }: StoreParts): Promise<SharedStore> {
  if (store !== null) {
    // Few bots have one, so that its client is loaded only here.
    const { openValkey } = await import("./cache/valkeyStore.ts");
    return openValkey(store, "settings", (error) => log.error("the store is lost", { error }));
  }
  try {
    const file = openSound(
      dataFile,
      () => new Date(),
      ({ kept, error }) =>
        log.error(
          `the settings could not be read: the damaged file is kept as ${kept}, and a new one begun`,
          {
            error,
          },
        ),
    );
    return { keyv: file.keyv("settings"), close: async () => file.close() };
  } catch (error) {
    throw new ConfigError(
      `environment: DATA_FILE: ${dataFile}: ${messageOf(error)}; name a file that can be written`,
    );
  }
}
