import {
  ApplicationCommandOptionType as Option,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
} from "discord-api-types/v10";
import { called, folded, nameIn, shownName, type Leaf } from "./names.ts";
import { reasonsIn } from "./reasons.ts";
import { userOf } from "./people.ts";
import type { Choice, World } from "./world.ts";

/** Options as an interaction carries them, and the users they name. */
export interface Filled {
  options: Record<string, unknown>[];
  users: Record<string, unknown>;
}

/** A reason, for the member, why what he typed cannot be sent. */
export class NotSent extends Error {}

/**
 * Types the options of a command as they were registered, as Discord's client does before it sends anything.
 * @param typed texts by option name, in any of its languages
 * @param focused the option that asks for suggestions: it is sent as typed, and nothing is required
 * @throws NotSent for an unknown option, a missing one, or a value that its type does not take
 */
export function fillOptions(
  world: World,
  leaf: Leaf,
  typed: Record<string, string>,
  locale: string,
  focused: APIApplicationCommandBasicOption | null = null,
): Filled {
  const reasons = reasonsIn(locale);
  const given = new Map<APIApplicationCommandBasicOption, string>();
  for (const [name, text] of Object.entries(typed)) {
    const option = called(leaf.options, name, locale);
    if (!option) throw new NotSent(reasons.noOption(shownName(leaf, locale), name));
    given.set(option, text);
  }
  const users: Record<string, unknown> = {};
  const options: Record<string, unknown>[] = [];
  for (const option of leaf.options) {
    const text = given.get(option)?.trim() ?? "";
    const { name, type } = option;
    if (option === focused) options.push({ name, type, value: text, focused: true });
    else if (text) options.push({ name, type, value: valueOf(world, option, text, users, locale) });
    else if (option.required && !focused) throw new NotSent(reasons.optionRequired(nameIn(option, locale)));
  }
  return { options, users };
}

/** The options under the subcommands that lead to them, as an interaction nests them. */
export function nested(path: Leaf["path"], options: Record<string, unknown>[]): Record<string, unknown>[] {
  return path.reduceRight((inner, one) => [{ name: one.name, type: one.type, options: inner }], options);
}

/**
 * The suggestions that Discord's client makes by itself: registered choices and booleans.
 * @returns null for an option that the bot completes
 */
export function ownSuggestions(
  option: APIApplicationCommandBasicOption,
  text: string,
  locale: string,
): Choice[] | null {
  if ("autocomplete" in option && option.autocomplete) return null;
  const choices =
    option.type === Option.Boolean
      ? ["true", "false"].map((name): Choice => ({ name, value: name }))
      : choicesOf(option).map((choice): Choice => ({ name: nameIn(choice, locale), value: choice.value }));
  return text ? choices.filter((choice) => folded(choice.name).includes(folded(text))) : choices;
}

function valueOf(
  world: World,
  option: APIApplicationCommandBasicOption,
  text: string,
  users: Record<string, unknown>,
  locale: string,
): string | number | boolean {
  const reasons = reasonsIn(locale);
  const name = nameIn(option, locale);
  const choices = choicesOf(option);
  if (choices.length) {
    const choice = called(choices, text, "") ?? choices.find((one) => String(one.value) === text);
    if (!choice)
      throw new NotSent(reasons.mustBeOneOf(name, choices.map((one) => nameIn(one, locale)).join(", ")));
    return choice.value;
  }
  switch (option.type) {
    case Option.String: {
      const [least, most] = [option.min_length ?? 0, option.max_length ?? 6000];
      if (text.length < least || text.length > most)
        throw new NotSent(reasons.takesCharacters(name, least, most));
      return text;
    }
    case Option.Integer:
    case Option.Number: {
      const number = Number(text.replace(",", "."));
      if (Number.isNaN(number) || (option.type === Option.Integer && !Number.isSafeInteger(number)))
        throw new NotSent(option.type === Option.Integer ? reasons.wholeNumber(name) : reasons.number(name));
      if (number < (option.min_value ?? -Infinity) || number > (option.max_value ?? Infinity))
        throw new NotSent(reasons.outOfBounds(name));
      return number;
    }
    case Option.Boolean:
      if (!/^(true|false)$/i.test(text)) throw new NotSent(reasons.trueOrFalse(name));
      return text.toLowerCase() === "true";
    case Option.User: {
      const user = userOf(world, text.replace(/^<@!?(\d+)>$/, "$1").replace(/^@/, ""));
      users[user.id] = user;
      return user.id;
    }
    default:
      throw new NotSent(reasons.cannotBeTyped(name));
  }
}

function choicesOf(option: APIApplicationCommandBasicOption): readonly APIApplicationCommandOptionChoice[] {
  return "choices" in option ? (option.choices ?? []) : [];
}
