import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { playShards } from "../../faults/shards.ts";
import { startLocalDiscord } from "../../src/local-discord/index.ts";

const program = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

/** Ids as Discord gives them, a millisecond apart: they fall on all shards alike. */
const guildOf = (n: number) => String((BigInt(n) << 22n) + 1_000_000_000_000_000_000n);

test(
  "asked for two shards, it runs two, answers everywhere, registers once, and starts again what dies",
  { timeout: 60_000 },
  async () => {
    const { rows, registrations, exit } = await playShards({ shards: 2, servers: 200 });
    expect(rows).toEqual(
      [0, 1].map((shard) => ({
        shard,
        servers: 100,
        answered: 100,
        again_ms: expect.any(Number),
        others_lost: 0,
      })),
    );
    expect([registrations, exit]).toEqual([1, 0]);
  },
);

test("one machine among several runs its share of the shards", { timeout: 60_000 }, async () => {
  const discord = await startLocalDiscord();
  open.push(discord);
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      DISCORD_API: discord.api,
      DISCORD_TOKEN: discord.token,
      DATA_FILE: ":memory:",
      SHARDS: "1-2",
      SHARD_COUNT: "4",
    },
    stdio: "ignore",
  });
  open.push({ close: () => child.kill("SIGKILL") });
  await expect.poll(() => discord.gateway.started(), { timeout: 30_000 }).toBe(2);
  expect([0, 1, 2, 3].map((n) => discord.gateway.dispatch(guildOf(n), "X", {}))).toEqual(
    [0, 1, 2, 3].map((n) => [1, 2].includes(Number((BigInt(guildOf(n)) >> 22n) % 4n))),
  );
});
