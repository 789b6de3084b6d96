import type { APIUser } from "discord-api-types/v10";
import { newUser, type Guild, type World } from "./world.ts";

/** The permission bits below are of https://docs.discord.com/developers/topics/permissions */
export const permissions = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  useExternalEmojis: 1n << 18n,
  useApplicationCommands: 1n << 31n,
};

const usual =
  permissions.viewChannel |
  permissions.sendMessages |
  permissions.embedLinks |
  permissions.attachFiles |
  permissions.readMessageHistory |
  permissions.useExternalEmojis;

/** An id as it stands, or the one that was given to this name before, or null. */
function idOf<T extends { id: string }>(known: Map<string, T>, name: string): string | null {
  return /^\d{1,20}$/.test(name) ? name : (known.get(name)?.id ?? null);
}

/**
 * The user of that id or name; created when first named.
 * @param name a snowflake, or any other name
 */
export function userOf(world: World, name: string): APIUser {
  const found = world.users.get(name);
  if (found) return found;
  const user = newUser(idOf(world.users, name) ?? world.nextId(), name);
  world.users.set(name, user);
  world.users.set(user.id, user);
  return user;
}

/**
 * The guild of that id or name; created when first named.
 * @param name a snowflake, or any other name
 */
export function guildOf(world: World, name: string): Guild {
  const found = world.guilds.get(name);
  if (found) return found;
  const guild: Guild = {
    id: idOf(world.guilds, name) ?? world.nextId(),
    channel: world.nextId(),
    locale: "en-US",
    features: [],
    memberPermissions: (usual | permissions.useApplicationCommands).toString(),
    appPermissions: usual.toString(),
  };
  world.guilds.set(name, guild);
  world.guilds.set(guild.id, guild);
  return guild;
}

/** The channel in which a user talks to the bot: the guild's one, or for null his private one. */
export function channelOf(world: World, user: APIUser, guild: string | null): string {
  if (guild !== null) return guildOf(world, guild).channel;
  const channel = world.privateChannels.get(user.id) ?? world.nextId();
  world.privateChannels.set(user.id, channel);
  return channel;
}
