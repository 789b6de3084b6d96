import { once } from "node:events";
import { ask } from "../../src/lookup/ask/ask.ts";
import { openLookups, type SnapshotPlace } from "../../src/snapshot.ts";

/** What is asked of this process, by one message over its channel. */
export interface StartUpRequest {
  /** The folder of a story. */
  folder: string;
  /** Its snapshot; where there is none, the story is checked and indexed. */
  snapshot: SnapshotPlace;
}

/** ms from the files of a story to its first suggestions, days and answer. */
export interface StartUpResult {
  suggestions: number;
  days: number;
  answer: number;
}

/** Letters that a member has typed, and what Discord shows of what they may mean. */
const BEGUN = 4;
const SUGGESTED = 25;

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
  const [first = ""] = events.nearest("", 1);
  const begun = story.events.get(first)?.title.fr.slice(0, BEGUN) ?? "";
  if (
    events.nearest(begun, SUGGESTED).length * people.nearest("", 1).length * quotes.nearest("", 1).length ===
    0
  )
    throw new RangeError("nothing to suggest");
  const suggestions = performance.now() - start;
  const zone = story.about.zones.home;
  const calendar = lookups.calendar(zone);
  const last = calendar.days.at(-1)?.toString() ?? "";
  if (calendar.eventsOn(last).length === 0) throw new RangeError("no day with an event");
  const days = performance.now() - start;
  const [topic] = story.topics.values();
  const { best } = ask(topic?.question.fr ?? "", "fr", lookups, zone);
  if (best?.id !== topic?.id) throw new RangeError("a question of the story is not answered");
  return { suggestions, days, answer: performance.now() - start };
}
