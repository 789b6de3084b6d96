import { daysIn, type When } from "../story/dates.ts";
import type { AboutStory } from "../story/schema.ts";
import { dateText, rangeText } from "./dateFormats.ts";
import type { Voice } from "./voice.ts";

/** "Lundi 20 novembre 2023" of an ISO day. */
export function dayTitle(day: string, voice: Voice): string {
  return capital(longDay(day, voice));
}

/** "lundi 20 novembre 2023", "Monday 20 November 2023". */
export function longDay(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "longDay", voice);
}

/** "novembre 2023" of any of its ISO days. */
export function monthName(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "month", voice);
}

/** "dim. 19 nov." */
export function shortDay(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "shortDay", voice);
}

/** "lundi 20 novembre", where the year goes without saying. */
export function dayAndMonth(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "dayAndMonth", voice);
}

/** "lun.", "Mon" */
export function shortWeekday(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "weekday", voice);
}

/** "le 21 nov. 2023 est un mardi" */
export function itsWeekday(day: string, voice: Voice): string {
  const date = Temporal.PlainDate.from(day);
  return voice.words.isWeekday(dateText(date, "date", voice), dateText(date, "longWeekday", voice));
}

/** "20 nov. 2023": a date as it is written, such as a source's own; null has no date. */
export function shortDate(time: When | null, voice: Voice): string {
  if (time === null) return voice.words.unknownDate;
  const hourDay = time.start.toZonedDateTimeISO(voice.zone).toPlainDate();
  return spanOf(time, time.counted ?? { from: hourDay, to: hourDay }, voice);
}

/** The same of something that happened, by the day on which the voice's zone shows it. */
export function shownDate(time: When, voice: Voice): string {
  const days = daysIn(time, voice.zone);
  return days ? spanOf(time, days, voice) : shortDate(time, voice);
}

/** "20 nov. 2023" of a plain date. */
export function dateOf(date: Temporal.PlainDate, voice: Voice): string {
  return dateText(date, "date", voice);
}

interface DaySpan {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** As much of some days as is known: "2018", "novembre 2023", "18–20 nov. 2023", "depuis le 23 janv. 2026". */
function spanOf({ precision, approximate, counted }: When, { from, to }: DaySpan, voice: Voice): string {
  const { words } = voice;
  const format = precision === "year" || precision === "month" ? precision : "date";
  const text = spanText(from, to, format, voice);
  const known = approximate ? words.about(text) : text;
  return counted?.open ? words.fromOn({ text: known, day: format === "date" && !approximate }) : known;
}

/** The hour in the voice's zone ("08:53", « 8 h 53 »), or the part of the day, or null where only a day is known. */
export function clock(time: When, { words, zone }: Voice): string | null {
  if (time.precision === "hour") {
    const hour = words.hour(time.start.toZonedDateTimeISO(zone));
    return time.approximate ? words.about(hour) : hour;
  }
  if (time.precision === "part" && time.counted?.part && time.counted.zone === zone)
    return words.part[time.counted.part];
  return null;
}

/**
 * The day and hour at the scene of the story, where its weekday is another than the voice's zone shows
 * ("dim. 23:53 à San Francisco"), or where the day was counted in another zone; else null.
 */
export function sceneTime(time: When, about: AboutStory, voice: Voice): string | null {
  const { words, language, zone } = voice;
  const scene = about.zones.scene;
  if (scene === zone) return null;
  if (time.precision === "hour") {
    const there = time.start.toZonedDateTimeISO(scene);
    if (there.toPlainDate().equals(time.start.toZonedDateTimeISO(zone).toPlainDate())) return null;
    const text = `${dateText(there.toPlainDate(), "weekday", voice)} ${words.hour(there)}`;
    return words.atScene(text, about.scene[language]);
  }
  if (!time.counted || time.counted.zone !== scene || time.precision === "month" || time.precision === "year")
    return null;
  const day = dateText(time.counted.from, "weekday", voice);
  const text = time.counted.part ? `${day} ${words.part[time.counted.part]}` : day;
  const shown = daysIn(time, zone)?.from;
  return shown?.equals(time.counted.from) && time.precision !== "part"
    ? null
    : words.atScene(text, about.scene[language]);
}

/** The whole date for a page of its own: the day or days in the voice's zone, with the hour or part of the day. */
export function fullDate(time: When, voice: Voice): string {
  const days = daysIn(time, voice.zone);
  if (days === null) return shortDate(time, voice);
  const day = days.from.equals(days.to)
    ? longDay(days.from.toString(), voice)
    : spanText(days.from, days.to, "date", voice);
  const known = time.counted?.open ? voice.words.fromOn({ text: day, day: true }) : day;
  const hour = clock(time, voice);
  return hour === null ? known : `${known}, ${hour}`;
}

/**
 * The name by which people know the voice's zone: that of the scene, where it is the scene's, else that of its
 * city: "Paris" of "Europe/Paris", « Londres » of "Europe/London".
 */
export function zoneName({ zone, words, language }: Voice, { zones, scene }: AboutStory): string {
  if (zone === zones.scene) return scene[language];
  return words.zoneCities[zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** A text as a sentence or title begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "18–20 nov. 2023", "janvier – mars 2025", "2018–2020"; one date alone where both ends are in it. */
export function spanText(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  form: "date" | "month" | "year",
  voice: Voice,
): string {
  const [first, last] = [from, to].map((date) => dateText(date, form, voice));
  return first === last ? String(first) : rangeText(from, to, form, voice);
}
