import { createLookups, type Lookups } from "../../src/lookup/lookups.ts";
import { loadStory } from "../../src/story/load.ts";
import { defaultStory } from "../../src/exit.ts";

/** The story that comes with the project, and what answers from it. */
export const story = await loadStory(defaultStory);
export const lookups = createLookups(story);

/** The same with all that is searched indexed, for a bot: it would go on with that while a test waits for answers. */
export function indexed(): Lookups {
  void [lookups.events, lookups.people, lookups.quotes, lookups.ask];
  return lookups;
}

/** Zones in which the story is read: where its readers are, where it happened, and both ends of the world. */
export const ZONES = ["Europe/Paris", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland"] as const;
