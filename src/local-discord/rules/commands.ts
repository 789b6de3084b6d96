import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { ApplicationCommandType as Command } from "discord-api-types/v10";
import { faultsOf, invalidFormBody, required, within, type DiscordError, type Report } from "./faults.ts";
import {
  checkDescriptions,
  checkNames,
  checkOptions,
  type SentOption,
  type Texts,
} from "./command-options.ts";
import { checkLocales } from "./locales.ts";
import { schemaFaults } from "./schema.ts";

/** A command as a bot registers it. */
export interface SentCommand {
  type?: Command | null;
  name: string;
  name_localizations?: Texts;
  description?: string | null;
  description_localizations?: Texts;
  options?: SentOption[] | null;
  default_member_permissions?: string | number | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  nsfw?: boolean | null;
}

/** How many of each type: https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const most: Record<number, number> = { [Command.ChatInput]: 100, [Command.User]: 15, [Command.Message]: 15 };
/** Characters of names, descriptions and values of one command with all below it; same page, slash commands. */
const largest = 8000;
/**
 * Whether Discord would take this list as all commands of an application or of a guild.
 * @param body the JSON of the PUT
 * @returns Discord's error answer, its faults under the number of the command, or null
 */
export function commandsError(body: unknown): DiscordError | null {
  if (!Array.isArray(body))
    return invalidFormBody([
      { path: [], code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" },
    ]);
  const faults = body.flatMap((one: unknown, at) =>
    schemaFaults(ApplicationCommandUpdateRequestSchema, withoutPermissions(one)).map((fault) => ({
      ...fault,
      path: [at, ...fault.path],
    })),
  );
  if (faults.length) return invalidFormBody(faults);
  const own = faultsOf((report) => checkAll(report, body as SentCommand[]));
  return own.length ? invalidFormBody(own) : null;
}

/** The schema wants permissions as a number; Discord gives and takes them as a string. Our own rule checks them. */
function withoutPermissions(command: unknown): unknown {
  if (typeof command !== "object" || command === null) return command;
  return { ...command, default_member_permissions: null };
}

function checkAll(report: Report, commands: SentCommand[]): void {
  const taken = new Set<string>();
  const counts: Record<number, number> = {};
  commands.forEach((command, at) => {
    const type = command.type ?? Command.ChatInput;
    const key = `${type} ${command.name}`;
    if (taken.has(key))
      report([at], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    taken.add(key);
    counts[type] = (counts[type] ?? 0) + 1;
    checkCommand(within(report, at), command, type);
  });
  for (const [type, count] of Object.entries(counts)) {
    const limit = most[Number(type)] ?? 1;
    if (count > limit) report([], "BASE_TYPE_MAX_LENGTH", `Must be ${limit} or fewer in length.`);
  }
}

function checkCommand(report: Report, command: SentCommand, type: Command): void {
  if (type === Command.ChatInput) {
    checkNames(report, command);
    checkDescriptions(report, command);
    checkOptions(within(report, "options"), command.options ?? []);
  } else {
    checkLocales(within(report, "name_localizations"), command.name_localizations);
    if (!command.name.trim()) required(report, ["name"]);
    if (command.description)
      report(
        ["description"],
        "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
        "Context menu commands cannot have description",
      );
    if (command.options?.length)
      report(
        ["options"],
        "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
        "Context menu commands cannot have options",
      );
  }
  if (size(command) > largest)
    report([], "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${largest})`);
  const permissions = command.default_member_permissions ?? "0";
  if (!/^\d+$/.test(String(permissions)))
    report(["default_member_permissions"], "NUMBER_TYPE_COERCE", `Value "${permissions}" is not an int.`);
  checkSet(within(report, "contexts"), command.contexts);
  checkSet(within(report, "integration_types"), command.integration_types);
}

function checkSet(report: Report, values: number[] | null | undefined): void {
  values?.forEach((value, at) => {
    if (values.indexOf(value) < at)
      report([at], "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
  });
}

/** Names, descriptions and values, for each text the longest of its languages. */
function size(one: SentCommand | SentOption): number {
  const own =
    longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
  const choices = "choices" in one ? (one.choices ?? []) : [];
  const below = [
    ...(one.options ?? []).map(size),
    ...choices.map((choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length),
  ];
  return below.reduce((sum, part) => sum + part, own);
}

function longest(text: string | null | undefined, texts: Texts | undefined): number {
  return Math.max(text?.length ?? 0, ...Object.values(texts ?? {}).map((other) => other?.length ?? 0));
}
