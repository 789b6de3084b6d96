import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { Invoker } from "./interaction.ts";
import { permissions } from "./people.ts";
import type { Post, World } from "./world.ts";

/**
 * The commands that a member sees where he is, by their contexts and the permissions they ask for:
 * https://docs.discord.com/developers/interactions/application-commands#contexts and #permissions
 */
export function visibleCommands(world: World, who: Invoker): APIApplicationCommand[] {
  const here = who.guild === null ? 1 : 0;
  const has = BigInt(who.permissions);
  const all = [...world.globalCommands, ...((who.guild && world.guildCommands.get(who.guild)) || [])];
  return all.filter((command) => {
    if (command.contexts && !command.contexts.includes(here)) return false;
    const needed = command.default_member_permissions;
    if (needed === null || who.guild === null || has & permissions.administrator) return true;
    // "0" asks for no bit, and means: administrators alone.
    return BigInt(needed) !== 0n && (has & BigInt(needed)) === BigInt(needed);
  });
}

/** The messages of a channel without the private ones of others, oldest first. */
export function visiblePosts(world: World, channel: string, who: Invoker): Post[] {
  return (world.channels.get(channel) ?? []).filter((post) => post.to === null || post.to === who.user.id);
}

/** The message that answered this member last and is still there. */
export function lastAnswer(world: World, channel: string, who: Invoker): APIMessage | undefined {
  const id = world.lastAnswers.get(`${who.user.id}:${channel}`) ?? "";
  const posts = visiblePosts(world, channel, who).map((post) => post.message);
  return (
    posts.find((message) => message.id === id) ??
    posts.findLast((message) => message.interaction_metadata?.user.id === who.user.id)
  );
}
