import type { EntryRef } from "../../story/entryRef.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { AskIndex } from "./askIndex.ts";
import { eventsMeant } from "./eventsMeant.ts";
import { MISTAKEN_DAYS } from "./grace.ts";
import { isOnDays } from "./onDays.ts";
import type { Question } from "./understand.ts";

/** Words with which more is asked than whether something was on a day. */
const ASKS_MORE = new Set(
  "que qu quoi qui quel quelle quels quelles comment combien pourquoi what who whom which how why anything something rien quelque".split(
    " ",
  ),
);

/**
 * The event that a text puts on a day, rightly or not: "le renvoi a eu lieu le 18 novembre ?", "Altman was fired on
 * the 18th?". Null where the text asks for more, or where the story has no such event near that day.
 */
export function datedEvent(
  { day, ...question }: Question,
  words: readonly string[],
  index: AskIndex,
  calendar: StoryCalendar,
): EntryRef | null {
  const [kind] = question.kinds;
  const isStatement =
    (kind === undefined || kind === "happened") && !words.some((word) => ASKS_MORE.has(word));
  if (day === null || !isStatement) return null;
  const near = day.ranges.map(({ from, to }) => ({
    from: Temporal.PlainDate.from(from).subtract({ days: MISTAKEN_DAYS }).toString(),
    to: Temporal.PlainDate.from(to).add({ days: MISTAKEN_DAYS }).toString(),
  }));
  const concepts = question.concepts.filter((concept) => !index.lexicon.isLight(concept));
  const [event] = eventsMeant({ ...question, concepts, day: null }, index, calendar);
  return event && isOnDays(event.when, near, calendar.zone) ? { type: "event", id: event.id } : null;
}
