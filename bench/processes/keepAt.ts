import { once } from "node:events";
import { defaultStory } from "../../src/exit.ts";
import { keepSnapshot, type SnapshotPlace } from "../../src/snapshot.ts";
import { loadStory } from "../../src/story/load.ts";
import { generatedRecords, writeRecords } from "../generatedStory.ts";
import { seeded } from "../random.ts";

/** What is asked of this process, by one message over its channel; it answers null once it is done. */
export interface KeepRequest {
  /** Entries of the story to make up. */
  size: number;
  /** Where its files go. */
  folder: string;
  /** Where its snapshot goes. */
  snapshot: SnapshotPlace;
}

const [{ size, folder, snapshot }] = (await once(process, "message")) as [KeepRequest];
await writeRecords(folder, generatedRecords(size, await loadStory(defaultStory), seeded(size)));
await keepSnapshot(folder, snapshot);
process.send?.(null);
process.disconnect();
