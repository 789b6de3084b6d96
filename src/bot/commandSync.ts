import {
  Routes,
  type APIApplicationCommand,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { REST } from "discord.js";

/**
 * Registers the commands with Discord when they differ from what it has, and only then: a registration
 * is limited to 200 a day. Gives whether it registered.
 * https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
 */
export async function syncCommands(
  rest: REST,
  application: string,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const registered = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: "true" }),
  })) as APIApplicationCommand[];
  if (fingerprint(registered) === fingerprint(definitions)) return false;
  await rest.put(route, { body: definitions });
  return true;
}

/** What two lists of commands have to share to be the same; Discord adds ids and fills in defaults. */
function fingerprint(commands: readonly object[]): string {
  const texts = commands.map((command) => JSON.stringify(meaningful(command)));
  return JSON.stringify(texts.toSorted());
}

const ADDED_BY_DISCORD = new Set([
  "id",
  "application_id",
  "version",
  "guild_id",
  "name_localized",
  "description_localized",
]);

function meaningful(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningful);
  if (typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  const kept = new Map(
    entries.filter(([key, inner]) => !ADDED_BY_DISCORD.has(key) && !isDefault(key, inner)),
  );
  return Object.fromEntries([...kept.keys()].toSorted().map((key) => [key, meaningful(kept.get(key))]));
}

function isDefault(key: string, value: unknown): boolean {
  // A command in a message's menu has the empty description.
  if (value === null || value === undefined || value === false || value === "") return true;
  if (key === "type" && value === 1) return true;
  if (key === "dm_permission" || key === "default_permission") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
