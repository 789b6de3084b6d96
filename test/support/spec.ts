import {
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import type { z } from "zod";

const SCHEMAS = {
  answer: CreateMessageInteractionCallbackRequestSchema,
  update: UpdateMessageInteractionCallbackRequestSchema,
  choices: InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  "follow-up": IncomingWebhookRequestPartialSchema,
  edit: IncomingWebhookUpdateRequestPartialSchema,
  command: ApplicationCommandUpdateRequestSchema,
} satisfies Record<string, z.ZodType>;

/** What Discord's own OpenAPI says against a body, by the zod schemas of npm `discord-api-spec`. */
export function specFaults(kind: keyof typeof SCHEMAS, body: unknown): string[] {
  const issues = SCHEMAS[kind].safeParse(body).error?.issues ?? [];
  return (
    issues
      // The schema wants a number where Discord takes and documents a string.
      .filter(({ path }) => path.at(-1) !== "default_member_permissions")
      .map(({ path, message }) => `${kind}: ${path.join(".")}: ${message}`)
  );
}

/** The same for the message of a first answer. */
export function messageFaults(message: { files?: unknown }): string[] {
  const { files: _files, ...data } = message;
  return specFaults("answer", { type: 4, data });
}
