import { mostProminent } from "../../story/prominence.ts";
import type { Story } from "../../story/story.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import type { Lookups } from "../lookups.ts";
import { timelineOf } from "../timeline.ts";
import type { AskedDay } from "./ask.ts";
import type { Reading } from "./read.ts";
import type { Question } from "./understand.ts";

/** Events told of one day; of several days fewer each, so that the answer stays short. */
const OF_ONE_DAY = 7;
const OF_SEVERAL_DAYS = 4;
const OF_MANY_DAYS = 2;
const MANY_DAYS = 5;
const AT_SCENE = 3;
const MOST_DAYS = 7;

/** The days that are told, and how many more there are. */
export interface DaysAnswer {
  days: AskedDay[];
  otherDays: number;
}

/** "Résume-moi lundi" is about Monday. The group's id in words.json. */
const OVERVIEW = "overview";

/**
 * The main events of the days that a question names, when it or a clause of it is about nothing else ("il y a eu
 * quoi lundi ?"); null for every other question, and for days of which the story tells nothing.
 */
export function dayAnswer({ whole, ofDays }: Reading, lookups: Lookups, zone: string): DaysAnswer | null {
  const { isLight } = lookups.ask.lexicon;
  const isOfDayAlone = ({ day, concepts }: Question) =>
    day !== null && concepts.every((concept) => concept === OVERVIEW || isLight(concept));
  const question = isOfDayAlone(whole)
    ? whole
    : ofDays.find((clause) => isOfDayAlone(clause) && asksForOverview(clause));
  return question?.day ? eventsOfDays(question.day, lookups, zone) : null;
}

/**
 * The same for a question that nothing answers and that asks what happened on a day, whatever else it says ("le 29,
 * quoi de spécial ?"); null where it names somebody or something of his.
 */
export function dayAnswerAfterAll(question: Question, lookups: Lookups, zone: string): DaysAnswer | null {
  const { attributes } = lookups.ask.lexicon;
  const isOfSomebody =
    question.names.length > 0 || question.concepts.some((concept) => attributes.has(concept));
  return question.day && asksForOverview(question) && !isOfSomebody
    ? eventsOfDays(question.day, lookups, zone)
    : null;
}

function asksForOverview({ kinds: [kind], concepts }: Question): boolean {
  return kind === "happened" || concepts.includes(OVERVIEW);
}

/** The main events of days; null for days of which the story tells nothing. */
function eventsOfDays(day: DayQuestion, lookups: Lookups, zone: string): DaysAnswer | null {
  const { story } = lookups;
  const { part = null } = day;
  const here = eventsByDay(day, lookups.calendar(zone));
  const whole = eventsByDay({ ranges: day.ranges }, lookups.calendar(zone));
  const there = eventsByDay(day, lookups.calendar(story.about.zones.scene));
  const named = [...new Set([...whole.keys(), ...there.keys()])].toSorted();
  if (named.length === 0) return null;
  // A day of the scene alone is told where it is the only one.
  const ofEvents = named.length > 1 ? named.filter((name) => whole.has(name)) : named;
  const days = mainDays(ofEvents, whole, story);
  const told = days.map((name) => {
    const events = here.get(name) ?? [];
    const elsewhere = (there.get(name) ?? []).filter((id) => !events.includes(id));
    return {
      day: name,
      events: mainEvents(events, mostOf(days.length), story),
      atScene: days.length === 1 ? mainEvents(elsewhere, AT_SCENE, story) : [],
      all: whole.get(name)?.length ?? 0,
      part,
    };
  });
  return { days: told, otherDays: ofEvents.length - told.length };
}

/** The days of the weightiest events, in order, where there are more than can be told. */
function mainDays(
  days: readonly string[],
  events: ReadonlyMap<string, readonly string[]>,
  story: Story,
): string[] {
  if (days.length <= MOST_DAYS) return [...days];
  const weightOf = (day: string) =>
    Math.max(...(events.get(day) ?? []).map((id) => story.events.get(id)?.weight ?? 0));
  return days
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.localeCompare(b))
    .slice(0, MOST_DAYS)
    .toSorted();
}

function mostOf(days: number): number {
  if (days === 1) return OF_ONE_DAY;
  return days < MANY_DAYS ? OF_SEVERAL_DAYS : OF_MANY_DAYS;
}

function eventsByDay(day: DayQuestion, calendar: StoryCalendar): Map<string, string[]> {
  return new Map(timelineOf(day, calendar).days.map(({ day: name, events }) => [name, events]));
}

function mainEvents(ids: readonly string[], most: number, { events }: Story): string[] {
  const all = ids.flatMap((id) => events.get(id) ?? []);
  return mostProminent(all, most).map(({ id }) => id);
}
