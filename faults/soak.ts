import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startLocalDiscord, type LocalDiscord } from "../src/local-discord/index.ts";

/** The bot's memory at one moment of a long run. */
export interface Sample {
  interactions: number;
  /** MB in use after a garbage collection. */
  heap_mb: number;
  rss_mb: number;
}

export interface SoakParts {
  interactions: number;
  members: number;
  /** Called with each sample, as it is there. */
  onSample: (sample: Sample) => void;
}

const SAMPLES = 10;
const GUILDS = 20;
const IN_FLIGHT = 64;

/** Few questions, so that what grows grows with members and interactions and not with answers to remember. */
const LINES = ["/timeline day:lundi", "/quote person:Altman", "/timeline", "/quote about:mission"];

/**
 * Sends so many interactions from so many members to a bot in a process of its own.
 * Throws when an interaction is not answered.
 */
export async function soak({ interactions, members, onSample }: SoakParts): Promise<Sample[]> {
  const discord = await startLocalDiscord();
  const bot = fork(fileURLToPath(new URL("bot.ts", import.meta.url)), {
    execArgv: ["--expose-gc"],
    env: { ...process.env, DISCORD_API: discord.api, DISCORD_TOKEN: discord.token },
  });
  try {
    await once(bot, "message");
    const samples: Sample[] = [];
    for (let n = 0; n < SAMPLES; n++) {
      const [from, to] = [n, n + 1].map((part) => Math.round((interactions * part) / SAMPLES));
      await ask(discord, from ?? 0, to ?? 0, members);
      const sample = { interactions: to ?? 0, ...(await memoryOf(bot)) };
      samples.push(sample);
      onSample(sample);
    }
    return samples;
  } finally {
    if (bot.connected) bot.send("stop");
    if (bot.exitCode === null) await once(bot, "exit");
    await discord.close();
  }
}

/**
 * MB by which the heap grows over the second half of a run, by the line that fits its samples best: the first
 * half fills what is bounded.
 */
export function growth(samples: readonly Sample[]): number {
  const late = samples.slice(Math.floor(samples.length / 2));
  const mean = (of: (sample: Sample, at: number) => number) =>
    late.reduce((sum, sample, at) => sum + of(sample, at), 0) / late.length;
  const middle = mean((_, at) => at);
  const heap = mean(({ heap_mb }) => heap_mb);
  const slope =
    mean(({ heap_mb }, at) => (at - middle) * (heap_mb - heap)) / mean((_, at) => (at - middle) ** 2);
  return slope * (late.length - 1);
}

async function ask(discord: LocalDiscord, from: number, to: number, members: number): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) {
      const n = next++;
      const member = discord.member({ user: `member ${n % members}`, guild: `guild ${n % GUILDS}` });
      const { error } = await member.say(LINES[n % LINES.length] ?? "");
      if (error !== null) throw new Error(`interaction ${n}: ${error}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

async function memoryOf(bot: ChildProcess): Promise<Omit<Sample, "interactions">> {
  bot.send("heap");
  const [{ heap, rss }] = (await once(bot, "message")) as [{ heap: number; rss: number }];
  return { heap_mb: inMb(heap), rss_mb: inMb(rss) };
}

function inMb(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
