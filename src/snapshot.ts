import { fileURLToPath } from "node:url";
import { indexedOf, type Indexed } from "./lookup/indexed.ts";
import { createLookups, type Lookups } from "./lookup/lookups.ts";
import { readSnapshot, writeSnapshot } from "./snapshotFile.ts";
import { storyOf } from "./story/load.ts";
import { packStory, unpackStory, type PackedStory } from "./story/packedStory.ts";
import { readFiles, type StoryFiles } from "./story/read.ts";

/** What a start needs of a story, made by `npm run build`: a story that was checked then, and what was indexed of it. */
interface Snapshot {
  story: PackedStory;
  indexed: Indexed;
}

/** Where a snapshot is kept, and the code that indexed what is in it. */
export interface SnapshotPlace {
  path: string;
  /** Other code may index otherwise: what has another name here is not read. */
  build: string;
}

/** The name of the file, which stands beside the packed code. */
export const SNAPSHOT_FILE = "story.snapshot";
/** `npm run build` writes the name of the build in its place. */
export const UNPACKED = "the code is not packed";

const OWN: SnapshotPlace = {
  path: fileURLToPath(new URL(SNAPSHOT_FILE, import.meta.url)),
  build: UNPACKED,
};

/** Writes the snapshot of a story's folder. Throws a StoryError that names every fault of the story. */
export async function keepSnapshot(folder: string, { path, build }: SnapshotPlace): Promise<void> {
  const files = await readFiles(folder);
  const story = storyOf(folder, files);
  const snapshot: Snapshot = { story: packStory(story), indexed: indexedOf(story) };
  await writeSnapshot(path, stampOf(files, build), snapshot);
}

/**
 * All that questions about the story of a folder are answered from: by a snapshot of just these files, or by checking
 * and indexing them. `damaged` is told why a snapshot can't be read. Throws a StoryError that names every fault.
 */
export async function openLookups(
  folder: string,
  damaged: (error: unknown) => void,
  place = OWN,
): Promise<Lookups> {
  const files = await readFiles(folder);
  const snapshot = await snapshotOf(files, place, damaged);
  return snapshot
    ? createLookups(unpackStory(snapshot.story), snapshot.indexed)
    : createLookups(storyOf(folder, files));
}

async function snapshotOf(
  files: StoryFiles,
  { path, build }: SnapshotPlace,
  damaged: (error: unknown) => void,
): Promise<Snapshot | undefined> {
  try {
    // What has this stamp, keepSnapshot wrote.
    return (await readSnapshot(path, stampOf(files, build))) as Snapshot | undefined;
  } catch (error) {
    damaged(error);
    return undefined;
  }
}

/** The form of what is kept is that of a version of Node.js, too. */
function stampOf({ version }: StoryFiles, build: string): string {
  return `${process.version} ${build} ${version}`;
}
