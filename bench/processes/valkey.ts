import { once } from "node:events";
import KeyvValkey from "@keyv/valkey";
import { Keyv } from "keyv";
import { freePort, serverProgram, startServer } from "./valkeyServer.ts";

/** A Valkey server of this machine's own packages, on loopback and in memory alone. */
export interface Valkey {
  keyv(namespace: string): Keyv;
  stop(): Promise<void>;
}

/** Starts a server that speaks Valkey's protocol; null where this machine has none. */
export async function startValkey(): Promise<Valkey | null> {
  const program = serverProgram();
  if (program === null) return null;
  const port = await freePort();
  const server = await startServer(program, port, ["--save", "", "--appendonly", "no"]);
  const stores: KeyvValkey[] = [];
  return {
    keyv(namespace) {
      const store = new KeyvValkey(`redis://127.0.0.1:${port}`);
      stores.push(store);
      return new Keyv({ store, namespace });
    },
    async stop() {
      for (const store of stores) await store.disconnect();
      server.kill();
      await once(server, "exit");
    },
  };
}
