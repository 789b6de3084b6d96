import { mostProminentFirst } from "../../story/prominence.ts";
import { entry, type StoryEvent } from "../../story/story.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { AskIndex } from "./askIndex.ts";
import { isThing } from "./concepts.ts";
import { answering, toldIn, verdictsOf } from "./decide.ts";
import type { Question } from "./understand.ts";

/** What has so much of the odds of the likeliest event may be meant as well. */
const MEANT_AS_WELL = 0.4;

/** The events that a question may mean whatever it asks of them, the weightiest first. A name alone is no event. */
export function eventsMeant(question: Question, index: AskIndex, calendar: StoryCalendar): StoryEvent[] {
  if (!question.concepts.some(isThing(index))) return [];
  const whole = { ...question, kinds: ["when" as const] };
  const found = answering(verdictsOf({ whole, clauses: [] }, index, calendar)).filter(
    ({ match }) => match.entry.ref.type === "event",
  );
  const least = (found[0]?.odds ?? 0) * MEANT_AS_WELL;
  const meant = toldIn(found.filter(({ odds }) => odds >= least));
  return mostProminentFirst(meant.map(({ id }) => entry(index.story.events, id)));
}
