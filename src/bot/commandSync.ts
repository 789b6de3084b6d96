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
  return JSON.stringify(
    commands
      .map((command) => meaningful(command))
      .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  );
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
  const kept = Object.entries(value).filter(
    ([key, inner]) => !ADDED_BY_DISCORD.has(key) && !isDefault(key, inner),
  );
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, meaningful(inner)] as const).toSorted(([a], [b]) => a.localeCompare(b)),
  );
}

function isDefault(key: string, value: unknown): boolean {
  // A command in a message's menu has the empty description.
  if (value === null || value === undefined || value === false || value === "") return true;
  if (key === "type" && value === 1) return true;
  if (key === "dm_permission" || key === "default_permission") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
