import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";

const program = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function discordWith(shards: number, guilds: number): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ shards });
  open.push(discord);
  // Ids as Discord gives them, a millisecond apart: they fall on all shards alike.
  for (let n = 0; n < guilds; n++) discord.guild(guildOf(n));
  return discord;
}

function startMain(discord: LocalDiscord, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DISCORD_API: discord.api,
      DISCORD_TOKEN: discord.token,
      DATA_FILE: ":memory:",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (part: Buffer) => (log += part.toString()));
  child.stdout.on("data", (part: Buffer) => (log += part.toString()));
  open.push({ close: () => child.kill("SIGKILL") });
  return { child, log: () => log };
}

/** Asks in a server until its shard answers. */
async function answered(discord: LocalDiscord, guild: string): Promise<void> {
  await expect
    .poll(async () => (await discord.member({ guild }).say("/about")).error, {
      timeout: 15_000,
      interval: 100,
    })
    .toBeNull();
}

const guildOf = (n: number) => String((BigInt(n) << 22n) + 1_000_000_000_000_000_000n);

/** The processes that a process started. */
async function childrenOf(parent: ChildProcess): Promise<number[]> {
  const text = await readFile(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8");
  return text.trim().split(" ").map(Number);
}

test(
  "asked for two shards, it runs two, answers in 1,000 servers, and registers its commands once",
  { timeout: 60_000 },
  async () => {
    const discord = await discordWith(2, 1000);
    let registrations = 0;
    discord.misbehave({
      kind: "requests",
      to: "others",
      meet: ({ method, serve }) => {
        if (method === "PUT") registrations++;
        return serve();
      },
    });
    const { child } = startMain(discord);
    await expect.poll(() => discord.gateway.started(), { timeout: 30_000 }).toBe(2);
    for (let shard = 0; shard < 2; shard++) await answered(discord, guildOf(shard));
    const turns = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        discord.member({ guild: guildOf(n * 25 + (n % 2)), user: `m${n}` }).say("/timeline day:lundi"),
      ),
    );
    expect(turns.filter(({ error }) => error !== null)).toEqual([]);
    expect(registrations).toBe(1);

    const [first = 0] = await childrenOf(child);
    process.kill(first, "SIGKILL");
    await expect.poll(() => discord.gateway.started(), { timeout: 15_000 }).toBe(3);
    for (let shard = 0; shard < 2; shard++) await answered(discord, guildOf(shard));
    expect(registrations).toBe(1);

    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => discord.gateway.dispatch(guildOf(0), "X", {})).toBe(false);
  },
);

test("one machine among several runs its share of the shards", { timeout: 60_000 }, async () => {
  const discord = await discordWith(1, 8);
  startMain(discord, { SHARDS: "1-2", SHARD_COUNT: "4" });
  await expect.poll(() => discord.gateway.started(), { timeout: 30_000 }).toBe(2);
  expect([0, 1, 2, 3].map((n) => discord.gateway.dispatch(guildOf(n), "X", {}))).toEqual(
    [0, 1, 2, 3].map((n) => [1, 2].includes(Number((BigInt(guildOf(n)) >> 22n) % 4n))),
  );
});
