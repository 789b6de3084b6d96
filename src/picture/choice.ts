import { mostProminentFirst } from "../story/prominence.ts";
import type { StoryEvent } from "../story/story.ts";

/** Events that a picture is offered: a few more than ever fit. */
const MOST_EVENTS = 16;

/**
 * The events of some days that a picture shall keep, the most important first: that of each day, then the
 * weightiest of all, by their place in their day.
 */
export function mostImportant(days: readonly (readonly StoryEvent[])[]): StoryEvent[] {
  const ranked = days.flatMap((events) => mostProminentFirst(events).map((event, rank) => ({ event, rank })));
  return ranked
    .toSorted(
      (a, b) => Number(a.rank > 0) - Number(b.rank > 0) || b.event.weight - a.event.weight || a.rank - b.rank,
    )
    .map(({ event }) => event)
    .slice(0, MOST_EVENTS);
}
