import { ApplicationCommandType, type APIMessage } from "discord-api-types/v10";
import { parseLine } from "./line.ts";
import type { Member } from "./member.ts";
import { folded, leafOf, nameIn, openChoices } from "./names.ts";
import { usables } from "./use.ts";

/** One way to go on with a typed line. */
export interface Suggestion {
  /** What the reader chooses by. */
  label: string;
  /** The whole line as it is when this is chosen. */
  line: string;
  /** The option that gets a value by this, and the value for which the label stands. */
  chosen?: { option: string; value: string };
}

/**
 * What a line typed so far could become: commands, option names, the bot's own suggestions for the last
 * option, labels of the last answer after `!`, message commands after `>`.
 * @param last the message whose buttons `!` means
 */
export async function suggestions(
  member: Member,
  typed: string,
  last: APIMessage | null,
): Promise<Suggestion[]> {
  const { locale } = member;
  if (typed.startsWith("!")) {
    const wanted = folded(typed.slice(1));
    const labels = usables(last)
      .filter((one) => !one.part.disabled && one.part.url == null)
      .map((one) => one.label);
    const fitting = labels.filter((label) => typed === "!" || folded(label).startsWith(wanted));
    return fitting.map((label) => ({ label, line: `!${label}` }));
  }
  const commands = await member.commands();
  if (typed.startsWith(">")) {
    const names = commands
      .filter((one) => one.type === ApplicationCommandType.Message)
      .map((one) => nameIn(one, locale));
    const wanted = typed.slice(1).trimStart().toLowerCase();
    return names
      .filter((name) => name.toLowerCase().startsWith(wanted))
      .map((name) => ({ label: name, line: `>${name} ` }));
  }
  if (!typed.startsWith("/")) return [];
  const parsed = parseLine(`?${typed}`, commands, locale);
  const found = leafOf(commands, typed.slice(1), locale);
  if (parsed.kind === "choices")
    return parsed.choices.map(({ name, value }) => ({ label: name, line: `${value} ` }));
  if (parsed.kind !== "complete" || !found || openChoices(found.leaf).length) return [];
  if (!/\s/.test(typed)) return [{ label: typed, line: `${typed} ` }];

  const text = parsed.options[parsed.focused] ?? "";
  const word = /\S*$/.exec(typed)?.[0] ?? "";
  const head = typed.slice(0, typed.length - word.length);
  const open = found.leaf.options.filter(
    (one) => !(one.name in parsed.options) || (text === "" && !typed.includes(":")),
  );
  const names = open
    .map((option) => nameIn(option, locale))
    .filter((name) => (word ? name.startsWith(word.toLowerCase()) : text !== ""))
    .map((name) => ({ label: `${name}:`, line: `${head}${name}:` }));
  // A space after a value that stands: the next thing is another option, not more of this one.
  if (text && !word && names.length) return names;

  const choices = await member.complete(parsed.name, parsed.options, parsed.focused).catch(() => []);
  const stem = text ? typed.trimEnd().slice(0, -text.length) : typed;
  const focused = found.leaf.options.find((one) => one.name === parsed.focused);
  const named = stem.endsWith(":") || !focused ? stem : `${stem}${nameIn(focused, locale)}:`;
  return [
    ...names,
    ...choices.map(({ name, value }) => ({
      label: name,
      // As in Discord the reader sees the name and never the value behind it.
      line: `${named}${name} `,
      chosen: { option: parsed.focused, value: String(value) },
    })),
  ];
}
