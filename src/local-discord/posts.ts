import type { Interaction, Post, World } from "./world.ts";

/** How many interactions and messages a channel are remembered, so that a long run stays small. */
const remembered = { interactions: 10_000, messages: 1_000 };

/** Remembers an interaction, and forgets the oldest beyond the limit. */
export function addInteraction(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.id, interaction);
  for (const id of world.interactions.keys()) {
    if (world.interactions.size <= remembered.interactions) break;
    world.interactions.delete(id);
  }
}

/** Puts a message at the end of its channel, and forgets the oldest beyond the limit, with their files. */
export function addPost(world: World, post: Post): void {
  const posts = world.channels.get(post.message.channel_id) ?? [];
  world.channels.set(post.message.channel_id, posts);
  posts.push(post);
  if (posts.length > remembered.messages) {
    forgetFiles(world, posts.shift());
  }
  announce(world, post.message.channel_id);
}

/** Notes that an interaction sent or edited a message. */
export function touch(world: World, interaction: Interaction, message: string): void {
  interaction.touched.push(message);
  world.lastAnswers.set(`${interaction.user.id}:${interaction.channel}`, message);
}

/** The message with that id in a channel, or undefined. */
export function findPost(world: World, channel: string, message: string): Post | undefined {
  return world.channels.get(channel)?.find((post) => post.message.id === message);
}

/** Takes a message out of its channel; false when there was none. */
export function removePost(world: World, channel: string, message: string): boolean {
  const posts = world.channels.get(channel) ?? [];
  const at = posts.findIndex((post) => post.message.id === message);
  if (at >= 0) forgetFiles(world, posts.splice(at, 1)[0]);
  announce(world, channel);
  return at >= 0;
}

/** Tells all watchers that messages of a channel came, changed or went. */
export function announce(world: World, channel: string): void {
  for (const watcher of world.watchers) watcher(channel);
}

function forgetFiles(world: World, post: Post | undefined): void {
  for (const id of post?.files ?? []) world.files.delete(id);
}
