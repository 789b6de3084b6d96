import { ApplicationCommandType, type APIApplicationCommand } from "discord-api-types/v10";
import { called, fullName, leafOf, nameIn, namesOf, openChoices, shownName, type Leaf } from "./names.ts";
import { reasonsIn } from "./reasons.ts";
import type { Choice } from "./world.ts";

/** What a typed line asks for. Names are the registered ones, whatever language was typed. */
export type Line =
  | { kind: "command"; name: string; options: Record<string, string> }
  | { kind: "complete"; name: string; options: Record<string, string>; focused: string }
  | { kind: "choices"; choices: Choice[] }
  | { kind: "press"; label: string }
  | { kind: "apply"; name: string; text: string }
  | { kind: "error"; message: string };

/**
 * Reads one typed line:
 * - `/timeline day:lundi` or `/timeline lundi` is a slash command; a value runs to the next ` option:`
 * - `?/timeline day:lun` asks for suggestions for the last option, `?/ti` for commands
 * - `!Sources` presses a button or picks a menu entry
 * - `>Name text` applies a message command to a message with that text
 * @param commands the commands this member sees
 * @param locale the member's, for names in his language; those of other languages are understood too
 */
export function parseLine(line: string, commands: readonly APIApplicationCommand[], locale: string): Line {
  const typed = line.trim();
  if (typed.startsWith("?/")) return completion(typed.slice(2), commands, locale);
  if (typed.startsWith("/")) return command(typed.slice(1), commands, locale);
  if (typed.startsWith("!") && typed.length > 1) return { kind: "press", label: typed.slice(1).trim() };
  if (typed.startsWith(">")) return application(typed.slice(1).trim(), commands, locale);
  const example = commands.find((one) => one.type === ApplicationCommandType.ChatInput);
  return error(reasonsIn(locale).lineBegins(example ? `/${nameIn(example, locale)}` : null));
}

function command(text: string, commands: readonly APIApplicationCommand[], locale: string): Line {
  const found = leafOf(commands, text, locale);
  const reasons = reasonsIn(locale);
  if (!found) return error(`${reasons.noCommand(text.split(/\s/)[0] ?? "")} ${known(commands, locale)}`);
  const { leaf, rest } = found;
  const open = openChoices(leaf);
  if (open.length)
    return error(
      [
        reasons.needsOneOf(shownName(leaf, locale), open.map((one) => nameIn(one, locale)).join(", ")),
        ...rightForm(leaf, rest, open, locale),
      ].join(" "),
    );
  const values = optionsOf(leaf, rest, locale);
  return "message" in values ? values : { kind: "command", name: fullName(leaf), options: values.options };
}

/** For `/settings language:fr`, a subcommand typed as if it were an option: how it is written. */
function rightForm(leaf: Leaf, rest: string, open: ReturnType<typeof openChoices>, locale: string): string[] {
  const [, name = "", value = ""] = /^([^\s:]+):\s*([^]*)$/.exec(rest) ?? [];
  const meant = called(open, name, locale);
  if (!meant) return [];
  const [option] = ("options" in meant ? meant.options : undefined) ?? [];
  const above = [leaf.command, ...leaf.path, meant].map((one) => nameIn(one, locale)).join(" ");
  return [reasonsIn(locale).write(`/${above}${option ? ` ${nameIn(option, locale)}:${value}` : ""}`)];
}

function completion(text: string, commands: readonly APIApplicationCommand[], locale: string): Line {
  const found = leafOf(commands, text, locale);
  if (!found) return { kind: "choices", choices: commandsBeginning(text, commands, locale) };
  const { leaf, rest } = found;
  const open = openChoices(leaf);
  if (open.length) return { kind: "choices", choices: subcommandsBeginning(leaf, rest, open, locale) };
  const values = optionsOf(leaf, rest, locale);
  if ("message" in values) return values;
  const focused = values.last ?? leaf.options[0]?.name;
  if (focused === undefined) return { kind: "choices", choices: [] };
  return {
    kind: "complete",
    name: fullName(leaf),
    options: { ...values.options, [focused]: values.options[focused] ?? "" },
    focused,
  };
}

