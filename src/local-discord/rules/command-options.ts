import { ApplicationCommandOptionType as Option } from "discord-api-types/v10";
import { checkChoices, type SentChoice } from "./choices.ts";
import { badLength, required, within, type Report } from "./faults.ts";
import { checkLocales } from "./locales.ts";

/** A text in several languages, by locale. */
export type Texts = Record<string, string> | null;

/** An option as a bot registers it. */
export interface SentOption {
  type: number;
  name: string;
  name_localizations?: Texts;
  description: string;
  description_localizations?: Texts;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: SentChoice[] | null;
  options?: SentOption[] | null;
  min_value?: number | null;
  max_value?: number | null;
  min_length?: number | null;
  max_length?: number | null;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const naming = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const takesChoices = new Set<number>([Option.String, Option.Integer, Option.Number]);
const nests = new Set<number>([Option.Subcommand, Option.SubcommandGroup]);

/** Reports a name that breaks the rules of names, in any of its languages. */
export function checkNames(report: Report, named: { name: string; name_localizations?: Texts }): void {
  checkName(within(report, "name"), named.name);
  const places = within(report, "name_localizations");
  checkLocales(places, named.name_localizations, (name, locale) => checkName(within(places, locale), name));
}

function checkName(report: Report, name: string): void {
  if (!naming.test(name)) report([], "STRING_TYPE_REGEX", "String value did not match validation regex.");
  if (!naming.test(name) || name !== name.toLowerCase())
    report([], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
}

/** Reports a description that is empty, in any of its languages. */
export function checkDescriptions(
  report: Report,
  described: { description?: string | null; description_localizations?: Texts },
): void {
  if (!described.description?.trim()) required(report, ["description"]);
  const places = within(report, "description_localizations");
  checkLocales(places, described.description_localizations, (text, locale) => {
    if (!text.trim()) badLength(places, [locale], 1, 100);
  });
}

/** Reports what is wrong with the options of a command or subcommand. */
export function checkOptions(report: Report, options: SentOption[]): void {
  const names = new Set<string>();
  let optional = false;
  options.forEach((option, at) => {
    const here = within(report, at);
    checkNames(here, option);
    checkDescriptions(here, option);
    if (names.has(option.name))
      here(
        ["name"],
        "APPLICATION_COMMAND_OPTION_NAME_ALREADY_EXISTS",
        `Option name ${option.name} already exists`,
      );
    names.add(option.name);
    if (nests.has(option.type) !== nests.has(options[0]?.type ?? 0))
      here(
        ["type"],
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        "Sub-command and sub-command group option types are mutually exclusive to all other types",
      );
    if (nests.has(option.type)) return checkOptions(within(here, "options"), option.options ?? []);
    if (option.required && optional)
      here(
        [],
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    optional ||= !option.required;
    checkValues(here, option);
  });
}

/** What may be said of an option's values depends on its type. */
function checkValues(report: Report, option: SentOption): void {
  const choices = option.choices ?? [];
  if (choices.length && option.autocomplete)
    report(
      ["autocomplete"],
      "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_INVALID",
      "Autocomplete cannot be used together with choices",
    );
  if ((choices.length || option.autocomplete) && !takesChoices.has(option.type))
    report(
      [choices.length ? "choices" : "autocomplete"],
      "APPLICATION_COMMAND_OPTION_TYPE_INVALID",
      "Only string, integer and number options take choices or autocomplete",
    );
  checkChoices(within(report, "choices"), choices);
  const names = new Set<string>();
  choices.forEach((choice, at) => {
    if (names.has(choice.name))
      report(
        ["choices", at, "name"],
        "APPLICATION_COMMAND_OPTION_CHOICE_NAME_ALREADY_EXISTS",
        `Option choice name ${choice.name} already exists`,
      );
    names.add(choice.name);
  });
  for (const [low, high] of [
    ["min_value", "max_value"],
    ["min_length", "max_length"],
  ] as const)
    if (option[low] != null && option[high] != null && option[low] > option[high])
      report([low], "NUMBER_TYPE_MAX", `${low} should be less than or equal to ${option[high]}.`);
}
