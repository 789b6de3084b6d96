import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startServer } from "../../bench/processes/valkeyServer.ts";

/** A real server that can be stopped, frozen and started again, on a port of its own. */
export interface ValkeyServer {
  address: string;
  port: number;
  start(...more: string[]): Promise<void>;
  stop(): Promise<void>;
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** Starts a server with an empty data folder that keeps every write at once. */
export async function startValkey(program: string): Promise<ValkeyServer> {
  const folder = await mkdtemp(join(tmpdir(), "valkey-"));
  const port = await freePort();
  let running: ChildProcess | null = null;
  const server: ValkeyServer = {
    address: `redis://127.0.0.1:${port}`,
    port,
    async start(...more) {
      const keeping = ["--dir", folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""];
      running = await startServer(program, port, [...keeping, ...more]);
    },
    async stop() {
      const child = running;
      running = null;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    freeze: () => void running?.kill("SIGSTOP"),
    thaw: () => void running?.kill("SIGCONT"),
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
