import { checkStory } from "./check.ts";
import { StoryError } from "./fault.ts";
import { readDraft } from "./read.ts";
import { linkStory, type Story } from "./story.ts";

/**
 * Reads, checks and links the story of a folder.
 * Throws a StoryError that names every fault; a story is loaded whole or not at all.
 */
export async function loadStory(folder: string): Promise<Story> {
  const draft = await readDraft(folder);
  const faults = checkStory(draft);
  const { story } = draft;
  if (faults.length > 0 || story === null) throw new StoryError(folder, faults);
  return linkStory({ ...draft, story }, draft.version);
}
