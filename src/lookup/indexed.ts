import type { Story } from "../story/story.ts";
import { askReadingSteps, type AskReading } from "./ask/askReading.ts";
import { eventDaysOf, type EventDays } from "./calendar.ts";
import { searchIndexesOf, type SearchIndexes } from "./searched.ts";
import { gradually } from "./steps.ts";

/** What takes long to make of a story, as plain data: it can be kept in a file. */
export interface Indexed {
  /** In the zones that most members have, by their IANA names: that of the story's readers, and that of its scene. */
  readonly days: ReadonlyMap<string, EventDays>;
  readonly searches: SearchIndexes;
  readonly ask: AskReading;
}

/** Makes all of it at once. */
export function indexedOf(story: Story): Indexed {
  const { home, scene } = story.about.zones;
  return {
    days: new Map([home, scene].map((zone) => [zone, eventDaysOf(story, zone)])),
    searches: searchIndexesOf(story),
    ask: gradually(() => askReadingSteps(story)).get(),
  };
}
