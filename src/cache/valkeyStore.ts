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
const PATIENCE = 500;

/**
 * Opens a namespace of a Valkey or Redis server, `redis://[:password@]host:port[/database]` or `rediss://`.
 * A server that is not there is no fault: each use rejects, at once while there is no connection and within
 * half a second while the server does not answer, and the connection comes back by itself.
 */
export async function openValkey(address: string, namespace: string): Promise<SharedStore> {
  const adapter = new KeyvValkey(address, {
    // By default commands wait for a lost server, for more than 6 s.
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    // Keys carry their namespace; a set of all keys would be a second write that can fail on its own.
    useRedisSets: false,
  });
  // Each failing use rejects on its own; without a listener the connection's error would end the process.
  adapter.on("error", () => {});
  await connected(adapter);
  const keyv = new Keyv({ store: adapter, namespace, throwOnErrors: true });
  keyv.on("error", () => {});
  return { keyv, close: () => keyv.disconnect() };
}

/** Waits for the first connection, so that what is asked at once does not find it missing; not for long. */
async function connected(adapter: KeyvValkey): Promise<void> {
  const { redis } = adapter as { redis: NodeJS.EventEmitter & { status: string } };
  if (redis.status === "ready") return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    redis.once("ready", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
