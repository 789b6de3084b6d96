import { fileURLToPath } from "node:url";
import { createLookups, indexedOf, type Indexed, type Lookups } from "./lookup/lookups.ts";
import { readSnapshot, writeSnapshot } from "./snapshotFile.ts";
import { loadStory, storyOf } from "./story/load.ts";
import { packStory, unpackStory, type PackedStory } from "./story/packedStory.ts";
import { readFiles, type StoryFiles } from "./story/read.ts";

/** What a start needs of a story, made by `npm run build`: a story that was checked then, and what was indexed of it. */
interface Snapshot {
  story: PackedStory;
  indexed: Indexed;
}

/** The name of the file, which stands beside the packed code. */
export const SNAPSHOT_FILE = "story.snapshot";

/** Code that runs unpacked finds none beside it: it may index otherwise than the code that wrote one. */
const ownSnapshot = fileURLToPath(new URL(SNAPSHOT_FILE, import.meta.url));

/** Writes the snapshot of a story's folder. Throws a StoryError that names every fault of the story. */
export async function keepSnapshot(folder: string, path: string): Promise<void> {
  const story = await loadStory(folder);
  const snapshot: Snapshot = { story: packStory(story), indexed: indexedOf(story) };
  await writeSnapshot(path, stampOf(story), snapshot);
}

/**
 * All that questions about the story of a folder are answered from: by a snapshot of just these files, or by checking
 * and indexing them. `damaged` is told why a snapshot can't be read. Throws a StoryError that names every fault.
 */
export async function openLookups(
  folder: string,
  damaged: (error: unknown) => void,
  path = ownSnapshot,
): Promise<Lookups> {
  const files = await readFiles(folder);
  const snapshot = await snapshotOf(files, path, damaged);
  return snapshot
    ? createLookups(unpackStory(snapshot.story), snapshot.indexed)
    : createLookups(storyOf(folder, files));
}

async function snapshotOf(
  files: StoryFiles,
  path: string,
  damaged: (error: unknown) => void,
): Promise<Snapshot | undefined> {
  try {
    // What has this stamp, keepSnapshot wrote.
    return (await readSnapshot(path, stampOf(files))) as Snapshot | undefined;
  } catch (error) {
    damaged(error);
    return undefined;
  }
}

/** The form of what is kept is that of a version of Node.js, too. */
function stampOf({ version }: Pick<StoryFiles, "version">): string {
  return `${process.version} ${version}`;
}
