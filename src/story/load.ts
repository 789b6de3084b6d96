import { checkStory } from "./check.ts";
import { StoryError } from "./fault.ts";
import { draftOf, readFiles, type StoryFiles } from "./read.ts";
import { linkStory, type Story } from "./story.ts";

/** The story of a folder. Throws a StoryError that names every fault. */
export async function loadStory(folder: string): Promise<Story> {
  return storyOf(folder, await readFiles(folder));
}

/**
 * Checks and links the story in the files of a folder.
 * Throws a StoryError that names every fault; a story is loaded whole or not at all.
 */
export function storyOf(folder: string, files: StoryFiles): Story {
  const draft = draftOf(files);
  const faults = checkStory(draft);
  const { story } = draft;
  if (faults.length > 0 || story === null) throw new StoryError(folder, faults);
  return linkStory({ ...draft, story }, files.version);
}
