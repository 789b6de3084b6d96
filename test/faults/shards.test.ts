import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { playShards } from "../../faults/shards.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";
import { projectFile } from "../../src/projectFile.ts";
import { EXAMPLE } from "../story/example.ts";

const program = fileURLToPath(projectFile("dist/main.js"));
/** Runs it against a Discord, so that one signal can reach all of its processes, as a supervisor's does. */
function main({ api, token }: LocalDiscord, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      DISCORD_API: api,
      DISCORD_TOKEN: token,
      DATA_FILE: ":memory:",
      STORY: EXAMPLE,
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said += part.toString()));
  const ended = once(child, "close");
  const tellAll = (signal: NodeJS.Signals) => process.kill(-Number(child.pid), signal);
  const isUp = () => child.exitCode === null && child.signalCode === null;
  open.push({ close: () => isUp() && tellAll("SIGKILL") });
  return { ended, said: () => said, tellAll };
}

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
    const { rows, registrations, exit } = await playShards({ story: EXAMPLE, shards: 2, servers: 200 });
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
  main(discord, { SHARDS: "1-2", SHARD_COUNT: "4" });
  await expect.poll(() => discord.gateway.started(), { timeout: 30_000 }).toBe(2);
  expect([0, 1, 2, 3].map((n) => discord.gateway.dispatch(guildOf(n), "X", {}))).toEqual(
    [0, 1, 2, 3].map((n) => [1, 2].includes(Number((BigInt(guildOf(n)) >> 22n) % 4n))),
  );
});

test("what no shard can start with ends all of them with 78, and its fix", { timeout: 60_000 }, async () => {
  const discord = await startLocalDiscord({ shards: 2 });
  open.push(discord);
  const story = main(discord, { STORY: import.meta.filename });
  const port = main(discord, { METRICS_PORT: new URL(discord.api).port });
  expect(await Promise.all([story.ended, port.ended])).toEqual([
    [78, null],
    [78, null],
  ]);
  expect(story.said()).toContain("is no folder; name that of a story");
  expect(port.said()).toContain("name an address and a port that are free");
});

test(
  "a supervisor may tell every process to stop: what is under way in a shard is answered all the same",
  { timeout: 60_000 },
  async () => {
    const discord = await startLocalDiscord({ shards: 2 });
    open.push(discord);
    const { ended, tellAll } = main(discord);
    await expect.poll(() => discord.gateway.started(), { timeout: 30_000 }).toBe(2);
    // The commands are registered after that, and nobody can ask before.
    await expect.poll(() => discord.member().commands(), { timeout: 30_000 }).not.toEqual([]);
    const gate = Promise.withResolvers<void>();
    const meet = ({ serve }: { serve: () => Promise<Response> }) => gate.promise.then(serve);
    discord.misbehave({ kind: "requests", to: "callbacks", times: 1, meet });
    const turn = discord.member().say("/about");
    await expect.poll(() => [...discord.interactions()][0]?.deliveries).toBe(1);
    tellAll("SIGTERM");
    const isGone = (n: number) => !discord.gateway.dispatch(guildOf(n), "X", {});
    await expect.poll(() => isGone(0) && isGone(1), { timeout: 15_000 }).toBe(true);
    gate.resolve();
    expect((await turn).error).toBeNull();
    expect(await ended).toEqual([0, null]);
  },
);
