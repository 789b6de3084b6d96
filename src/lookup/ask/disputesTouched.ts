import { entry as entryOf, type Dispute } from "../../story/story.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { Statement } from "../statements.ts";
import type { AskIndex } from "./askIndex.ts";
import { isName } from "./concepts.ts";
import { findDays } from "./findDay.ts";
import type { Match } from "./rank.ts";
import type { Question } from "./understand.ts";
import { wordsOf } from "./words.ts";

/** The disputes that a statement touches, the nearest first. */
interface DisputesTouched {
  /** Those that would answer it. */
  own: Dispute[];
  /** Others of the event that it is about. */
  linked: Dispute[];
}

/** A statement as it was understood. */
interface Stated {
  statement: Statement;
  question: Question;
  days: StoryCalendar;
}

/**
 * Of the disputes that would answer a statement, and of those of its first event, the ones on something that the
 * statement says: "Altman was fired on Friday" says nothing of why, or of who was on the call.
 */
export function disputesTouched(
  stated: Stated,
  matches: readonly Match[],
  events: readonly Match[],
  index: AskIndex,
): DisputesTouched {
  const { story } = index;
  const highest = Math.max(0, ...events.map(({ score }) => score));
  const told = events.map(({ entry }) => entry.ref.id);
  const isSaid = (dispute: Dispute) => isOnWhatIsSaid(dispute, stated, events, index);
  const own = matches.flatMap(({ entry, score }) => {
    if (entry.ref.type !== "dispute") return [];
    const dispute = entryOf(story.disputes, entry.ref.id);
    if (score > highest) return [dispute];
    return dispute.events.some((id) => told.includes(id)) && isSaid(dispute) ? [dispute] : [];
  });
  const linked = told.slice(0, 1).flatMap((id) => story.disputesOfEvent.get(id) ?? []);
  return { own, linked: linked.filter(isSaid) };
}

/** Whether a statement says what a dispute is on: a day, a doer, a number, a reason, or words by which none of the events is called. */
function isOnWhatIsSaid(
  { question: asked }: Dispute,
  { statement: { reason }, question: { day, deeds, concepts }, days }: Stated,
  events: readonly Match[],
  { kindsOf, lexicon }: AskIndex,
): boolean {
  const words = wordsOf(asked.en);
  const own = [...lexicon.concepts(words, "en"), ...lexicon.concepts(wordsOf(asked.fr), "fr")];
  const shared = concepts.filter(
    (concept) => own.includes(concept) && !isName(concept) && !lexicon.isLight(concept),
  );
  const [kind] = kindsOf(words);
  if (kind === "when" || findDays(words, days).day !== null) return day !== null;
  if (kind === "who") return deeds.some(({ act, doers }) => own.includes(act) && doers.length > 0);
  if (kind === "why") return reason !== null && shared.length > 0;
  if (kind === "many" || kind === "long") return concepts.some((concept) => /^\d/.test(concept));
  return shared.some((concept) => !events.some(({ entry }) => entry.isAskedWith(concept)));
}