function application(text: string, commands: readonly APIApplicationCommand[], locale: string): Line {
  const lower = text.toLowerCase();
  const matches = commands
    .filter((one) => one.type === ApplicationCommandType.Message)
    .flatMap((one) => namesOf(one).map((name) => ({ one, name })))
    .filter(({ name }) => lower === name || lower.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length);
  const best = matches[0];
  if (!best) {
    const names = commands
      .filter((one) => one.type === ApplicationCommandType.Message)
      .map((one) => `>${nameIn(one, locale)}`);
    const reasons = reasonsIn(locale);
    const others = names.length > 0 ? [reasons.commandsAre(names.join(", "))] : [];
    return error([reasons.noMessageCommand(text.split(/\s/)[0] ?? ""), ...others].join(" "));
  }
  return { kind: "apply", name: best.one.name, text: text.slice(best.name.length).trim() };
}

type Values = { options: Record<string, string>; last: string | undefined };

/** Splits `day:lundi about:letter` at the options of this command; text before the first goes to the first option. */
function optionsOf(leaf: Leaf, text: string, locale: string): Values | Extract<Line, { kind: "error" }> {
  const names = leaf.options.flatMap(namesOf).toSorted((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const marks = names.length
    ? [...text.matchAll(new RegExp(`(?<=^|\\s)(${escaped.join("|")}):`, "giu"))]
    : [];
  const options: Record<string, string> = {};
  let last: string | undefined;
  const set = (name: string | undefined, value: string): Extract<Line, { kind: "error" }> | null => {
    if (name === undefined) return error(reasonsIn(locale).noOptions(shownName(leaf, locale)));
    if (name in options) return error(reasonsIn(locale).optionTwice(name));
    options[name] = value;
    last = name;
    return null;
  };
  const before = text.slice(0, marks[0]?.index ?? text.length).trim();
  const wrong = before ? set(leaf.options[0]?.name, before) : null;
  if (wrong) return wrong;
  for (const [at, mark] of marks.entries()) {
    const end = marks[at + 1]?.index ?? text.length;
    const name = called(leaf.options, mark[1] ?? "", locale)?.name;
    const fault = set(name, text.slice(mark.index + mark[0].length, end).trim());
    if (fault) return fault;
  }
  return { options, last };
}

function commandsBeginning(
  text: string,
  commands: readonly APIApplicationCommand[],
  locale: string,
): Choice[] {
  const wanted = text.trim().toLowerCase();
  const begin = commands.filter(
    (one) =>
      one.type === ApplicationCommandType.ChatInput && namesOf(one).some((name) => name.startsWith(wanted)),
  );
  return begin.map((one) => ({ name: `/${nameIn(one, locale)}`, value: `/${nameIn(one, locale)}` }));
}

function subcommandsBeginning(
  leaf: Leaf,
  text: string,
  open: ReturnType<typeof openChoices>,
  locale: string,
): Choice[] {
  const wanted = text.trim().toLowerCase();
  const begin = open.filter((one) => namesOf(one).some((name) => name.startsWith(wanted)));
  const above = [leaf.command, ...leaf.path].map((one) => nameIn(one, locale)).join(" ");
  return begin.map((one) => ({ name: nameIn(one, locale), value: `/${above} ${nameIn(one, locale)}` }));
}

function known(commands: readonly APIApplicationCommand[], locale: string): string {
  const names = commands
    .filter((one) => one.type === ApplicationCommandType.ChatInput)
    .map((one) => `/${nameIn(one, locale)}`);
  const reasons = reasonsIn(locale);
  return names.length > 0 ? reasons.commandsAre(names.join(", ")) : reasons.noCommandSeen;
}

function error(message: string): Extract<Line, { kind: "error" }> {
  return { kind: "error", message };
}
