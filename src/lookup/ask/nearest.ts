import type { EntryRef } from "../../story/entryRef.ts";
import { mostProminent } from "../../story/prominence.ts";
import type { AskIndex } from "./askIndex.ts";
import { toldIn, type Verdict } from "./decide.ts";

/** How many events a story suggests to a question that shares nothing with it. */
const SUGGESTED = 4;
/** Beside an answer, what is this much less likely than the answer itself is not near enough. */
const NEAR_THE_BEST = 0.15;

/** The entries to suggest: those that answer, then those that share something; else what matters most. */
export function nearest(
  verdicts: readonly Verdict[],
  found: readonly Verdict[],
  { story }: AskIndex,
): EntryRef[] {
  const least = (found[0]?.likely ?? 0) * NEAR_THE_BEST;
  const near = toldIn(verdicts.filter(({ likely }) => likely >= least));
  if (near.length > 0) return near;
  return mostProminent([...story.events.values()], SUGGESTED).map(({ id }) => ({ type: "event", id }));
}
