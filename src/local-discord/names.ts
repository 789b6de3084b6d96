import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";

/** Anything with a name in several languages. */
interface Named {
  name: string;
  name_localizations?: Record<string, string | null | undefined> | null;
}

/** A slash command, or one of its subcommands, with the options that can be typed there. */
export interface Leaf {
  command: APIApplicationCommand;
  /** The options that lead to the subcommand; empty for a plain command. */
  path: APIApplicationCommandOption[];
  options: APIApplicationCommandBasicOption[];
}

/** Locales that stand in for each other: https://docs.discord.com/developers/interactions/application-commands#localization */
const standIns: Record<string, string> = {
  "en-US": "en-GB",
  "en-GB": "en-US",
  "es-419": "es-ES",
  "es-ES": "es-419",
};

/** The name as a member of that locale sees it. */
export function nameIn(named: Named, locale: string): string {
  const names = named.name_localizations;
  return names?.[locale] ?? names?.[standIns[locale] ?? ""] ?? named.name;
}

/** All names of a thing in lower case: its own first, then those of every language. */
export function namesOf(named: Named): string[] {
  const localized = Object.values(named.name_localizations ?? {}).flatMap((name) => (name ? [name] : []));
  return [...new Set([named.name, ...localized].map((name) => name.toLowerCase()))];
}

/**
 * The first thing of that name: by its own name, by the one in the member's locale, by any other, or by one of them
 * without its accents.
 * @param typed what a member typed; case does not matter
 */
export function called<T extends Named>(things: readonly T[], typed: string, locale: string): T | undefined {
  const name = typed.toLowerCase();
  return (
    things.find((one) => one.name.toLowerCase() === name) ??
    things.find((one) => nameIn(one, locale).toLowerCase() === name) ??
    things.find((one) => namesOf(one).includes(name)) ??
    things.find((one) => name !== "" && namesOf(one).map(unaccented).includes(unaccented(name)))
  );
}

function unaccented(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Finds the slash command that words begin with, down to its subcommand.
 * @param words for example `settings language fr`
 * @returns the command and the words that are left, or null when the first word is no slash command
 */
export function leafOf(
  commands: readonly APIApplicationCommand[],
  words: string,
  locale: string,
): { leaf: Leaf; rest: string } | null {
  const slash = commands.filter((command) => command.type === ApplicationCommandType.ChatInput);
  let [first, rest] = cut(words);
  const command = called(slash, first, locale);
  if (!command) return null;
  const path: APIApplicationCommandOption[] = [];
  let options = command.options ?? [];
  for (;;) {
    const nested = options.filter(
      (one) => one.type === Option.Subcommand || one.type === Option.SubcommandGroup,
    );
    const [next, after] = cut(rest);
    const inner = called(nested, next, locale);
    if (!inner) break;
    path.push(inner);
    options = inner.options ?? [];
    rest = after;
  }
  const typed = options.filter(
    (one) => one.type !== Option.Subcommand && one.type !== Option.SubcommandGroup,
  );
  return { leaf: { command, path, options: typed }, rest };
}

/** The subcommands from which one must still be chosen; empty when the command is complete. */
export function openChoices(leaf: Leaf): readonly APIApplicationCommandOption[] {
  const last = leaf.path.at(-1) ?? leaf.command;
  const options = ("options" in last ? last.options : undefined) ?? [];
  return options.filter((one) => one.type === Option.Subcommand || one.type === Option.SubcommandGroup);
}

/** The command with its subcommand in canonical names: `settings language`. */
export function fullName(leaf: Leaf): string {
  return [leaf.command.name, ...leaf.path.map((one) => one.name)].join(" ");
}

/** The same in the names that a member of a locale sees: `réglages langue`. */
export function shownName(leaf: Leaf, locale: string): string {
  return [leaf.command, ...leaf.path].map((one) => nameIn(one, locale)).join(" ");
}

function cut(words: string): [string, string] {
  const [, first = "", rest = ""] = /^(\S*)\s*([^]*)$/.exec(words.trim()) ?? [];
  return [first, rest];
}

/** Without case, accents and the marks around: `◀ Dim. 19` becomes `dim. 19`. */
export function folded(label: string): string {
  const bare = unaccented(label).toLowerCase();
  return bare.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || label.replace(/\p{M}/gu, "").trim();
}

/**
 * The thing with that label: exactly, else folded, else the only one that begins so.
 * @returns undefined when there is none, or when several begin so
 */
export function labelled<T>(things: readonly T[], label: (thing: T) => string, typed: string): T | undefined {
  const exact = things.find((one) => label(one) === typed.trim());
  if (exact) return exact;
  const wanted = folded(typed);
  const same = things.find((one) => folded(label(one)) === wanted);
  if (same) return same;
  // Marks alone mean the label that they begin: "◀".
  const begins = things.filter(
    (one) => folded(label(one)).startsWith(wanted) || label(one).startsWith(typed.trim()),
  );
  return begins.length === 1 ? begins[0] : undefined;
}
