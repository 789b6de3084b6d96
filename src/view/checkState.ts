import type { Contradiction } from "../lookup/ask/contradiction.ts";
import type { FoundQuote, MessageFindings } from "../lookup/checkMessage.ts";
import type { Story } from "../story/story.ts";
import { customId } from "./customId.ts";
import { longIds, NO_ID, shortIds } from "./shortId.ts";

/**
 * The custom id that gives the findings of a message again: the quotes, which of them are near, whom each is wrongly
 * given to, the events, how the message contradicts each of them, the disputes, and how many more events there are. Of
 * people it keeps the first that each quote is given to.
 */
export function writeFindings({ quotes, events, contradictions, others, disputes }: MessageFindings): string {
  const insteadOf = quotes.map((quote) => quote.insteadOf[0] ?? null);
  return customId(
    "check",
    "found",
    shortIds(quotes.map(({ id }) => id)),
    writeMarks(quotes.map(({ near }) => Number(near))),
    insteadOf.some((person) => person !== null) ? shortIds(insteadOf) : "",
    shortIds(events),
    writeMarks(events.map((id) => markOf(contradictions[id]))),
    shortIds(disputes),
    Math.min(others, MARKS_BASE - 1).toString(MARKS_BASE),
  );
}

/** Reads the details of such a custom id; null where the story does not hold all of it any more. */
export function readFindings(details: readonly string[], story: Story): MessageFindings | null {
  const [quoteTexts = "", nearMarks, people = "", eventTexts = "", eventMarks, disputeTexts = "", others] =
    details;
  const quoteIds = longIds(quoteTexts, story.quotes.keys());
  const insteadOf = longIds(people, story.people.keys());
  const events = longIds(eventTexts, story.events.keys());
  const disputes = longIds(disputeTexts, story.disputes.keys());
  if (!isWhole(quoteIds) || !isWhole(events) || !isWhole(disputes) || insteadOf.includes(null)) return null;
  if (quoteIds.length + events.length + disputes.length === 0) return null;
  const quotes = quoteIds.map((id, n): FoundQuote => {
    const person = insteadOf[n] ?? NO_ID;
    return { id, near: readMark(nearMarks, n) > 0, insteadOf: person === NO_ID ? [] : [person] };
  });
  return {
    quotes,
    events,
    contradictions: Object.fromEntries(
      events.flatMap((id, n) => {
        const contradiction = CONTRADICTIONS.get(readMark(eventMarks, n));
        return contradiction ? [[id, contradiction]] : [];
      }),
    ),
    others: Number.parseInt(others ?? "", MARKS_BASE) || 0,
    disputes,
    people: [],
  };
}

const MARKS_BASE = 36;

/** How each contradiction is written; 0 is none. */
const MARK_OF: Record<Contradiction, number> = { otherDay: 1, otherDoers: 2, denied: 3 };
const CONTRADICTIONS = new Map(
  Object.entries(MARK_OF).map(([contradiction, mark]) => [mark, contradiction as Contradiction]),
);
/** As many marks as there are, and none. */
const MARKS = CONTRADICTIONS.size + 1;

function markOf(contradiction: Contradiction | undefined): number {
  return contradiction ? MARK_OF[contradiction] : 0;
}

/** Marks of a list as one number, a digit for each entry from the lowest on. */
function writeMarks(marks: readonly number[]): string {
  return marks.reduce((sum, mark, n) => sum + mark * MARKS ** n, 0).toString(MARKS_BASE);
}

/** 0 for no mark. */
function readMark(marks: string | undefined, n: number): number {
  return Math.floor((Number.parseInt(marks ?? "", MARKS_BASE) || 0) / MARKS ** n) % MARKS;
}

/** Whether all stand for an entry. */
function isWhole(ids: readonly (string | null)[]): ids is string[] {
  return ids.every((id) => id !== null && id !== NO_ID);
}
