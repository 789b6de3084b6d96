import { daysIn } from "../../story/dates.ts";
import { entry } from "../../story/story.ts";
import type { Lookups } from "../lookups.ts";
import { asksForOverview, eventsOfDays, type DaysAnswer } from "./dayAnswer.ts";
import { answering, toldIn, verdictsOf } from "./decide.ts";
import type { Concept } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** How many days from an event its neighbours are. The groups' ids in words.json. */
const SHIFTS = new Map<Concept, number>([
  ["day-after", 1],
  ["before", -1],
]);

/**
 * The main events of the day after an event, or before it, where a question asks what happened then and names the
 * event ("il s'est passé quoi le lendemain de son retour ?"); null for every other question.
 */
export function dayBesideEvent(question: Question, lookups: Lookups, zone: string): DaysAnswer | null {
  const { concepts, kinds, day, asksWhether } = question;
  const shift = concepts.flatMap((concept) => SHIFTS.get(concept) ?? [])[0];
  const isForDay = asksForOverview(question) || (kinds.length === 0 && !asksWhether);
  if (shift === undefined || day !== null || !isForDay) return null;
  const ofEvent: Question = {
    ...question,
    kinds: ["when"],
    concepts: concepts.filter((concept) => !SHIFTS.has(concept)),
  };
  const verdicts = verdictsOf({ whole: ofEvent, clauses: [] }, lookups.ask, lookups.calendar(zone));
  const events = toldIn(answering(verdicts)).filter(({ type }) => type === "event");
  // Of an event the day after may hold nothing, and another that is meant as well have a telling one.
  for (const { id } of events) {
    const days = daysIn(entry(lookups.story.events, id).when, zone);
    const beside = days && (shift > 0 ? days.to : days.from).add({ days: shift }).toString();
    const found = beside && eventsOfDays({ ranges: [{ from: beside, to: beside }] }, lookups, zone);
    if (found) return found;
  }
  return null;
}
