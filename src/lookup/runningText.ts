import type { Story } from "../story/story.ts";
import { createNameFinder, type NameFinder } from "./namedPeople.ts";
import { createQuoteFinder, type QuoteFinder } from "./quotedWords.ts";
import { quoteWordingsSteps, type QuoteWordings } from "./quoteWordings.ts";
import { gradually } from "./steps.ts";

/** Finds in running text what a story knows by its words. */
export interface RunningText {
  namesIn: NameFinder;
  quotes: QuoteFinder;
}

/** Indexes the names of a story, and its quotes by their wordings; reads those where they were not read before. */
export function createRunningText(
  story: Story,
  wordings: readonly QuoteWordings[] = gradually(() => quoteWordingsSteps(story)).get(),
): RunningText {
  return {
    namesIn: createNameFinder(story),
    quotes: createQuoteFinder(wordings, story),
  };
}
