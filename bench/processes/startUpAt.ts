import { once } from "node:events";
import { ask } from "../../src/lookup/ask/ask.ts";
import { openLookups } from "../../src/snapshot.ts";

/** What is asked of this process, by one message over its channel. */
export interface StartUpRequest {
  /** The folder of a story. */
  folder: string;
  /** The file of its snapshot; where there is none, the story is checked and indexed. */
  snapshot: string;
}

/** ms from the files of a story to its first suggestions, days and answer. */
export interface StartUpResult {
  suggestions: number;
  days: number;
  answer: number;
}

const [request] = (await once(process, "message")) as [StartUpRequest];
process.send?.(await startUp(request));
process.disconnect();

async function startUp({ folder, snapshot }: StartUpRequest): Promise<StartUpResult> {
  const start = performance.now();
  const damaged = (error: unknown) => {
    throw error;
  };
  const lookups = await openLookups(folder, damaged, snapshot);
  const { events, people, quotes, story } = lookups;
  for (const search of [events, people, quotes])
    if (search.nearest("a", 1).length === 0) throw new RangeError("nothing to suggest");
  const suggestions = performance.now() - start;
  const zone = story.about.zones.home;
  const { days, eventsOn } = lookups.calendar(zone);
  if (eventsOn(days.at(-1)?.toString() ?? "").length === 0) throw new RangeError("no day with an event");
  const untilDays = performance.now() - start;
  const [topic] = story.topics.values();
  const { best } = ask(topic?.question.fr ?? "", "fr", lookups, zone);
  if (best?.id !== topic?.id) throw new RangeError("a question of the story is not answered");
  return { suggestions, days: untilDays, answer: performance.now() - start };
}
