import {
  ApplicationCommandType,
  type APIApplicationCommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Language } from "../story/schema.ts";

/** A command as Discord is told of it. */
export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** Anything of a definition that members see by name. */
type Named = Pick<Definition, "name" | "name_localizations">;
type Described = Pick<APIApplicationCommandOption, "description" | "description_localizations">;

/** The name that a member of a language sees: "chronologie". English is the definition's own. */
export function nameIn({ name, name_localizations: names }: Named, language: Language): string {
  return (language === "en" ? null : names?.[language]) ?? name;
}

/** The description that a member of a language sees. */
export function descriptionIn(one: Described, language: Language): string {
  return (language === "en" ? null : one.description_localizations?.[language]) ?? one.description;
}

/** A command as members call it: "/chronologie", or "Vérifier" for one in a message's menu. */
export function commandName(definition: Definition, language: Language): string {
  const name = nameIn(definition, language);
  return isSlash(definition) ? `/${name}` : name;
}

/** Whether a command is typed after a slash, rather than chosen in a menu. */
export function isSlash(
  definition: Definition,
): definition is RESTPostAPIChatInputApplicationCommandsJSONBody {
  return (definition.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
}
