import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Meter } from "./meter.ts";

/**
 * What Discord answers where nobody waits any more: the member went away, the message was deleted, the three
 * seconds are over, or the answer is there already. Nothing can be done about it, and nothing is broken.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
 */
const GONE = new Set<unknown>([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
]);

/** Discord's code where it says that somebody or something is gone, else null. */
export function goneCode(error: unknown): number | null {
  return error instanceof DiscordAPIError && GONE.has(error.code) ? Number(error.code) : null;
}

/** Whether an error means that nobody waits any more; that is counted. */
export function isGone(error: unknown, meter: Meter | undefined): boolean {
  const code = goneCode(error);
  if (code !== null) meter?.gone(code);
  return code !== null;
}

/** Whether Discord has a first answer to the interaction already. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}
