import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { faults, startLocalDiscord } from "../../src/local-discord/index.ts";

const program = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

function main(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATA_FILE: ":memory:", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => (out += part.toString()));
  open.push({ close: () => child.kill("SIGKILL") });
  return { child, text: () => out, ended: once(child, "close") };
}

async function readyMain(more: Record<string, string> = {}) {
  const discord = await startLocalDiscord();
  open.push(discord);
  const running = main({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, ...more });
  await expect.poll(running.text, { timeout: 15_000 }).toContain("Ready.");
  return { discord, ...running };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s: what is under way is answered, and it ends with 0",
  async (signal) => {
    const { discord, child, ended } = await readyMain();
    discord.misbehave({ kind: "requests", to: "callbacks", times: 1, meet: faults.slow(500, true) });
    const turn = discord.member().say("/about");
    await expect.poll(() => [...discord.interactions()][0]?.deliveries).toBe(1);
    child.kill(signal);
    expect((await turn).error).toBeNull();
    expect(await ended).toEqual([0, null]);
  },
);

test("a second signal ends it at once", async () => {
  const { discord, child, ended } = await readyMain();
  discord.misbehave({ kind: "requests", to: "callbacks", meet: () => new Promise(() => {}) });
  void discord.member().say("/about");
  await expect.poll(() => [...discord.interactions()][0]?.deliveries).toBe(1);
  child.kill("SIGTERM");
  // The first one was heard when the connection is given up.
  await expect.poll(() => discord.gateway.dispatch(null, "X", {}), { timeout: 15_000 }).toBe(false);
  child.kill("SIGTERM");
  expect(await ended).toEqual([null, "SIGTERM"]);
});

test("a wrong token is one line and exit 78, and so is each wrong variable", async () => {
  const discord = await startLocalDiscord();
  open.push(discord);
  const wrong = main({ DISCORD_TOKEN: "wrong", DISCORD_API: discord.api });
  const two = main({ DISCORD_API: "x", METRICS_PORT: "y" });
  expect(await Promise.all([wrong.ended, two.ended])).toEqual([
    [78, null],
    [78, null],
  ]);
  expect(wrong.text().trim().split("\n")).toEqual([expect.stringMatching(/^environment: DISCORD_TOKEN: /)]);
  expect(two.text().trim().split("\n")).toHaveLength(2);
});

test("when Discord does not have it back, it ends, so that it can be started again", async () => {
  const { discord, ended } = await readyMain();
  discord.misbehave({ kind: "close", code: 4013 });
  expect(await ended).toEqual([1, null]);
});

test("it starts although Discord fails at first", { timeout: 30_000 }, async () => {
  const discord = await startLocalDiscord();
  open.push(discord);
  discord.misbehave({ kind: "requests", to: "others", times: 6, meet: faults.failing(503) });
  const { text } = main({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
  await expect.poll(text, { timeout: 20_000 }).toContain("Ready.");
});

test("figures are served where it was asked for, and the token is nowhere in what it prints", async () => {
  const port = String(20_000 + (Math.floor(performance.now() * 7) % 20_000));
  const { discord, text } = await readyMain({ METRICS_PORT: port });
  await discord.member().say("/about");
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  expect(await get("/readyz")).toBe("ready\n");
  const metrics = await get("/metrics");
  expect(metrics).toContain('feuilleton_asked_total{command="about"} 1');
  expect(metrics).toContain('outcome="answered"');
  expect(text() + metrics).not.toContain(discord.token);
});
