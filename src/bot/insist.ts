import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, RateLimitError } from "discord.js";

/** Time, as it is passed in. */
export interface Clock {
  /** In ms since 1970. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now(), sleep: (ms) => sleep(ms) };

/** Milliseconds between a failure and the next attempt: at first, and at most. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 400;

/**
 * Tries again while Discord fails (5xx) or can't be reached, until `end`, in ms since 1970. What Discord
 * decided (4xx) is final and thrown at once, as is the last failure.
 */
export async function insist<Value>(act: () => Promise<Value>, end: number, clock: Clock): Promise<Value> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await act();
    } catch (error) {
      if (isFinal(error) || clock.now() + pause >= end) throw error;
      await clock.sleep(pause);
    }
  }
}

/** Whether trying again can't help: Discord decided, or the fault is our own. */
export function isFinal(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof RateLimitError) return true;
  if (!(error instanceof Error)) return true;
  const status = "status" in error && typeof error.status === "number" ? error.status : null;
  return status === null ? !isNetworkError(error) : status < 500;
}

/** A connection that failed, in the words of Node's fetch and of undici. */
function isNetworkError(error: Error): boolean {
  const { code = "" } = (error.cause ?? error) as { code?: unknown };
  const known = /^(UND_ERR_(SOCKET|CONNECT|HEADERS|BODY)|ECONN|EPIPE|ETIMEDOUT|ENET|EHOST|EAI_AGAIN)/;
  return error.name === "AbortError" || known.test(String(code));
}
