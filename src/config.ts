import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { messageOf } from "./messageOf.ts";

/** The environment, checked once. */
export interface Config {
  /** Absent: the bot runs against a Discord on this machine. */
  token: string | null;
  /** The base of Discord's REST API. */
  api: string;
  /** The folder of the story. */
  story: string;
  /** The file that keeps the settings of servers; ":memory:" keeps them while the bot runs. */
  dataFile: string;
  /** A Valkey or Redis server that keeps the settings instead, for several processes. */
  store: string | null;
  /** The shards of this machine, of those of all; null leaves it to Discord. */
  shards: { total: number; ids: readonly number[] } | null;
  /** Where /healthz, /readyz and /metrics are served; null serves them nowhere. */
  metrics: { host: string; port: number } | null;
  /** How many questions a member may ask in a row; 0 is no limit. */
  questions: number;
  /** Where the page of the local Discord is tried first; 0 takes any port that is free. */
  port: number;
}

/** Configuration that can't be used; its message has one line a fault, each with its fix. */
export class ConfigError extends Error {}

/** An empty variable is as good as none: `.env` files have them. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const port = z
  .stringFormat("port", /^\d{1,5}$/, "is no port number; take one from 1 to 65535, or leave it out")
  .transform(Number)
  .refine((number) => number < 65_536, "is no port number; take one from 1 to 65535, or leave it out");

/** "0-7" or "3" */
function rangeOf(text: string): number[] {
  const [from = 0, to = from] = text.split("-").map(Number);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

const environment = z.object({
  DISCORD_TOKEN: optional(
    z.string().regex(/^\S+$/, "has a space in it; copy the token again from the developer portal"),
  ),
  DISCORD_API: optional(
    z.url({ protocol: /^https?$/, error: "is no http(s) address; leave it out for Discord's own" }),
  ),
  STORY: optional(z.string()),
  DATA_FILE: optional(z.string()),
  STORE: optional(
    z.url({
      protocol: /^rediss?$/,
      error: "is no redis:// or rediss:// address; leave it out for DATA_FILE",
    }),
  ),
  SHARDS: optional(
    z
      .stringFormat(
        "shards",
        /^\d{1,6}(-\d{1,6})?$/,
        "is no shard or range of shards; write 0-7 or 3, or leave it out",
      )
      .transform(rangeOf),
  ),
  SHARD_COUNT: optional(
    z
      .stringFormat("count", /^[1-9]\d{0,5}$/, "is no number of shards; write that of all machines together")
      .transform(Number),
  ),
  METRICS_PORT: optional(port),
  METRICS_HOST: optional(z.string()),
  QUESTIONS: optional(
    z.stringFormat("number", /^\d{1,6}$/, "is no whole number; 0 is no limit").transform(Number),
  ),
  PORT: optional(port),
});

const DEFAULT_PORT = 7420;
const DEFAULT_QUESTIONS = 10;

/** In the working directory. */
const DEFAULT_DATA_FILE = "feuilleton.sqlite";

/** Where nothing is kept: what is tried on a Discord of this machine leaves no file behind. */
export const NO_DATA_FILE = ":memory:";

/** A program that takes no arguments was given some. Throws a ConfigError that names them. */
export function takeNoArguments(given: readonly string[]): void {
  if (given.length === 0) return;
  throw new ConfigError(
    `command line: ${given.join(" ")}: no argument is known; set variables instead, which .env.example lists`,
  );
}

/**
 * The variables of the process, and those of a `.env` file in the working directory that it does not set. Throws a
 * ConfigError for a file that can't be read.
 */
export function environmentOf(process: { env: NodeJS.ProcessEnv }, file = ".env"): NodeJS.ProcessEnv {
  if (!existsSync(file)) return process.env;
  try {
    return { ...parseEnv(readFileSync(file, "utf8")), ...process.env };
  } catch (error) {
    throw new ConfigError(`${file}: ${messageOf(error)}; make it a file that can be read, or remove it`);
  }
}

/** Reads the configuration from environment variables. Throws a ConfigError that names every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, defaultStory: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `environment: ${path.join(".")}: ${message}`).join("\n"),
    );
  }
  const { DISCORD_TOKEN, DISCORD_API, STORY, DATA_FILE, STORE, PORT } = parsed.data;
  const { METRICS_PORT, METRICS_HOST, QUESTIONS } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? null,
    api: DISCORD_API ?? "https://discord.com/api",
    story: STORY ?? defaultStory,
    dataFile: DATA_FILE ?? (DISCORD_TOKEN === undefined ? NO_DATA_FILE : DEFAULT_DATA_FILE),
    store: STORE ?? null,
    shards: shareOf(parsed.data.SHARDS, parsed.data.SHARD_COUNT),
    metrics: METRICS_PORT === undefined ? null : { host: METRICS_HOST ?? "127.0.0.1", port: METRICS_PORT },
    questions: QUESTIONS ?? DEFAULT_QUESTIONS,
    port: PORT ?? DEFAULT_PORT,
  };
}

/** Both or none, and within each other. Throws a ConfigError. */
function shareOf(ids: readonly number[] | undefined, total: number | undefined): Config["shards"] {
  if (ids === undefined && total === undefined) return null;
  if (total === undefined)
    throw new ConfigError(
      "environment: SHARD_COUNT: is missing beside SHARDS; write the number of all shards",
    );
  const all = ids ?? Array.from({ length: total }, (_, id) => id);
  if (all.length === 0 || all.some((id) => id >= total))
    throw new ConfigError(
      `environment: SHARDS: goes beyond SHARD_COUNT or backwards; write a range within 0-${total - 1}`,
    );
  return { total, ids: all };
}
