import { daysIn, eachDay } from "../../story/dates.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { Language } from "../../story/schema.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex } from "./askIndex.ts";
import { eventsMeant } from "./eventsMeant.ts";
import {
  betweenEventsIn,
  openTimeIn,
  relativeDayIn,
  type BetweenEvents,
  type OpenTime,
  type RelativeDay,
} from "./relativeDay.ts";
import { understand, type Question } from "./understand.ts";

/** Days that a text tells by an event of the story. */
export interface DaysBeside {
  day: DayQuestion;
  /** Whether the story tells anything of them. */
  isTold: boolean;
  event: EntryRef;
  /** The rest of the text. */
  rest: string;
}

/**
 * The days in a text that are told by an event, or by two; null where it names none that the story has. "Après le
 * retour" tells days only where nothing else is asked than what happened.
 */
export function daysBeside(
  text: string,
  language: Language,
  index: AskIndex,
  calendar: StoryCalendar,
): DaysBeside | null {
  const anchorsOf = (event: string) => anchorsIn(event, language, index, calendar);
  const { grammar } = index;
  const relative = relativeDayIn(text, grammar);
  if (relative) return besideOne(relative, anchorsOf, calendar);
  const between = betweenEventsIn(text, grammar);
  if (between) return betweenTwo(between, anchorsOf);
  const open = openTimeIn(text, grammar);
  if (open === null || !asksWhatHappened(understand(open.rest, language, index, calendar), index))
    return null;
  return nextTo(open, anchorsOf, calendar);
}

function asksWhatHappened({ concepts, kinds: [kind], day }: Question, { lexicon }: AskIndex): boolean {
  return (
    day === null &&
    concepts.every(lexicon.isLight) &&
    (kind === undefined || kind === "happened" || kind === "what")
  );
}

/**
 * The days that a text tells by an event, and nothing else: "le lendemain du renvoi", as whoever asks for days types it,
 * or "what day was the firing"; null for any other text.
 */
export function daysByEvent(
  text: string,
  language: Language,
  index: AskIndex,
  calendar: StoryCalendar,
): DayQuestion | null {
  const found = daysBeside(text, language, index, calendar);
  const { day, concepts, kinds } = understand(found?.rest ?? text, language, index, calendar);
  if (found) return day === null && concepts.every(index.lexicon.isLight) ? found.day : null;
  const [event] = day === null && kinds[0] === "when" ? anchorsIn(text, language, index, calendar) : [];
  return event ? dayQuestion(event.from, event.to) : null;
}

/** An event by which days are told, and its own. */
interface Anchor {
  event: EntryRef;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** Of several events that are meant as well, one has a day with something to tell. */
function besideOne(
  { event: words, least, most, weekday, rest }: RelativeDay,
  anchorsOf: (event: string) => Anchor[],
  calendar: StoryCalendar,
): DaysBeside | null {
  const beside = anchorsOf(words).map(({ event, from, to }) => {
    const [first, last] = [from.add({ days: least }), to.add({ days: most })];
    const one = weekday === null ? null : eachDay(first, last).find(({ dayOfWeek }) => dayOfWeek === weekday);
    const day = one ? dayQuestion(one, one) : dayQuestion(first, last);
    return { day, isTold: timelineOf(day, calendar).days.length > 0, event, rest };
  });
  return beside.find(({ isTold }) => isTold) ?? beside[0] ?? null;
}

/** Days with something to tell that are next to an event. */
const NEXT_DAYS = 3;

/** The next days after an event, or the last before it, of which the story tells something. */
function nextTo(
  { direction, event: words, rest }: OpenTime,
  anchorsOf: (event: string) => Anchor[],
  { days }: StoryCalendar,
): DaysBeside | null {
  const [anchor] = anchorsOf(words);
  if (!anchor) return null;
  const { event, from, to } = anchor;
  const isNext = (day: Temporal.PlainDate) =>
    direction > 0 ? Temporal.PlainDate.compare(day, to) > 0 : Temporal.PlainDate.compare(day, from) < 0;
  const next = days.filter(isNext);
  const near = direction > 0 ? next.slice(0, NEXT_DAYS) : next.slice(-NEXT_DAYS);
  const [first, last] = [near[0], near.at(-1)];
  const beside = direction > 0 ? to.add({ days: 1 }) : from.subtract({ days: 1 });
  const day = dayQuestion(first ?? beside, last ?? beside);
  return { day, isTold: first !== undefined, event, rest };
}

function betweenTwo(
  { first, last, rest }: BetweenEvents,
  anchorsOf: (event: string) => Anchor[],
): DaysBeside | null {
  const [[begin], [end]] = [anchorsOf(first), anchorsOf(last)];
  if (!begin || !end || Temporal.PlainDate.compare(begin.from, end.to) > 0) return null;
  return { day: dayQuestion(begin.from, end.to), isTold: true, event: begin.event, rest };
}

/** The events with a day that some words may mean, the weightiest first. */
function anchorsIn(words: string, language: Language, index: AskIndex, calendar: StoryCalendar): Anchor[] {
  const question = understand(words, language, index, calendar);
  return eventsMeant(question, index, calendar).flatMap(({ id, when }) => {
    const own = daysIn(when, calendar.zone);
    return own === null ? [] : { event: { type: "event", id }, ...own };
  });
}

function dayQuestion(from: Temporal.PlainDate, to: Temporal.PlainDate): DayQuestion {
  return { ranges: [{ from: from.toString(), to: to.toString() }] };
}
