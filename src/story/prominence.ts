import type { StoryEvent } from "./story.ts";

/** The most important of some events (see mostProminentFirst), in their own order. */
export function mostProminent(events: readonly StoryEvent[], most: number): StoryEvent[] {
  const kept = new Set(mostProminentFirst(events).slice(0, most));
  return events.filter((event) => kept.has(event));
}

/** Events in the order of importance: by weight, then by how many sources tell of them. */
export function mostProminentFirst(events: Iterable<StoryEvent>): StoryEvent[] {
  // The sources of each are counted once and not at each comparison: a large story has many.
  return [...events]
    .map((event) => ({ event, sources: new Set(event.accounts.map(({ source }) => source)).size }))
    .toSorted((a, b) => b.event.weight - a.event.weight || b.sources - a.sources)
    .map(({ event }) => event);
}
