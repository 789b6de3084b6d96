import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import about from "../package.json" with { type: "json" };
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

const START = about.scripts.start.split(" ");
const SAMPLES = 20;
const GUILDS = 20;
const IN_FLIGHT = 16;
/** Memory is what is looked at: a member waits so many times longer than Discord does, however busy the machine is. */
const PATIENT = 10;

/** Few questions, so that what grows grows with members and interactions and not with answers to remember. */
const LINES = [
  "/timeline day:lundi",
  "?/timeline day:lun",
  "/quote person:Altman",
  "?/quote person:Sutsk",
  "/timeline",
  "/quote about:mission",
];

/**
 * Permission bits of the bot in all servers but one: View Channel, Send Messages, Embed Links. Without Attach Files
 * answers have no pictures, whose making and sending takes longer than all else.
 */
const NO_PICTURES = String(0x400 | 0x800 | 0x4000);

/**
 * Sends so many interactions from so many members to a bot in a process of its own.
 * Throws when an interaction is not answered.
 */
export async function soak({ interactions, members, onSample }: SoakParts): Promise<Sample[]> {
  const discord = await startLocalDiscord({ after: patiently });
  for (let n = 1; n < GUILDS; n++) discord.guild(guildOf(n), { appPermissions: NO_PICTURES });
  const bot = fork(fileURLToPath(new URL("bot.ts", import.meta.url)), {
    // With the flags of `npm start`, and what lets its memory be looked at.
    execArgv: [...START.slice(1, -1), "--expose-gc"],
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
 * MB by which the heap grows over the second half of a run, by the line that fits its samples best (least squares):
 * the first half fills what is bounded.
 */
export function growth(samples: readonly Sample[]): number {
  const late = samples.slice(Math.floor(samples.length / 2)).map(({ heap_mb }) => heap_mb);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / late.length;
  const [middle, level] = [(late.length - 1) / 2, mean(late)];
  const slope =
    mean(late.map((value, at) => (at - middle) * (value - level))) /
    mean(late.map((_, at) => (at - middle) ** 2));
  return slope * (late.length - 1);
}

/**
 * MB by which resident memory rises in the second half above its highest of the first: it goes up and down by a
 * hundred with what the system has not been given back yet.
 */
export function rise(samples: readonly Sample[]): number {
  const middle = Math.floor(samples.length / 2);
  const highest = (part: readonly Sample[]) => Math.max(...part.map(({ rss_mb }) => rss_mb));
  return highest(samples.slice(middle)) - highest(samples.slice(0, middle));
}

function patiently(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms * PATIENT);
  return () => clearTimeout(timer);
}

const guildOf = (n: number) => `guild ${n % GUILDS}`;

async function ask(discord: LocalDiscord, from: number, to: number, members: number): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) {
      const n = next++;
      const line = LINES[n % LINES.length] ?? "";
      // What is typed is typed in private: look-ups there are each member's own, and leave no messages behind.
      const guild = line.startsWith("?") ? null : guildOf(n);
      const { error } = await discord.member({ user: `member ${n % members}`, guild }).say(line);
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
