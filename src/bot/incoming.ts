import { InteractionType, Locale } from "discord.js";
import { z } from "zod";

/** An interaction as the gateway delivers it: fit to be read, or so broken that it can only be answered. */
export type Incoming =
  | { kind: "whole"; data: object }
  | { kind: "broken"; id: string; token: string; type: number; locale: string }
  | { kind: "unanswerable" };

const text = z.string();
const user = z.looseObject({ id: text, username: text.catch("") });
const member = z.looseObject({ user, permissions: text.catch("0"), roles: z.array(text).catch([]) });

const option = z.looseObject({
  name: text,
  type: z.number(),
  get options() {
    return z.array(option).optional();
  },
});

const command = z.looseObject({
  id: text.catch("0"),
  name: text.catch(""),
  // A message command without its message is no longer one.
  type: z.literal(1).catch(1),
  resolved: z
    .record(text, z.record(text, z.looseObject({ id: text })))
    .optional()
    .catch(undefined),
  options: z.array(option).optional().catch(undefined),
});
const message = z.looseObject({ id: text, channel_id: text.catch("0") });
const messageCommand = z
  .looseObject({
    id: text.catch("0"),
    name: text.catch(""),
    type: z.literal([2, 3]),
    target_id: text,
    resolved: z.looseObject({ messages: z.record(text, message).optional() }),
  })
  .refine(({ type, target_id, resolved }) => type === 2 || resolved.messages?.[target_id] !== undefined);
const component = z
  .looseObject({ custom_id: text.catch(""), values: z.array(text).optional().catch(undefined) })
  .transform((data) => ({ component_type: data.values ? 3 : 2, ...data }));

const envelope = z.looseObject({
  id: text,
  token: text,
  type: z.number(),
  locale: text.catch(Locale.EnglishUS),
});

/** What discord.js reads of every interaction; where something is missing that can be done without, a default. */
const common = envelope.extend({
  application_id: text.optional(),
  user: user.optional(),
  member: member.optional(),
  channel: z.looseObject({ id: text, type: z.number() }).optional().catch(undefined),
  app_permissions: text.catch("0"),
  entitlements: z.array(z.looseObject({ id: text })).catch([]),
  authorizing_integration_owners: z.record(text, text).catch({}),
});

const whole = z.union([
  common.extend({
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.union([messageCommand, command]),
  }),
  common.extend({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
  common.extend({ type: z.literal(InteractionType.MessageComponent), data: component, message }),
  common.extend({
    type: z.literal(InteractionType.ModalSubmit),
    data: z.looseObject({ components: z.array(z.unknown()) }),
  }),
]);

/**
 * Reads an interaction before discord.js does, which ends the process over a missing field. Unknown fields
 * stay. `application` fills in for an application id that is missing.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
export function readIncoming(data: unknown, application: string): Incoming {
  const read = whole.safeParse(data);
  if (read.success && (read.data.user || read.data.member))
    return { kind: "whole", data: { ...read.data, application_id: read.data.application_id ?? application } };
  const known = envelope.safeParse(data);
  if (!known.success) return { kind: "unanswerable" };
  const { id, token, type, locale } = known.data;
  return { kind: "broken", id, token, type, locale };
}
