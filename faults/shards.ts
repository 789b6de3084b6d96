import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startLocalDiscord, type LocalDiscord } from "../src/local-discord/index.ts";
import { projectFile } from "../src/projectFile.ts";

/** One shard of a bot that was asked in every server, and whose processes were killed one after another. */
interface ShardRow {
  shard: number;
  /** Its servers, and in how many of them it answered. */
  servers: number;
  answered: number;
  /** From its kill until it answered again, in ms. */
  again_ms: number;
  /** What other shards left unanswered meanwhile. */
  others_lost: number;
}

export interface ShardReport {
  rows: ShardRow[];
  /** How often commands were registered. */
  registrations: number;
  /** How the bot ended when it was told to. */
  exit: number | null;
}

export interface ShardsParts {
  story: string;
  shards: number;
  servers: number;
}

const IN_FLIGHT = 16;
/** Milliseconds between two questions to a shard that is awaited. */
const PACE = 50;
/** How long a shard may take to answer, in ms. */
const MOST = 60_000;

/** Ids as Discord gives them, a millisecond apart: they fall on all shards alike. */
const serverOf = (n: number) => String((BigInt(n) << 22n) + 1_000_000_000_000_000_000n);
/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
const shardOf = (n: number, shards: number) => Number((BigInt(serverOf(n)) >> 22n) % BigInt(shards));

/** Runs the bot as `npm start` does, on a Discord that asks for so many shards. Needs Linux: it looks into /proc. */
export async function playShards({ story, shards, servers }: ShardsParts): Promise<ShardReport> {
  const discord = await startLocalDiscord({ shards });
  for (let n = 0; n < servers; n++) discord.guild(serverOf(n));
  let registrations = 0;
  discord.misbehave({
    kind: "requests",
    to: "others",
    meet({ method, serve }) {
      if (method === "PUT") registrations++;
      return serve();
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "shards-"));
  const bot = spawn(process.execPath, [fileURLToPath(projectFile("dist/main.js"))], {
    env: {
      PATH: process.env.PATH,
      DISCORD_API: discord.api,
      DISCORD_TOKEN: discord.token,
      STORY: story,
      DATA_FILE: join(folder, "settings.sqlite"),
    },
    stdio: ["ignore", "ignore", "ignore"],
  });
  const ended = once(bot, "exit");
  try {
    for (let shard = 0; shard < shards; shard++) await answering(discord, firstOf(shard, shards));
    const rows = await asked(discord, servers, shards);
    for (const row of rows) Object.assign(row, await killed(discord, bot, row.shard, shards));
    bot.kill("SIGTERM");
    const [exit] = (await ended) as [number | null];
    return { rows, registrations, exit };
  } finally {
    bot.kill("SIGKILL");
    await discord.close();
    await rm(folder, { recursive: true });
  }
}

const firstOf = (shard: number, shards: number) =>
  Array.from({ length: shards }, (_, n) => n).find((n) => shardOf(n, shards) === shard) ?? 0;

async function isAnswered(discord: LocalDiscord, n: number): Promise<boolean> {
  const member = discord.member({ guild: serverOf(n), user: `member ${n % 400}` });
  return (await member.say("/about")).error === null;
}

/** Asks in a server, again and again, until one of the questions is answered. */
async function answering(discord: LocalDiscord, n: number): Promise<void> {
  const end = performance.now() + MOST;
  const there = new AbortController();
  while (!there.signal.aborted) {
    if (performance.now() > end) throw new Error(`no answer in server ${n} within ${MOST / 1000} s`);
    void isAnswered(discord, n).then((came) => came && there.abort());
    await wait(PACE);
  }
}

/** Asks once in each server. */
async function asked(discord: LocalDiscord, servers: number, shards: number): Promise<ShardRow[]> {
  const rows = Array.from({ length: shards }, (_, shard): ShardRow => {
    return { shard, servers: 0, answered: 0, again_ms: 0, others_lost: 0 };
  });
  let next = 0;
  const worker = async () => {
    while (next < servers) {
      const n = next++;
      const row = rows[shardOf(n, shards)];
      const came = await isAnswered(discord, n);
      if (!row) continue;
      row.servers++;
      row.answered += Number(came);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return rows;
}

/** Kills one shard's process, and asks in all shards until it answers again. */
async function killed(
  discord: LocalDiscord,
  bot: ChildProcess,
  shard: number,
  shards: number,
): Promise<Pick<ShardRow, "again_ms" | "others_lost">> {
  const pid = await processOf(bot, shard);
  const others = Array.from({ length: shards }, (_, other) => other).filter((other) => other !== shard);
  const start = performance.now();
  process.kill(pid, "SIGKILL");
  const isBack = new AbortController();
  let others_lost = 0;
  const back = answering(discord, firstOf(shard, shards)).finally(() => isBack.abort());
  while (!isBack.signal.aborted) {
    const came = await Promise.all(others.map((other) => isAnswered(discord, firstOf(other, shards))));
    others_lost += came.filter((one) => !one).length;
    await wait(PACE);
  }
  await back;
  return { again_ms: Math.round(performance.now() - start), others_lost };
}

/** The process of a shard: the manager tells each its number in its environment. */
async function processOf(bot: ChildProcess, shard: number): Promise<number> {
  const children = await readFile(`/proc/${bot.pid}/task/${bot.pid}/children`, "utf8");
  for (const pid of children.trim().split(" ")) {
    const environment = await readFile(`/proc/${pid}/environ`, "utf8");
    if (environment.split("\0").includes(`SHARDS=${shard}`)) return Number(pid);
  }
  throw new Error(`shard ${shard} has no process`);
}
