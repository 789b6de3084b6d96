import type { StoryEvent } from "./story.ts";

/** The most important of some events (see byProminence), in their own order. */
export function mostProminent(events: readonly StoryEvent[], most: number): StoryEvent[] {
  const kept = new Set(events.toSorted(byProminence).slice(0, most));
  return events.filter((event) => kept.has(event));
}

/** All of some events in the order of their importance: see byProminence. */
export function mostProminentFirst(events: Iterable<StoryEvent>): StoryEvent[] {
  // The sources of each are counted once and not at each comparison: a large story has many.
  return [...events]
    .map((event) => ({ event, sources: sourcesOf(event) }))
    .toSorted((a, b) => b.event.weight - a.event.weight || b.sources - a.sources)
    .map(({ event }) => event);
}

/** The order of importance of events, the most important first: by weight, then by how many sources tell of them. */
export function byProminence(a: StoryEvent, b: StoryEvent): number {
  return b.weight - a.weight || sourcesOf(b) - sourcesOf(a);
}

function sourcesOf({ accounts }: StoryEvent): number {
  return new Set(accounts.map(({ source }) => source)).size;
}
