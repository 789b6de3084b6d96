import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server program of this machine, or null where none is installed. */
export const serverProgram =
  ["valkey-server", "redis-server"].find(
    (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
  ) ?? null;

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
      const keep = ["--dir", folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""];
      const child = spawn(program, ["--port", String(port), "--bind", "127.0.0.1", ...keep, ...more]);
      running = child;
      let text = "";
      for await (const part of child.stdout) {
        text += String(part);
        if (text.includes("Ready to accept connections")) break;
      }
      if (child.exitCode !== null) throw new Error(text);
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
