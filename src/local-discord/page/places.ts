import type { Member } from "../member.ts";
import { guildOf, permissions } from "../people.ts";
import type { Identity } from "../server.ts";
import { newUser, usualMember, type World } from "../world.ts";

/** Whom a reader of the page can be, and where. */
export interface Viewer {
  user: string;
  /** A guild's id, or null for the private chat with the bot. */
  guild: string | null;
  locale: string;
}

/**
 * Two servers: one in which nobody has chosen a language (Discord then says en-US), and a French one. The
 * first is the one that the prompt of a terminal uses. Their ids are fixed, as those of the world are.
 */
export const guilds = [
  { id: usualMember.guild, locale: "en-US" },
  { id: "1175000000000000004", locale: "fr" },
];

/** Two members, of whom one may change a server's settings. */
export const members = [
  { id: "1175000000000000005", name: "moderator", manages: true },
  { id: usualMember.user, name: "member", manages: false },
];

/** The member that a reader of the page is; the places and people of the page are created when first seen. */
export function memberOf(world: World, member: (who: Identity) => Member, viewer: Viewer): Member {
  for (const { id, name } of members) {
    const user = world.users.get(id) ?? newUser(id, name);
    world.users.set(id, user);
    world.users.set(name, user);
  }
  const place = guilds.find(({ id }) => id === viewer.guild);
  if (!place) return member(viewer);
  const isNew = !world.guilds.has(place.id);
  const guild = guildOf(world, place.id);
  if (isNew) guild.locale = place.locale;
  const own = BigInt(guild.memberPermissions);
  const manages = members.some(({ id, manages: may }) => may && id === viewer.user);
  return member({
    ...viewer,
    permissions: (manages ? own | permissions.manageGuild : own).toString(),
  });
}
