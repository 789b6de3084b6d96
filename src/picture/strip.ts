import { daysIn } from "../story/dates.ts";
import type { AboutStory, Language, Status } from "../story/schema.ts";
import { entry, type Story, type StoryEvent } from "../story/story.ts";
import { mostImportant } from "./choice.ts";
import { daySpanText } from "../view/daySpan.ts";
import type { Voice } from "../view/voice.ts";
import { capital, clock, dayAndMonth, longDay, shortDay, shortWeekday, zoneName } from "../view/when.ts";

/** A day with the ids of its events, in order. */
export interface PicturedDay {
  day: string;
  events: readonly string[];
}

/** All that the picture of some days may say, in words: plain JSON, so that another thread can draw it. */
export interface Strip {
  language: Language;
  title: string;
  /** "Du jeudi 16 au mercredi 22 novembre 2023" */
  span: string;
  /** The names of the axis' zones; no second one where both are the same. */
  home: string;
  scene: string | null;
  days: StripDay[];
  /** On how many days something begins, with those that are not shown. */
  allDays: number;
}

export interface StripDay {
  name: string;
  shortName: string;
  events: StripEvent[];
  /** How many events the day has, with those that are not shown and those that go on from the day before. */
  allEvents: number;
}

export interface StripEvent {
  title: string;
  status: Status;
  weight: number;
  /** From 0, the event that is kept longest where there is not room for all. */
  rank: number;
  /** Its accounts differ. */
  differs: boolean;
  time: StripTime;
}

/** An event's place on the axis, in each of its zones; null where the record knows nothing closer than the day. */
export interface StripTime {
  home: string | null;
  scene: string | null;
  /** What stands before an hour that is known to some minutes only: "vers", "about"; else null. */
  about: string | null;
}

/** Some days, at least one, in the words of a voice, in its zone and in that of the scene. */
export function stripOf(days: readonly PicturedDay[], story: Story, voice: Voice): Strip {
  const { language, zone } = voice;
  const first = days[0]?.day ?? "";
  const last = days.at(-1)?.day ?? first;
  const oneYear = first.slice(0, 4) === last.slice(0, 4);
  const beginning = beginningOn(days, story);
  const ranks = new Map(mostImportant([...beginning.values()]).map((event, rank) => [event, rank]));
  return {
    language,
    title: story.about.title[language],
    span: capital(daySpanText(first, last, voice)),
    home: zoneName(voice, story.about),
    scene: zone === story.about.zones.scene ? null : story.about.scene[language],
    allDays: [...beginning.values()].filter((events) => events.length > 0).length,
    days: days.flatMap(({ day, events }) => {
      const kept = (beginning.get(day) ?? []).flatMap((event) => {
        const rank = ranks.get(event);
        return rank === undefined ? [] : [stripEvent(event, rank, day, story, voice)];
      });
      if (kept.length === 0) return [];
      return {
        name: capital(oneYear ? dayAndMonth(day, voice) : longDay(day, voice)),
        shortName: capital(oneYear ? shortDay(day, voice) : longDay(day, voice)),
        events: kept,
        allEvents: events.length,
      };
    }),
  };
}

/** A strip with the events of the lowest ranks alone, and the days that still have one. */
export function shortened(strip: Strip, events: number): Strip {
  const days = strip.days.map((day) => ({ ...day, events: day.events.filter(({ rank }) => rank < events) }));
  return { ...strip, days: days.filter((day) => day.events.length > 0) };
}

/** The events of each day; what goes on for days is told on the first of them. */
function beginningOn(days: readonly PicturedDay[], story: Story): Map<string, StoryEvent[]> {
  const told = new Set<string>();
  const beginning = new Map<string, StoryEvent[]>();
  for (const { day, events } of days) {
    const fresh = events.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    beginning.set(
      day,
      fresh.map((id) => entry(story.events, id)),
    );
  }
  return beginning;
}

function stripEvent(event: StoryEvent, rank: number, day: string, story: Story, voice: Voice): StripEvent {
  return {
    title: event.title[voice.language],
    status: event.status,
    weight: event.weight,
    rank,
    differs: event.status !== "disputed" && story.disputesOfEvent.has(event.id),
    time: stripTime(event, day, story.about, voice),
  };
}

function stripTime({ when }: StoryEvent, day: string, about: AboutStory, voice: Voice): StripTime {
  const scene = { ...voice, zone: about.zones.scene };
  const exactly = { ...when, approximate: false };
  const thereAlso = scene.zone === voice.zone ? null : sceneTime(exactly, day, scene);
  const until = when.precision === "days" ? daysIn(when, voice.zone)?.to.toString() : undefined;
  return {
    home:
      until && until > day ? voice.words.picture.until(shortWeekday(until, voice)) : clock(exactly, voice),
    scene: thereAlso,
    about: when.approximate && when.precision === "hour" ? voice.words.picture.about : null,
  };
}

/** "12:00"; with its weekday where that is another than the axis shows: "dim. 23:53", "dim. soir", "dim." */
function sceneTime(when: StoryEvent["when"], day: string, scene: Voice): string | null {
  const there = daysIn(when, scene.zone)?.from.toString();
  if (there === undefined || when.precision === "days") return null;
  if (when.counted && when.counted.zone !== scene.zone) return null;
  const hour = clock(when, scene);
  const weekday = there === day ? null : shortWeekday(there, scene);
  return [weekday, hour].filter((part) => part !== null).join(" ") || null;
}
