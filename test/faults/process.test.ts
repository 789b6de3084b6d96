import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { faults, startLocalDiscord } from "../../src/local-discord/index.ts";
import { projectFile } from "../../src/projectFile.ts";
import { EXAMPLE } from "../story/example.ts";

const program = fileURLToPath(projectFile("dist/main.js"));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

/** With a story of a few entries: what is tried here is the same with any, which is read and indexed for each start. */
function main(env: Record<string, string>, cwd?: string) {
  const child = spawn(process.execPath, [program], {
    cwd,
    env: { PATH: process.env.PATH, DATA_FILE: ":memory:", STORY: EXAMPLE, ...env },
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

test("what Discord never confirms does not keep it: it ends with 0 all the same", async () => {
  const { discord, child, ended } = await readyMain();
  discord.misbehave({ kind: "requests", to: "callbacks", meet: () => new Promise(() => {}) });
  void discord.member().say("/about");
  await expect.poll(() => [...discord.interactions()][0]?.deliveries).toBe(1);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("while Discord is gone it ends with 0 as well", async () => {
  const { discord, child, ended, text } = await readyMain();
  await discord.close();
  open.splice(
    open.findIndex((one) => one === discord),
    1,
  );
  await expect.poll(text, { timeout: 15_000 }).toContain("the connection to Discord");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("told before Discord has let it in, it ends with 0", async () => {
  const discord = await startLocalDiscord();
  open.push(discord);
  let asked = false;
  const meet: faults.Meet = () => {
    asked = true;
    return new Promise(() => {});
  };
  const { child, ended } = main({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
  // The first request is the plan's; by the second one it is about to log in.
  discord.misbehave({ kind: "requests", to: "others", meet });
  discord.misbehave({ kind: "requests", to: "others", times: 1, meet: ({ serve }) => serve() });
  await expect.poll(() => asked, { timeout: 15_000 }).toBe(true);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a second signal ends it at once", async () => {
  const { discord, child, ended } = await readyMain();
  discord.misbehave({ kind: "requests", to: "callbacks", meet: () => new Promise(() => {}) });
  void discord.member().say("/about");
  await expect.poll(() => [...discord.interactions()][0]?.deliveries).toBe(1);
  child.kill("SIGTERM");
  // The first one was heard when the connection is given up.
  await expect.poll(() => discord.gateway.dispatch(null, "X", {}), { timeout: 15_000 }).toBe(false);
  // Of another kind, it is the second one all the same.
  child.kill("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
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

/** What a process that ends by itself says, line by line, and its exit code. */
async function endOf(env: Record<string, string>): Promise<[code: number | null, ...lines: string[]]> {
  const { ended, text } = main(env);
  const [code] = (await ended) as [number | null];
  return [code, ...text().trim().split("\n")];
}

test("a Discord that is not there, or is somebody else, is one line with the fix and exit 69", async () => {
  const other = createServer((_request, response) => response.writeHead(404).end("who?")).listen(
    0,
    "127.0.0.1",
  );
  await once(other, "listening");
  open.push(other);
  const { port } = other.address() as AddressInfo;
  const [gone, wrong] = await Promise.all(
    ["http://127.0.0.1:1/api", `http://127.0.0.1:${port}/api`].map((api) =>
      endOf({ DISCORD_TOKEN: "t", DISCORD_API: api }),
    ),
  );
  expect(gone).toEqual([
    69,
    expect.stringMatching(
      /^environment: DISCORD_API: http:\/\/127.0.0.1:1\/api: .*\(ECONNREFUSED\); check the address/,
    ),
  ]);
  expect(wrong).toEqual([
    69,
    expect.stringMatching(/^environment: DISCORD_API: .*answers 404; check the address/),
  ]);
});

test("a port that is taken, a data file without its folder, a story that is no folder: a line each, exit 78", async () => {
  const discord = await startLocalDiscord();
  open.push(discord);
  const connection = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
  const port = new URL(discord.api).port;
  const [taken, homeless, noStory] = await Promise.all([
    endOf({ ...connection, METRICS_PORT: port }),
    endOf({ ...connection, DATA_FILE: join(import.meta.dirname, "nowhere", "x.sqlite") }),
    endOf({ ...connection, STORY: import.meta.filename }),
  ]);
  expect(taken).toEqual([
    78,
    expect.stringMatching(
      /^environment: METRICS_PORT: .*EADDRINUSE.*; name an address and a port that are free$/,
    ),
  ]);
  expect(homeless).toEqual([
    78,
    expect.stringMatching(/^environment: DATA_FILE: .*unable to open.*; name a file that can be written$/),
  ]);
  expect(noStory).toEqual([
    78,
    `the story in ${import.meta.filename} can't be loaded:`,
    `${import.meta.filename}: is no folder; name that of a story`,
  ]);
});

test("a store that is not there is no reason not to start, and is told in one line with its address", async () => {
  const { discord, text } = await readyMain({ STORE: "redis://127.0.0.1:1" });
  expect((await discord.member().say("/about")).error).toBeNull();
  const told = text()
    .split("\n")
    .filter((line) => line.includes("the store is lost"));
  expect(told).toEqual([expect.stringContaining("connect ECONNREFUSED 127.0.0.1:1")]);
});

test("a .env file that can't be read is one line and exit 78", async () => {
  const folder = await mkdtemp(join(tmpdir(), "env-"));
  open.push({ close: () => rm(folder, { recursive: true }) });
  await mkdir(join(folder, ".env"));
  const { ended, text } = main({}, folder);
  expect(await ended).toEqual([78, null]);
  expect(text()).toMatch(/^\.env: EISDIR.*; make it a file that can be read, or remove it\n$/);
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
  const gone = () => Response.json({ code: 10062, message: "Unknown interaction" }, { status: 404 });
  discord.misbehave({ kind: "requests", to: "callbacks", times: 1, meet: gone });
  void discord.member().say("/about");
  await expect.poll(() => get("/metrics")).toContain('feuilleton_gone_total{code="10062"} 1');
  expect(text() + metrics).not.toContain(discord.token);
});
