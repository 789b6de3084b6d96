import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { APIMessage } from "discord-api-types/v10";
import about from "../../package.json" with { type: "json" };
import type { LocalDiscord } from "../../src/local-discord/index.ts";
import { projectFile } from "../../src/projectFile.ts";

/** A bot in a process of its own, on a local Discord of its own. */
export interface Contestant {
  discord: LocalDiscord;
  /** Milliseconds from spawning it until it had answered its first interaction. */
  start: number;
  /** CPU time of the whole process since its start, in µs. */
  cpu: () => Promise<number>;
  /** Resident memory after a garbage collection, in bytes. */
  resident: () => Promise<number>;
  /** Hands something to the program over its channel. */
  tell(message: object): void;
  stop(): Promise<void>;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** `npm start` without npm, which hands no messages on: its flags, and its program. */
const [, ...START] = about.scripts.start.split(" ");
/** The flags with which the bot runs. */
export const startFlags = START.slice(0, -1);
const PROGRAMS = {
  feuilleton: { flags: startFlags, path: fileURLToPath(projectFile(START.at(-1) ?? "")) },
  bare: { flags: [], path: file("bareClient.ts") },
};
export type Program = keyof typeof PROGRAMS;

/** The question that every contestant is asked. */
const QUESTION = ["timeline", { day: "lundi" }] as const;

/**
 * Starts a program against a local Discord and waits for its first answer. Throws when the process ends
 * before that, with what it wrote to its standard error.
 */
export async function startContestant(
  program: Program,
  discord: LocalDiscord,
  { story, data }: { story?: string; data: string },
): Promise<Contestant> {
  const sessions = discord.gateway.started();
  const began = performance.now();
  const { flags, path } = PROGRAMS[program];
  const child = fork(path, {
    execArgv: [...flags, "--expose-gc", "--import", file("probe.js")],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DATA_FILE: data,
      ...(story && { STORY: story }),
    },
  });
  let errors = "";
  child.stderr?.on("data", (text) => (errors += String(text)));
  while (discord.gateway.started() === sessions) {
    if (child.exitCode !== null) throw new Error(`${program} ended at its start: ${errors}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await answered(discord);
  const told = async (what: "cpu" | "resident") => {
    child.send(what);
    const [figure] = (await once(child, "message")) as [number];
    return figure;
  };
  return {
    discord,
    start: performance.now() - began,
    cpu: () => told("cpu"),
    resident: () => told("resident"),
    tell: (message) => child.send(message),
    stop: () => stop(child),
  };
}

/** One question and the message that answers it. Throws when the answer is an error. */
export async function answered(discord: LocalDiscord, user?: string, guild?: string): Promise<APIMessage> {
  const member = discord.member({ ...(user && { user }), ...(guild && { guild }), locale: "fr" });
  const { messages, error } = await member.command(...QUESTION);
  const [message] = messages;
  if (!message) throw new Error(error ?? "the answer was empty");
  return message;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
