import {
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
} from "discord-api-spec/zod";
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { faultsOf, invalidFormBody, required, within, type DiscordError, type Report } from "./faults.ts";
import { checkLocales } from "./locales.ts";
import { schemaFaults } from "./schema.ts";

/** A choice as it is sent, registered with an option or given for autocomplete. */
export interface SentChoice {
  name: string;
  name_localizations?: Record<string, string> | null;
  value: string | number;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const longestValue = 100;

/**
 * Whether Discord would take these suggestions: at most 25, names of 1 to 100 characters, values of the
 * option's type and, as text, of at most 100 characters.
 * @param body the callback's JSON, with `type` and `data`
 * @param option the type of the option they are for
 */
export function choicesError(body: unknown, option: ApplicationCommandOptionType): DiscordError | null {
  const data = (body as { data?: { choices?: SentChoice[] | null } } | null)?.data ?? undefined;
  const schema =
    option === ApplicationCommandOptionType.Integer
      ? InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema
      : option === ApplicationCommandOptionType.Number
        ? InteractionApplicationCommandAutocompleteCallbackNumberDataSchema
        : InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
  const faults = schemaFaults(schema, data).map((fault) => ({ ...fault, path: ["data", ...fault.path] }));
  if (faults.length) return invalidFormBody(faults);
  const own = faultsOf((report) => {
    if (!data?.choices) required(report, ["data", "choices"]);
    else checkChoices(within(report, "data", "choices"), data.choices);
  });
  return own.length ? invalidFormBody(own) : null;
}

/** The rules of choices that the schema does not know. */
export function checkChoices(report: Report, choices: SentChoice[]): void {
  choices.forEach((choice, at) => {
    const here = within(report, at);
    if (!choice.name.trim()) required(here, ["name"]);
    if (String(choice.value).length > longestValue)
      here(["value"], "BASE_TYPE_MAX_LENGTH", `Must be ${longestValue} or fewer in length.`);
    if (choice.value === "") required(here, ["value"]);
    checkLocales(within(here, "name_localizations"), choice.name_localizations);
  });
}
