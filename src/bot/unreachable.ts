import { DiscordAPIError, HTTPError } from "discord.js";
import { ZodError } from "zod";

/** Discord, or what is in its place, could not be used at a start. Its message is one line with the fix. */
export class DiscordUnreachable extends Error {}

/** Says in one line why Discord at `api` could not be used. */
export function unreachable(api: string, error: unknown): DiscordUnreachable {
  return new DiscordUnreachable(
    `environment: DISCORD_API: ${api}: ${reasonOf(error)}; check the address and this machine's network, or leave it out for Discord's own`,
  );
}

/** Whether nobody listens at an address, or nobody knows it: it is not Discord that fails for a while. */
export function isRefused(error: unknown): boolean {
  return ["ECONNREFUSED", "ENOTFOUND"].includes(codeOf(error));
}

/** Whether Discord, somebody in its place, or the network is at fault; what else is thrown is a fault of ours. */
export function isFromOutside(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof ZodError)
    return true;
  // The system, TLS and undici give their errors a code; Node.js gives one to a wrong argument too, as a TypeError.
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return false;
  return error.name === "AbortError" || ("code" in error && typeof error.code === "string");
}

function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return `it answers ${error.status}`;
  if (error instanceof ZodError) return "it does not answer as Discord does";
  return `it can't be reached (${codeOf(error)})`;
}

/** The system's name for what went wrong, or that of the error. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name);
}
