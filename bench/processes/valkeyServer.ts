import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** The program of this machine that speaks Valkey's protocol; null where none is installed. */
export function serverProgram(): string | null {
  const programs = ["valkey-server", "redis-server"];
  return programs.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0) ?? null;
}

/**
 * Starts a server on a port of loopback and waits until it takes connections; `keeping` tells what it writes to disk.
 * Throws an Error with its words where it ends instead.
 */
export async function startServer(
  program: string,
  port: number,
  keeping: readonly string[],
): Promise<ChildProcess> {
  const server = spawn(program, ["--port", String(port), "--bind", "127.0.0.1", ...keeping]);
  let said = "";
  for await (const part of server.stdout) {
    said += String(part);
    if (said.includes("Ready to accept connections")) return server;
  }
  throw new Error(said);
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
