import type { Context } from "hono";
import type { Upload } from "./message-parts.ts";
import type { DiscordError } from "./rules/faults.ts";

/** The body of a request that may carry files. */
export interface Body {
  json: unknown;
  uploads: Upload[];
}

/**
 * Reads JSON, or multipart with `payload_json` and `files[n]`:
 * https://docs.discord.com/developers/reference#uploading-files
 * @returns null when the JSON cannot be read
 */
export async function readBody(context: Context): Promise<Body | null> {
  try {
    if (!context.req.header("content-type")?.startsWith("multipart/form-data"))
      return { json: JSON.parse((await context.req.text()) || "null"), uploads: [] };
    const form = await context.req.formData();
    const uploads: Upload[] = [];
    for (const [field, value] of form) {
      const number = /^files?\[(\d+)\]$/.exec(field)?.[1];
      if (number === undefined || typeof value === "string") continue;
      const type = value.type || "application/octet-stream";
      uploads.push({ number, name: value.name, type, data: new Uint8Array(await value.arrayBuffer()) });
    }
    const payload = form.get("payload_json");
    return { json: typeof payload === "string" ? JSON.parse(payload) : null, uploads };
  } catch {
    return null;
  }
}

/** Errors of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json, with their HTTP status. */
export const errors = {
  unauthorized: [401, { code: 0, message: "401: Unauthorized" }],
  notFound: [404, { code: 0, message: "404: Not Found" }],
  badJson: [400, { code: 50109, message: "The request body contains invalid JSON." }],
  unknownMessage: [404, { code: 10008, message: "Unknown Message" }],
  unknownWebhook: [404, { code: 10015, message: "Unknown Webhook" }],
  unknownInteraction: [404, { code: 10062, message: "Unknown interaction" }],
  alreadyAcknowledged: [400, { code: 40060, message: "Interaction has already been acknowledged." }],
  badWebhookToken: [401, { code: 50027, message: "Invalid Webhook Token" }],
  tooLarge: [413, { code: 40005, message: "Request entity too large" }],
  missingAccess: [403, { code: 50001, message: "Missing Access" }],
} as const satisfies Record<string, readonly [number, DiscordError]>;

/** Answers with one of the errors above. */
export function fail(context: Context, error: (typeof errors)[keyof typeof errors]): Response {
  return context.json(error[1], error[0]);
}

/** Answers that a payload is refused. */
export function refuse(context: Context, error: DiscordError): Response {
  return context.json(error, 400);
}
