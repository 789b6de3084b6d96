import { DiscordAPIError, HTTPError } from "discord.js";
import { pino } from "pino";

/** Where the bot writes what an operator needs to know; never a token, never what a member typed. */
export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/**
 * A log of one JSON object a line. `now` gives the time; `secrets` are left out wherever they stand.
 * https://getpino.io
 */
export function createLog(
  write: (line: string) => void,
  now: () => Date,
  secrets: readonly string[] = [],
): Log {
  const hidden = secrets.filter((secret) => secret !== "");
  const hide = (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, "[hidden]"), line);
  const logger = pino(
    {
      base: null,
      messageKey: "message",
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: described },
    },
    { write: (line: string) => write(hide(line).trimEnd()) },
  );
  return {
    info: (message, details = {}) => logger.info(details, message),
    error: (message, details = {}) => logger.error(details, message),
  };
}

interface Described {
  type: string;
  message?: string;
  code?: string;
  status?: number;
  stack?: string;
  cause?: Described;
}

/**
 * What is said of an error: its kind, its codes and its place in the code. Its message only where Discord, the
 * system, SQLite or we wrote it: one from the depths of a library may quote what a member typed, and the request
 * that came with an error of Discord's holds the whole answer.
 */
function described(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status } = error as { code?: unknown; status?: unknown };
  const stack = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(isSafe(error) && { message: withoutTokens(error.message) }),
    ...((typeof code === "string" || typeof code === "number") && { code: String(code) }),
    ...(typeof status === "number" && { status }),
    ...(stack && stack.length > 0 && { stack: withoutTokens(stack.join("\n")) }),
    ...(error.cause !== undefined && { cause: described(error.cause) }),
  };
}

/** Whether a message is known to quote nothing that was typed. Our own errors say so: `isSafeToLog`. */
function isSafe(error: Error): boolean {
  const { code, errno, syscall, isSafeToLog } = error as NodeJS.ErrnoException & { isSafeToLog?: unknown };
  return (
    error instanceof DiscordAPIError ||
    error instanceof HTTPError ||
    isSafeToLog === true ||
    code === "ERR_SQLITE_ERROR" ||
    (typeof errno === "number" && typeof syscall === "string")
  );
}

/** The addresses of answers hold the token of their interaction. */
function withoutTokens(text: string): string {
  return text.replaceAll(/\/(interactions|webhooks)\/(\d+)\/[^\s/?"]+/g, "/$1/$2/[hidden]");
}
