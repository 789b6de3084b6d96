import { mostProminent } from "../../story/prominence.ts";
import type { Story } from "../../story/story.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion } from "../days.ts";
import type { Lookups } from "../lookups.ts";
import { timelineOf } from "../timeline.ts";
import type { AskedDay } from "./ask.ts";
import type { Question } from "./understand.ts";

/** Events told of one day; of several days fewer each, so that the answer stays short. */
const OF_ONE_DAY = 7;
const OF_SEVERAL_DAYS = 4;
const OF_MANY_DAYS = 2;
const MANY_DAYS = 5;
const AT_SCENE = 3;
const MOST_DAYS = 7;

/** "Résume-moi lundi" is about Monday. The group's id in words.json. */
const OVERVIEW = "overview";

/**
 * The main events of the days that a question names, when it is about nothing else ("il y a eu quoi
 * lundi ?"); null for every other question, and for days of which the story tells nothing.
 */
export function dayAnswer({ day, concepts }: Question, lookups: Lookups, zone: string): AskedDay[] | null {
  const { isLight } = lookups.ask.lexicon;
  if (day === null || concepts.some((concept) => concept !== OVERVIEW && !isLight(concept))) return null;
  const { story } = lookups;
  const { part = null } = day;
  const here = eventsByDay(day, lookups.calendar(zone));
  const whole = eventsByDay({ ranges: day.ranges }, lookups.calendar(zone));
  const there = eventsByDay(day, lookups.calendar(story.about.zones.scene));
  const named = [...new Set([...whole.keys(), ...there.keys()])].toSorted();
  if (named.length === 0) return null;
  const days = named.slice(0, MOST_DAYS);
  return days.map((name) => {
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
