import { daysIn, type When } from "../story/dates.ts";
import type { Quote, Story } from "../story/story.ts";

/**
 * When words were said: at the hour or in the part of the day of their event, where they are dated to the day
 * of that event alone; null where nothing dates them.
 */
export function quoteWhen({ when: own, event: id }: Quote, story: Story): When | null {
  if (own === null) return null;
  const event = id === undefined ? undefined : story.events.get(id)?.when;
  if (!event || !own.counted || own.precision !== "day") return own;
  const isExact = event.precision === "hour" || event.precision === "part";
  const day = daysIn(event, own.counted.zone)?.from;
  return isExact && day?.equals(own.counted.from) ? event : own;
}
