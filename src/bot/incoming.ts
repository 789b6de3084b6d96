import { InteractionType, Locale } from "discord.js";
import { z } from "zod";

/** What is left of an interaction that can't be read: enough to answer it. */
export interface Unread {
  id: string;
  token: string;
  type: number;
  locale: string;
}

const text = z.string();
/** Decimal bits; discord.js takes words for the names of permissions. */
const permissions = z.string().regex(/^\d+$/).catch("0");
const user = z.looseObject({ id: text, username: text.catch("") });
const member = z.looseObject({ user, permissions, roles: z.array(text).catch([]) });

/** A typed option, a sub-command with its own, or a group of sub-commands: no deeper than that. */
const typedOption = z.looseObject({
  name: text,
  type: z.number(),
  value: z.union([text, z.number(), z.boolean()]).optional().catch(undefined),
});
/** The innermost has none: what stands there all the same is passed over. */
const innermostOption = typedOption.extend({ options: z.undefined().catch(undefined) });
const subcommand = typedOption.extend({ options: z.array(innermostOption).optional() });
const option = typedOption.extend({ options: z.array(subcommand).optional() });

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
  guild_id: text.optional(),
  guild_locale: text.optional().catch(undefined),
  user: user.optional(),
  member: member.optional(),
  channel: z.looseObject({ id: text, type: z.number() }).optional().catch(undefined),
  app_permissions: permissions,
  entitlements: z.array(z.looseObject({ id: text })).catch([]),
  authorizing_integration_owners: z.record(text, text).catch({}),
});

/** Compiled, since each interaction passes one of them, and only when the first such interaction comes. */
const whole = {
  command: lazily(() =>
    z.compile(common.extend({ type: z.literal(InteractionType.ApplicationCommand), data: command })),
  ),
  messageCommand: lazily(() =>
    z.compile(common.extend({ type: z.literal(InteractionType.ApplicationCommand), data: messageCommand })),
  ),
  completion: lazily(() =>
    z.compile(
      common.extend({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
    ),
  ),
  component: lazily(() =>
    z.compile(common.extend({ type: z.literal(InteractionType.MessageComponent), data: component, message })),
  ),
  modal: lazily(() =>
    z.compile(
      common.extend({
        type: z.literal(InteractionType.ModalSubmit),
        data: z.looseObject({ components: z.array(z.unknown()) }),
      }),
    ),
  ),
};

function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** The forms that an interaction can have, by its own word: trying all of them takes longer than an answer should. */
function formsOf(data: unknown): z.ZodType<z.infer<typeof common>>[] {
  const { type, data: inner } = (data ?? {}) as { type?: unknown; data?: { type?: unknown } | null };
  if (type === InteractionType.ApplicationCommandAutocomplete) return [whole.completion()];
  if (type === InteractionType.MessageComponent) return [whole.component()];
  if (type === InteractionType.ModalSubmit) return [whole.modal()];
  return inner?.type === 1 ? [whole.command()] : [whole.messageCommand(), whole.command()];
}

/**
 * Puts an interaction into a form that discord.js can read, or gives null where that can't be. Unknown fields
 * stay. `application` fills in for an application id that is missing.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
export function mendIncoming(data: unknown, application: string): object | null {
  for (const form of formsOf(data)) {
    const { success, data: read } = form.safeParse(data);
    if (!success) continue;
    return read.user || read.member ? { ...read, application_id: read.application_id ?? application } : null;
  }
  return null;
}

/** What is left of an interaction that can't be read, or null where it can't even be answered. */
export function unread(data: unknown): Unread | null {
  const known = envelope.safeParse(data);
  if (!known.success) return null;
  const { id, token, type, locale } = known.data;
  return { id, token, type, locale };
}
