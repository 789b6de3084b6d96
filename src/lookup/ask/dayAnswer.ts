import { byUnits } from "../../story/byUnits.ts";
import { mostProminent } from "../../story/prominence.ts";
import type { Story } from "../../story/story.ts";
import type { DayQuestion, DayRange } from "../days.ts";
import type { Lookups } from "../lookups.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import { timelineOf, type TimelineAnswer } from "../timeline.ts";
import type { AskedDay } from "./ask.ts";
import { isThing } from "./concepts.ts";
import type { Kind } from "./kinds.ts";
import type { Reading } from "./read.ts";
import type { Question } from "./understand.ts";

/** Events told of one day; of several days fewer each, so that the answer stays short. */
const OF_ONE_DAY = 7;
const OF_SEVERAL_DAYS = 4;
const OF_MANY_DAYS = 2;
const MANY_DAYS = 5;
const AT_SCENE = 3;
const MOST_DAYS = 7;
const OF_A_DAY_BESIDE = 2;

/** What is told of the time that a question names. */
export interface DaysAnswer {
  /** That time. */
  ranges: DayRange[];
  /** The days that are told, and how many more there are. */
  days: AskedDay[];
  otherDays: number;
  /** Events of that time that are known by month or year only. */
  undated: string[];
}

/** "Résume-moi lundi" is about Monday. The group's id in words.json. */
const OVERVIEW = "overview";

/**
 * The main events of the days that a question names, when it or a clause of it is about nothing else ("il y a eu
 * quoi lundi ?"); null for every other question, and for days of which the story tells nothing.
 */
export function dayAnswer({ whole, ofDays }: Reading, lookups: Lookups, zone: string): DaysAnswer | null {
  const question = isOfDayAlone(whole, lookups)
    ? whole
    : ofDays.find((clause) => isOfDayAlone(clause, lookups) && asksForOverview(clause));
  return question?.day ? eventsOfDays(question.day, lookups, zone) : null;
}

/**
 * The days of which a question asks what happened, told by an event or by their date, where the story tells nothing of
 * them.
 */
export function untoldDays(
  { whole, ofUntoldDays }: Reading,
  lookups: Lookups,
  zone: string,
): UntoldDays | null {
  const question = ofUntoldDays?.question ?? whole;
  if (question.day === null || !isOfDayAlone(question, lookups) || !asksForOverview(question)) return null;
  const { ranges } = question.day;
  if (ofUntoldDays) return { ranges, near: [ofUntoldDays.event] };
  const calendar = lookups.calendar(zone);
  const { days, undated, before, after } = timelineOf({ ranges }, calendar);
  if (days.length + undated.length > 0) return null;
  const beside = [before, after].flatMap((day) =>
    day === null ? [] : mostProminent(calendar.eventsOn(day), OF_A_DAY_BESIDE),
  );
  return { ranges, near: beside.map(({ id }) => ({ type: "event", id })) };
}

export interface UntoldDays {
  ranges: DayRange[];
  /** The event that tells them, or the main ones of the days before and after. */
  near: EntryRef[];
}

function isOfDayAlone({ day, concepts }: Question, { ask }: Lookups): boolean {
  return day !== null && concepts.every((concept) => concept === OVERVIEW || ask.lexicon.isLight(concept));
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

/** "Que faisait Altman le 16 novembre ?" asks for no portrait, and "qui était" or "pourquoi" for no events. */
const ASKS_FOR_EVENTS: readonly (Kind | undefined)[] = [undefined, "happened", "what"];

/**
 * The events of days with those whom a question names, where it says nothing else of them; null where there are none.
 */
export function daysOfPeople(question: Question, lookups: Lookups, zone: string): DaysAnswer | null {
  const { day, names, concepts, kinds } = question;
  const isOfThemAlone = names.length > 0 && !concepts.some(isThing(lookups.ask));
  return day && isOfThemAlone && ASKS_FOR_EVENTS.includes(kinds[0])
    ? eventsOfDays(day, lookups, zone, names)
    : null;
}

function asksForOverview({ kinds: [kind], concepts }: Question): boolean {
  return kind === "happened" || concepts.includes(OVERVIEW);
}

/** The main events of days, of those with all of some people; null where the story tells none. */
function eventsOfDays(
  day: DayQuestion,
  lookups: Lookups,
  zone: string,
  people: readonly string[] = [],
): DaysAnswer | null {
  const { story } = lookups;
  const { part = null } = day;
  const isWithThem = (id: string) => people.every((one) => story.events.get(id)?.people.includes(one));
  const calendar = lookups.calendar(zone);
  const timeline = timelineOf(day, calendar);
  const here = eventsByDay(timeline, isWithThem);
  const whole = part === null ? here : eventsByDay(timelineOf({ ranges: day.ranges }, calendar), isWithThem);
  const there = eventsByDay(timelineOf(day, lookups.calendar(story.about.zones.scene)), isWithThem);
  const undated = timeline.undated.filter(isWithThem);
  const named = [...new Set([...whole.keys(), ...there.keys()])].toSorted();
  if (named.length + undated.length === 0) return null;
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
  return { ranges: day.ranges, days: told, otherDays: ofEvents.length - told.length, undated };
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
    .toSorted((a, b) => weightOf(b) - weightOf(a) || byUnits(a, b))
    .slice(0, MOST_DAYS)
    .toSorted();
}

function mostOf(days: number): number {
  if (days === 1) return OF_ONE_DAY;
  return days < MANY_DAYS ? OF_SEVERAL_DAYS : OF_MANY_DAYS;
}

/** Those events of each day that are meant; no day without any. */
function eventsByDay(timeline: TimelineAnswer, isMeant: (id: string) => boolean): Map<string, string[]> {
  const days = timeline.days.map(({ day: name, events }): [string, string[]] => [
    name,
    events.filter(isMeant),
  ]);
  return new Map(days.filter(([, events]) => events.length > 0));
}

function mainEvents(ids: readonly string[], most: number, { events }: Story): string[] {
  const all = ids.flatMap((id) => events.get(id) ?? []);
  return mostProminent(all, most).map(({ id }) => id);
}
