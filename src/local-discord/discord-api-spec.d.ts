/** The package ships its zod schemas as plain JavaScript; these are the ones the rules use. */
declare module "discord-api-spec/zod" {
  import type { z } from "zod";

  export const ApplicationCommandUpdateRequestSchema: z.ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: z.ZodType;
  export const IncomingWebhookRequestPartialSchema: z.ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: z.ZodType;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: z.ZodType;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: z.ZodType;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: z.ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: z.ZodType;
}
