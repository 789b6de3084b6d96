import {
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import {
  InteractionResponseType as Callback,
  MessageFlags,
  type APIEmbed,
  type APIMessage,
} from "discord-api-types/v10";
import { checkComponents, type Part } from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { faultsOf, invalidFormBody, within, type DiscordError, type Report } from "./faults.ts";
import { schemaFaults } from "./schema.ts";

/** Where a message comes in: an interaction callback (whose payload is under `data`) or a webhook. */
export type Entry = "callback" | "callback update" | "webhook" | "webhook edit";

const schemas = {
  callback: CreateMessageInteractionCallbackRequestSchema,
  "callback update": UpdateMessageInteractionCallbackRequestSchema,
  webhook: IncomingWebhookRequestPartialSchema,
  "webhook edit": IncomingWebhookUpdateRequestPartialSchema,
};

interface Payload {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: Part[] | null;
  attachments?: unknown[] | null;
  poll?: unknown;
  flags?: number | null;
  allowed_mentions?: { parse?: string[] | null; users?: string[] | null; roles?: string[] | null } | null;
}

/**
 * Whether Discord would take this message: https://docs.discord.com/developers/resources/message
 * @param entry the kind of request
 * @param body the request's JSON, for a callback with `type` and `data`
 * @param files how many files come along
 * @param current for an edit, the message as it stands
 * @returns Discord's error answer, or null when it is accepted
 */
export function messageError(
  entry: Entry,
  body: unknown,
  files: number,
  current: APIMessage | null = null,
): DiscordError | null {
  const faults = schemaFaults(schemas[entry], body);
  // The rules below rely on the shape, so they wait until the schema is content.
  if (faults.length) return invalidFormBody(faults);
  const inside = entry.startsWith("callback");
  const payload = ((inside ? (body as { data?: unknown }).data : body) ?? {}) as Payload;
  const own = faultsOf((report) => checkPayload(inside ? within(report, "data") : report, payload, current));
  if (own.length) return invalidFormBody(own);
  return isEmpty(payload, files, current) ? { code: 50006, message: "Cannot send an empty message" } : null;
}

type Deferral = Callback.DeferredChannelMessageWithSource | Callback.DeferredMessageUpdate;

/** Whether Discord would take a deferral (callback types 5 and 6), whose data has flags and needs no content. */
export function deferralError(body: unknown, type: Deferral): DiscordError | null {
  const faults = schemaFaults(
    schemas[type === Callback.DeferredChannelMessageWithSource ? "callback" : "callback update"],
    body,
  );
  return faults.length ? invalidFormBody(faults) : null;
}

function checkPayload(report: Report, payload: Payload, current: APIMessage | null): void {
  const flags = (payload.flags ?? 0) | (current?.flags ?? 0);
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  if (payload.embeds) checkEmbeds(within(report, "embeds"), payload.embeds);
  if (payload.components) checkComponents(within(report, "components"), payload.components, v2);
  for (const field of ["content", "embeds", "poll"] as const)
    if (v2 && (Array.isArray(payload[field]) ? payload[field].length : payload[field]))
      report(
        [field],
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  checkMentions(within(report, "allowed_mentions"), payload.allowed_mentions);
}

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object: parse or a list, not both. */
function checkMentions(report: Report, mentions: Payload["allowed_mentions"]): void {
  for (const kind of ["users", "roles"] as const)
    if (mentions?.parse?.includes(kind) && mentions[kind]?.length)
      report(
        [],
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
}

/** "At least one of content, embeds, sticker_ids, components, files[n], or poll": Create Message. */
function isEmpty(payload: Payload, files: number, current: APIMessage | null): boolean {
  const content = payload.content === undefined ? current?.content : payload.content;
  const embeds = payload.embeds === undefined ? current?.embeds : payload.embeds;
  const components = payload.components === undefined ? current?.components : payload.components;
  const attachments = payload.attachments === undefined ? current?.attachments : payload.attachments;
  const kept = current ? (attachments?.length ?? 0) : 0;
  return !content?.trim() && !embeds?.length && !components?.length && !payload.poll && !files && !kept;
}
