import { mostProminent } from "../../story/prominence.ts";
import type { AskIndex } from "./askIndex.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { Match } from "./rank.ts";

/** How many events a story suggests to a question that shares nothing with it. */
const SUGGESTED = 4;
/** Beside an answer, what is this much less near than the answer itself is not near enough. */
const NEAR_THE_BEST = 0.4;

/** The entries to suggest: those that answer, then those that share something; else what matters most. */
export function nearest(matches: readonly Match[], found: readonly Match[], { story }: AskIndex): EntryRef[] {
  const least = (found[0]?.score ?? 0) * NEAR_THE_BEST;
  const near = [...found, ...matches].filter(({ score }) => score >= least);
  const ordered = new Set(near.map(({ entry }) => entry.ref));
  if (ordered.size > 0) return [...ordered];
  return mostProminent([...story.events.values()], SUGGESTED).map(({ id }) => ({ type: "event", id }));
}
