import type { Voice } from "./voice.ts";
import { longDay } from "./when.ts";

/**
 * From one ISO day to another, or the one day, as within a sentence, month and year once where both share them:
 * "du samedi 18 au dimanche 19 novembre 2023", "de 2015 au mercredi 15 novembre 2023".
 */
export function daySpanText(from: string, to: string, voice: Voice): string {
  const last = longDay(to, voice);
  if (from === to) return last;
  const first = longDay(from, voice);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  // Nobody means the first of January where years lie between.
  if (from.endsWith("-01-01") && !sameYear) return voice.words.fromYearTo(from.slice(0, 4), last);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  // "samedi 18 novembre 2023", "Saturday 18 November 2023": both languages say weekday, day, month, year.
  const kept = first.split(" ").slice(0, sameMonth ? 2 : sameYear ? 3 : 4);
  return voice.words.fromTo(kept.join(" "), last);
}
