import KeyvValkey from "@keyv/valkey";
import { Keyv } from "keyv";

/** A Keyv over a server that several processes share. */
export interface SharedStore {
  keyv: Keyv;
  close(): Promise<void>;
}

/**
 * Milliseconds after which the server counts as gone. An interaction that waits for it is answered from the
 * defaults then, well within Discord's 3 s.
 */
const PATIENCE = 400;

/** Milliseconds of silence after which a connection counts as dead, and a new one is made. */
const SILENCE = 2000;

/**
 * Opens a namespace of a Valkey or Redis server, `redis://[:password@]host:port[/database]` or `rediss://`.
 * A server that is not there is no fault: each use rejects, at once while there is no connection and within
 * half a second while the server does not answer, and the connection comes back by itself. `onLost` hears once of
 * each time that it goes, with the reason.
 */
export async function openValkey(
  address: string,
  namespace: string,
  onLost: (error: unknown) => void = () => {},
): Promise<SharedStore> {
  const adapter = new KeyvValkey(address, {
    // By default commands wait for a lost server, for more than 6 s.
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    // A server that vanished without a word would keep its place until the system gives up, after a quarter of an hour.
    socketTimeout: SILENCE,
    // Keys carry their namespace; a set of all keys would be a second write that can fail on its own.
    useRedisSets: false,
  });
  // Each failing use rejects on its own; without a listener the connection's error would end the process.
  const { redis } = adapter as unknown as { redis: Connection };
  let isLost = false;
  adapter.on("error", (error) => {
    if (!isLost) onLost(error);
    isLost = true;
  });
  redis.on("ready", () => (isLost = false));
  await ready(redis);
  const keyv = new Keyv({ store: adapter, namespace, throwOnErrors: true });
  keyv.on("error", () => {});
  return { keyv, close: () => keyv.disconnect() };
}

/** What is used of the client's connection. */
interface Connection extends NodeJS.EventEmitter {
  status: string;
}

/** Waits for the first connection, so that what is asked at once does not find it missing; not for long. */
async function ready(redis: Connection): Promise<void> {
  if (redis.status === "ready") return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    redis.once("ready", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
