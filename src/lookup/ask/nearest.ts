import { entryKey, type EntryRef } from "../../story/entryRef.ts";
import { mostProminent } from "../../story/prominence.ts";
import type { AskIndex } from "./askIndex.ts";
import { toldIn, type Verdict } from "./decide.ts";
import { provenWordsOf } from "./ownWords.ts";
import type { Question } from "./understand.ts";

/** How many events a story suggests to a question that shares nothing with it. */
const SUGGESTED = 4;
/** Beside an answer, what is this much less likely than the answer itself is not near enough. */
const NEAR_THE_BEST = 0.15;

/**
 * The entries to suggest: those that answer, then those that share something; else what matters most. Whoever asks
 * for somebody's words, and gets none, is led to others of his.
 */
export function nearest(
  verdicts: readonly Verdict[],
  found: readonly Verdict[],
  { speech }: Pick<Question, "speech">,
  { story }: AskIndex,
): EntryRef[] {
  const least = (found[0]?.likely ?? 0) * NEAR_THE_BEST;
  const near = toldIn(verdicts.filter(({ likely }) => likely >= least));
  const words = found.length === 0 && speech ? provenWordsOf(speech.speaker, story) : [];
  if (words.length > 0)
    return wordsFirst(
      words.map(({ id }) => id),
      near,
    );
  if (near.length > 0) return near;
  return mostProminent([...story.events.values()], SUGGESTED).map(({ id }) => ({ type: "event", id }));
}

/** Some quotes, those that are near before the others, and then what else is near. */
function wordsFirst(quotes: readonly string[], near: readonly EntryRef[]): EntryRef[] {
  const own = quotes.map((id): EntryRef => ({ type: "quote", id }));
  const keys = new Set(own.map(entryKey));
  const isOwn = (ref: EntryRef) => keys.has(entryKey(ref));
  const nearKeys = new Set(near.map(entryKey));
  return [
    ...near.filter(isOwn),
    ...own.filter((ref) => !nearKeys.has(entryKey(ref))),
    ...near.filter((ref) => !isOwn(ref)),
  ];
}
