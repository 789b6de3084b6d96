import { sharedAliases } from "./checks/aliases.ts";
import { wrongDates } from "./checks/dates.ts";
import { duplicateIds, unknownIds } from "./checks/ids.ts";
import { unprovedCitations, wrongQuotes } from "./checks/proofs.ts";
import { wrongSources } from "./checks/sources.ts";
import { wrongWeek, wrongWeekdays } from "./checks/weekdays.ts";
import type { Fault } from "./fault.ts";
import type { Draft } from "./read.ts";

/** All that is wrong with a story's files; empty when the story can be told. */
export function checkStory(draft: Draft): Fault[] {
  return [
    ...draft.faults,
    ...duplicateIds(draft),
    ...unknownIds(draft),
    ...sharedAliases(draft.people),
    ...wrongSources(draft.sources),
    ...wrongDates(draft),
    ...unprovedCitations(draft),
    ...wrongQuotes(draft),
    ...wrongWeekdays(draft),
    ...wrongWeek(draft),
  ];
}
