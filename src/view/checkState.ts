import type { FoundQuote, MessageFindings } from "../lookup/checkMessage.ts";
import type { Story } from "../story/story.ts";
import { customId } from "./customId.ts";
import { longIds, NO_ID, shortIds } from "./shortId.ts";

/**
 * The custom id that gives the findings of a message again: the quotes, which of them are near, whom each is wrongly
 * given to, the events, which of them get another day, and the disputes. Of people it keeps the first that each quote
 * is given to.
 */
export function writeFindings({ quotes, events, misdated, disputes }: MessageFindings): string {
  const insteadOf = quotes.map((quote) => quote.insteadOf[0] ?? null);
  return customId(
    "check",
    "found",
    shortIds(quotes.map(({ id }) => id)),
    writeMarks(quotes.map(({ near }) => near)),
    insteadOf.some((person) => person !== null) ? shortIds(insteadOf) : "",
    shortIds(events),
    writeMarks(events.map((id) => misdated.includes(id))),
    shortIds(disputes),
  );
}

/** Reads the details of such a custom id; null where the story does not hold all of it any more. */
export function readFindings(details: readonly string[], story: Story): MessageFindings | null {
  const [quoteTexts = "", nearMarks, people = "", eventTexts = "", misdatedMarks, disputeTexts = ""] =
    details;
  const quoteIds = longIds(quoteTexts, story.quotes.keys());
  const insteadOf = longIds(people, story.people.keys());
  const events = longIds(eventTexts, story.events.keys());
  const disputes = longIds(disputeTexts, story.disputes.keys());
  if (!isWhole(quoteIds) || !isWhole(events) || !isWhole(disputes) || insteadOf.includes(null)) return null;
  if (quoteIds.length + events.length + disputes.length === 0) return null;
  const quotes = quoteIds.map((id, n): FoundQuote => {
    const person = insteadOf[n] ?? NO_ID;
    return { id, near: isMarked(nearMarks, n), insteadOf: person === NO_ID ? [] : [person] };
  });
  return {
    quotes,
    events,
    misdated: events.filter((_, n) => isMarked(misdatedMarks, n)),
    disputes,
    people: [],
  };
}

const MARKS_BASE = 36;

/** Marks of a list as one number, a bit for each entry from the lowest on. */
function writeMarks(marks: readonly boolean[]): string {
  const bits = marks.map((mark, n) => (mark ? 2 ** n : 0));
  return bits.reduce((sum, bit) => sum + bit, 0).toString(MARKS_BASE);
}

function isMarked(marks: string | undefined, n: number): boolean {
  return Math.floor(Number.parseInt(marks ?? "", MARKS_BASE) / 2 ** n) % 2 === 1;
}

/** Whether all stand for an entry. */
function isWhole(ids: readonly (string | null)[]): ids is string[] {
  return ids.every((id) => id !== null && id !== NO_ID);
}
