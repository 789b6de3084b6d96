import { ApplicationCommandType, ComponentType, InteractionType, Locale } from "discord.js";
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
  type: z.literal(ApplicationCommandType.ChatInput).catch(ApplicationCommandType.ChatInput),
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
    type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
    target_id: text,
    resolved: z.looseObject({ messages: z.record(text, message).optional() }),
  })
  .refine(
    ({ type, target_id, resolved }) =>
      type === ApplicationCommandType.User || resolved.messages?.[target_id] !== undefined,
  );
const component = z
  .looseObject({ custom_id: text.catch(""), values: z.array(text).optional().catch(undefined) })
  .transform((data) => ({
    component_type: data.values ? ComponentType.StringSelect : ComponentType.Button,
    ...data,
  }));

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

/**
 * Puts an interaction into a form that discord.js can read, or gives null where that can't be. Unknown fields
 * stay. `application` fills in for an application id that is missing.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
export type Mend = (data: unknown, application: string) => object | null;

/** Each form is compiled, since every interaction passes one, and only when the first such interaction comes. */
export function createMend(): Mend {
  const compiled = new Map<Form, z.ZodType<Common>>();
  const readerOf = (form: Form) => {
    const reader = compiled.get(form) ?? z.compile(FORMS[form]);
    compiled.set(form, reader);
    return reader;
  };
  return (data, application) => {
    for (const form of formsOf(data)) {
      const { success, data: read } = readerOf(form).safeParse(data);
      if (!success) continue;
      const isAsked = read.user !== undefined || read.member !== undefined;
      return isAsked ? { ...read, application_id: read.application_id ?? application } : null;
    }
    return null;
  };
}

type Common = z.infer<typeof common>;
type Form = keyof typeof FORMS;

const FORMS = {
  command: common.extend({ type: z.literal(InteractionType.ApplicationCommand), data: command }),
  messageCommand: common.extend({
    type: z.literal(InteractionType.ApplicationCommand),
    data: messageCommand,
  }),
  completion: common.extend({
    type: z.literal(InteractionType.ApplicationCommandAutocomplete),
    data: command,
  }),
  component: common.extend({ type: z.literal(InteractionType.MessageComponent), data: component, message }),
  modal: common.extend({
    type: z.literal(InteractionType.ModalSubmit),
    data: z.looseObject({ components: z.array(z.unknown()) }),
  }),
};

/** The forms that an interaction can have, by its own word: trying all of them takes longer than an answer should. */
function formsOf(data: unknown): Form[] {
  const { type, data: inner } = (data ?? {}) as { type?: unknown; data?: { type?: unknown } | null };
  if (type === InteractionType.ApplicationCommandAutocomplete) return ["completion"];
  if (type === InteractionType.MessageComponent) return ["component"];
  if (type === InteractionType.ModalSubmit) return ["modal"];
  return inner?.type === ApplicationCommandType.ChatInput ? ["command"] : ["messageCommand", "command"];
}

/** What is left of an interaction that can't be read, or null where it can't even be answered. */
export function unread(data: unknown): Unread | null {
  const known = envelope.safeParse(data);
  if (!known.success) return null;
  const { id, token, type, locale } = known.data;
  return { id, token, type, locale };
}
