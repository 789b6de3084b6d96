import { daysIn, when, type When } from "../story/dates.ts";
import type { AboutStory } from "../story/schema.ts";
import type { Quote, Story } from "../story/story.ts";
import type { Voice } from "./voice.ts";
import { clock, fullDate, longDay, sceneTime, zoneName } from "./when.ts";

/**
 * When words were said: at the hour or in the part of the day of their event, where they are dated to the day
 * of that event alone; null where nothing dates them.
 */
export function quoteWhen({ date, zone, event: id }: Quote, story: Story): When | null {
  if (date === null) return null;
  const own = when({ date, zone });
  const event = id === undefined ? undefined : story.events.get(id)?.when;
  if (!event || !own.counted || own.precision !== "day") return own;
  const isExact = event.precision === "hour" || event.precision === "part";
  const day = daysIn(event, own.counted.zone)?.from;
  return isExact && day?.equals(own.counted.from) ? event : own;
}

/**
 * Day and hour with the name of their zone, so that they can stand alone, then the scene's time where it differs:
 * "vendredi 17 novembre 2023, 21:28, heure de Paris", "dim. 23:53 à San Francisco".
 */
export function placedDate(time: When, about: AboutStory, voice: Voice): string[] {
  const hour = time.precision === "hour" ? clock(time, voice) : null;
  const day = daysIn(time, voice.zone)?.from.toString();
  if (hour === null || day === undefined) return [fullDate(time, about, voice)];
  const here = voice.words.countedIn(`${longDay(day, voice)}, ${hour}`, zoneName(voice));
  const scene = sceneTime(time, about, voice);
  return scene === null ? [here] : [here, scene];
}
