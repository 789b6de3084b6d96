import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "../../src/cache/sqliteStore.ts";

const writer = fileURLToPath(new URL("writer.ts", import.meta.url));
const KILLS = 100;
/** Files that are written at the same time; each outlives its share of the kills. */
const FILES = 4;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kill-"));
  // One that ends by itself leaves compiled code for those that are killed.
  await once(startWriter(join(folder, "first.sqlite"), 0, 0), "close");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function startWriter(path: string, from: number, ...last: number[]) {
  return spawn(process.execPath, [writer, path, ...[from, ...last].map(String)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Lets a process write from `from` on, kills it after so many ms, and gives the last entry it confirmed. */
async function writeAndKill(path: string, from: number, ms: number): Promise<number> {
  const child = startWriter(path, from);
  const ended = once(child, "close");
  let told = "";
  child.stdout.on("data", (part: Buffer) => (told += part.toString()));
  await once(child.stdout, "data");
  await wait(ms);
  child.kill("SIGKILL");
  await ended;
  // A line that was cut in the middle was written after its entry had been confirmed all the same.
  return Number(told.slice(0, told.lastIndexOf("\n")).split("\n").at(-1));
}

test("a hundred kills at any moment cost no confirmed setting", { timeout: 60_000 }, async () => {
  const confirmed = await Promise.all(
    Array.from({ length: FILES }, async (_, number) => {
      const path = join(folder, `${number}.sqlite`);
      let next = 0;
      for (let n = 0; n < KILLS / FILES; n++) {
        const last = await writeAndKill(path, next, (n * 7 + number * 3) % 23);
        const file = openSqlite(path);
        const settings = file.keyv("settings");
        for (let at = next; at <= last; at++)
          expect(await settings.get(String(at)), `${path}: entry ${at} of ${last}`).toEqual({
            zone: `zone ${at}`,
          });
        file.close();
        next = last + 1;
      }
      return next;
    }),
  );
  expect(Math.min(...confirmed)).toBeGreaterThan(KILLS / FILES);
});
