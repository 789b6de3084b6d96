import { daysIn, type When } from "../story/dates.ts";
import type { AboutStory } from "../story/schema.ts";
import { DATE_FORMATS, type DateFormats } from "./dateFormats.ts";
import type { Voice } from "./voice.ts";

/** "Lundi 20 novembre 2023" of an ISO day. */
export function dayTitle(day: string, voice: Voice): string {
  return capital(longDay(day, voice));
}

/** "lundi 20 novembre 2023", "Monday 20 November 2023". */
export function longDay(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "longDay", voice);
}

/** "dim. 19 nov." */
export function shortDay(day: string, voice: Voice): string {
  return dateText(Temporal.PlainDate.from(day), "shortDay", voice);
}

/** "20 nov. 2023", for a source's date or any date of a story; null has no date. */
export function shortDate(time: When | null, voice: Voice): string {
  const { words, zone } = voice;
  if (time === null) return words.unknownDate;
  const from = time.counted?.from ?? time.start.toZonedDateTimeISO(zone).toPlainDate();
  const to = time.counted?.to ?? from;
  const text =
    time.precision === "year"
      ? String(from.year)
      : time.precision === "month"
        ? dateText(from, "month", voice)
        : from.equals(to)
          ? dateText(from, "date", voice)
          : spanText(from, to, voice);
  return time.approximate ? words.about(text) : text;
}

/** The hour in the voice's zone ("08:53"), or the part of the day, or null where only a day is known. */
export function clock(time: When, { words, language, zone }: Voice): string | null {
  if (time.precision === "hour") {
    const hour = DATE_FORMATS[language].hour.format(
      inUtc(time.start.toZonedDateTimeISO(zone).toPlainDateTime()),
    );
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
    const text = DATE_FORMATS[language].weekdayHour.format(inUtc(there.toPlainDateTime()));
    return words.atScene(text.replace(", ", " "), about.scene[language]);
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

/** The whole date for a page about one event: day and hour in the voice's zone, and at the scene. */
export function fullDate(time: When, about: AboutStory, voice: Voice): string {
  const days = daysIn(time, voice.zone);
  if (days === null) return shortDate(time, voice);
  const day = days.from.equals(days.to)
    ? longDay(days.from.toString(), voice)
    : spanText(days.from, days.to, voice);
  return [day, clock(time, voice), sceneTime(time, about, voice)].filter((part) => part !== null).join(", ");
}

/** "Paris" of "Europe/Paris": the name by which people know a zone. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** A text as a sentence or title begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "18–20 nov. 2023" */
function spanText(from: Temporal.PlainDate, to: Temporal.PlainDate, { language }: Voice): string {
  return DATE_FORMATS[language].date.formatRange(inUtc(from), inUtc(to));
}

function dateText(date: Temporal.PlainDate, format: keyof DateFormats, { language }: Voice): string {
  const text = DATE_FORMATS[language][format].format(inUtc(date)).replaceAll(",", "");
  // French says "1er octobre", which Intl does not know.
  return language === "fr" && date.day === 1 ? text.replace(/(^|\s)1(?=\s)/, "$11er") : text;
}

/** The instant at which UTC shows a plain date or time, in ms: see DateFormats. */
function inUtc(plain: Temporal.PlainDate | Temporal.PlainDateTime): number {
  return plain.toZonedDateTime("UTC").epochMilliseconds;
}
