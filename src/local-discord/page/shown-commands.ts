import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import { nameIn, namesOf } from "../names.ts";

/** Something with a name that a member types, in his language. */
interface ShownName {
  /** The registered name, subcommands after a space. */
  name: string;
  label: string;
  /** All names that find it, in lower case. */
  names: string[];
  description: string;
}

/** A slash command, or one of its subcommands, as the list shows it. */
export interface ShownCommand extends ShownName {
  options: ShownCommandOption[];
}

interface ShownCommandOption extends ShownName {
  required: boolean;
  /** Whether there are suggestions for it: the bot's, or registered ones. */
  suggests: boolean;
}

export interface ShownCommands {
  slash: ShownCommand[];
  /** Commands of the menu on a message. */
  message: { name: string; label: string }[];
}

/** The commands as a member of that locale sees them, subcommands each on its own line. */
export function shownCommands(commands: readonly APIApplicationCommand[], locale: string): ShownCommands {
  return {
    slash: commands
      .filter((one) => one.type === ApplicationCommandType.ChatInput)
      .flatMap((one) => leaves(shownName(one, locale), one.options ?? [], locale)),
    message: commands
      .filter((one) => one.type === ApplicationCommandType.Message)
      .map((one) => ({ name: one.name, label: nameIn(one, locale) })),
  };
}

function leaves(
  above: ShownName,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): ShownCommand[] {
  const inner = options.filter(
    (one) => one.type === Option.Subcommand || one.type === Option.SubcommandGroup,
  );
  if (inner.length)
    return inner.flatMap((one) => leaves(joined(above, shownName(one, locale)), one.options ?? [], locale));
  return [
    {
      ...above,
      options: options.map((one) => ({
        ...shownName(one, locale),
        required: one.required ?? false,
        suggests:
          one.type === Option.Boolean ||
          ("autocomplete" in one && one.autocomplete === true) ||
          ("choices" in one && Boolean(one.choices?.length)),
      })),
    },
  ];
}

function joined(above: ShownName, own: ShownName): ShownName {
  return {
    name: `${above.name} ${own.name}`,
    label: `${above.label} ${own.label}`,
    names: above.names.flatMap((first) => own.names.map((second) => `${first} ${second}`)),
    description: own.description,
  };
}

function shownName(
  thing: Pick<APIApplicationCommand, "name" | "name_localizations" | "description"> & {
    description_localizations?: Record<string, string | null | undefined> | null;
  },
  locale: string,
): ShownName {
  return {
    name: thing.name,
    label: nameIn(thing, locale),
    names: namesOf(thing),
    description: nameIn(
      { name: thing.description, name_localizations: thing.description_localizations ?? null },
      locale,
    ),
  };
}
