import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import KeyvValkey from "@keyv/valkey";
import { Keyv } from "keyv";

/** A Valkey server of this machine's own packages, on loopback and in memory alone. */
export interface Valkey {
  keyv(namespace: string): Keyv;
  stop(): Promise<void>;
}

/** Starts a server that speaks Valkey's protocol; null where this machine has none. */
export async function startValkey(): Promise<Valkey | null> {
  const program = ["valkey-server", "redis-server"].find(
    (name) => spawnSync(name, ["--version"]).status === 0,
  );
  if (program === undefined) return null;
  const port = await freePort();
  const server = spawn(program, [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ]);
  for await (const line of server.stdout) if (String(line).includes("Ready to accept")) break;
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
