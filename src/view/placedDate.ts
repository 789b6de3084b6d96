import type { When } from "../story/dates.ts";
import type { AboutStory } from "../story/schema.ts";
import type { Voice } from "./voice.ts";
import { fullDate, sceneTime, zoneName } from "./when.ts";

/**
 * A whole date, an hour with the name of its zone so that it can stand alone, then the scene's time where it
 * differs: "lundi 20 novembre 2023, 08:53, heure de Paris", "dim. 23:53 à San Francisco".
 */
export function placedDate(time: When, about: AboutStory, voice: Voice): string[] {
  const date = fullDate(time, voice);
  const here = time.precision === "hour" ? voice.words.countedIn(date, zoneName(voice, about)) : date;
  const scene = sceneTime(time, about, voice);
  return scene === null ? [here] : [here, scene];
}

/** The same on one line: "lundi 20 novembre 2023, 08:53, heure de Paris (dim. 23:53 à San Francisco)". */
export function placedLine(time: When, about: AboutStory, voice: Voice): string {
  const [here = "", scene] = placedDate(time, about, voice);
  return scene === undefined ? here : `${here} (${scene})`;
}
