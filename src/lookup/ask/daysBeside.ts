import { daysIn } from "../../story/dates.ts";
import { entry } from "../../story/story.ts";
import type { Language } from "../../story/schema.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex } from "./askIndex.ts";
import { answering, toldIn, verdictsOf } from "./decide.ts";
import type { RelativeDay } from "./relativeDay.ts";
import { understand } from "./understand.ts";

/** The days that are told by an event; null where the story has no such event, or nothing of those days. */
export function daysBeside(
  { event, least, most }: RelativeDay,
  language: Language,
  index: AskIndex,
  calendar: StoryCalendar,
): DayQuestion | null {
  const question = { ...understand(event, language, index, calendar), kinds: ["when" as const] };
  const events = toldIn(answering(verdictsOf({ whole: question, clauses: [] }, index, calendar)));
  // Of several that are meant as well, one has a day with something to tell.
  for (const { type, id } of events) {
    const own = type === "event" ? daysIn(entry(index.story.events, id).when, calendar.zone) : null;
    if (own === null) continue;
    const [from, to] = [own.from.add({ days: least }), own.to.add({ days: most })];
    const ranges = [{ from: from.toString(), to: to.toString() }];
    if (timelineOf({ ranges }, calendar).days.length > 0) return { ranges };
  }
  return null;
}
