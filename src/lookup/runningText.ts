import type { Story } from "../story/story.ts";
import { createNameFinder, type NameFinder } from "./namedPeople.ts";
import { createQuoteFinder, type QuoteFinder } from "./quotedWords.ts";

/** Finds in running text what a story knows by its words. */
export interface RunningText {
  namesIn: NameFinder;
  quotes: QuoteFinder;
}

/** Indexes the names and the quotes of a story. */
export function createRunningText(story: Story): RunningText {
  return { namesIn: createNameFinder(story), quotes: createQuoteFinder(story) };
}
