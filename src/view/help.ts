import { EmbedBuilder } from "@discordjs/builders";
import { ApplicationCommandOptionType, type APIApplicationCommandOption } from "discord-api-types/v10";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { commandName, descriptionIn, isSlash, nameIn, type Definition } from "./definitions.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";

/** A command as help lists it: the key that its menu entry leads to, and its definition. */
export interface Listed {
  key: string;
  definition: Definition;
}

/** All commands with what they do and the names of their options, and a menu that opens one. */
export function helpView(commands: readonly Listed[], voice: Voice): Message {
  const { help } = voice.words;
  const embed = new EmbedBuilder()
    .setColor(COLOURS.about)
    .setTitle(help.title)
    .setDescription(
      clip(
        [help.ask, ...commands.map(({ definition }) => summary(definition, voice))].join("\n\n"),
        LIMITS.embedDescription,
      ),
    );
  return {
    embeds: [embed.toJSON()],
    components: menuRow(
      customId("help", "open"),
      help.open,
      commands.map(({ key, definition }) => ({
        label: commandName(definition, voice.language),
        value: key,
        description: purpose(definition, voice),
      })),
    ),
  };
}

/** One command in full: what it does, and each of its options. */
export function commandHelpView({ definition }: Listed, voice: Voice): Message {
  const { help } = voice.words;
  const options = optionsOf(definition).map((option) => optionText(option, voice));
  const embed = new EmbedBuilder()
    .setColor(COLOURS.about)
    .setTitle(title(definition, voice))
    .setDescription(
      clip(
        [purpose(definition, voice), ...(options.length > 0 ? options : [help.noOptions])].join("\n\n"),
        LIMITS.embedDescription,
      ),
    );
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([button(help.all, customId("help", "all"))]),
  };
}

function summary(definition: Definition, voice: Voice): string {
  const options = optionsOf(definition);
  const named = (option: APIApplicationCommandOption) => nameIn(option, voice.language);
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const shown =
    subcommands.length > 0
      ? [voice.words.help.subcommands(subcommands.map((one) => `\`${named(one)}\``).join(", "))]
      : options.map((one) => (one.required ? `\`${named(one)}\`` : `\`[${named(one)}]\``));
  const managers = definition.default_member_permissions ? [`(*${voice.words.help.managers}*)`] : [];
  return [
    [`**${title(definition, voice)}**`, ...shown, ...managers].join(" "),
    purpose(definition, voice),
  ].join("\n");
}

function title(definition: Definition, { language, words }: Voice): string {
  const name = commandName(definition, language);
  return isSlash(definition) ? name : words.help.inMenu(name);
}

/** What a command does; Discord gives those in a message's menu no description. */
function purpose(definition: Definition, { language, words }: Voice): string {
  return isSlash(definition) ? descriptionIn(definition, language) : words.help.inMenuText;
}

function optionsOf(definition: Definition): APIApplicationCommandOption[] {
  return (isSlash(definition) ? definition.options : undefined) ?? [];
}

/** "**jour** (facultatif) — Un jour ou plusieurs", with its choices; a subcommand with its own options below. */
function optionText(option: APIApplicationCommandOption, voice: Voice): string {
  const { help } = voice.words;
  const name = nameIn(option, voice.language);
  const description = descriptionIn(option, voice.language);
  if (option.type === ApplicationCommandOptionType.Subcommand)
    return [
      `**${name}** — ${description}`,
      ...(option.options ?? []).map((inner) => `↳ ${optionText(inner, voice)}`),
    ].join("\n");
  const need = option.required ? help.required : help.optional;
  const choices = ("choices" in option ? option.choices : undefined) ?? [];
  const names = choices.map((choice) => nameIn(choice, voice.language));
  // Where a member only chooses, the choices say what a description would.
  return `\`${name}\` (${need}) — ${names.length > 0 ? help.choices(names.join(", ")) : description}`;
}
