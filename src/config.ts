import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";

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
  /** Where the page of the local Discord is tried first; 0 takes any port that is free. */
  port: number;
}

/** Configuration that can't be used; its message has one line a fault, each with its fix. */
export class ConfigError extends Error {}

/** An empty variable is as good as none: `.env` files have them. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const environment = z.object({
  DISCORD_TOKEN: optional(
    z.string().regex(/^\S+$/, "has a space in it; copy the token again from the developer portal"),
  ),
  DISCORD_API: optional(
    z.url({ protocol: /^https?$/, error: "is no http(s) address; leave it out for Discord's own" }),
  ),
  STORY: optional(z.string()),
  DATA_FILE: optional(z.string()),
  PORT: optional(
    z
      .stringFormat("port", /^\d{1,5}$/, "is no port number; take one from 1 to 65535, or leave it out")
      .transform(Number)
      .refine((port) => port < 65_536, "is no port number; take one from 1 to 65535, or leave it out"),
  ),
});

const DEFAULT_PORT = 7420;

/** In the working directory. */
const DEFAULT_DATA_FILE = "feuilleton.sqlite";

/** Where nothing is kept: what is tried on a Discord of this machine leaves no file behind. */
export const NO_DATA_FILE = ":memory:";

/** The variables of the process, and those of a `.env` file in the working directory that it does not set. */
export function environmentOf(process: { env: NodeJS.ProcessEnv }, file = ".env"): NodeJS.ProcessEnv {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...process.env } : process.env;
}

/** Reads the configuration from environment variables. Throws a ConfigError that names every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, defaultStory: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `environment: ${path.join(".")}: ${message}`).join("\n"),
    );
  }
  const { DISCORD_TOKEN, DISCORD_API, STORY, DATA_FILE, PORT } = parsed.data;
  return {
    token: DISCORD_TOKEN ?? null,
    api: DISCORD_API ?? "https://discord.com/api",
    story: STORY ?? defaultStory,
    dataFile: DATA_FILE ?? (DISCORD_TOKEN === undefined ? NO_DATA_FILE : DEFAULT_DATA_FILE),
    port: PORT ?? DEFAULT_PORT,
  };
}
