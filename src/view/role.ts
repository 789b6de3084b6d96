import { daySpan, isDays, when } from "../story/dates.ts";
import type { AboutStory, PersonRecord } from "../story/schema.ts";
import { plain } from "./markdown.ts";
import type { Voice } from "./voice.ts";
import { shortDate, zoneName } from "./when.ts";

export type Role = PersonRecord["roles"][number];

/** "• PDG d’OpenAI (*jusqu’au 17 nov. 2023*)" */
export function roleText(role: Role, about: AboutStory, voice: Voice): string {
  const time = periodOf(role, about, voice);
  return `• ${plain(role.title[voice.language])}${time ? ` (*${time}*)` : ""}`;
}

/**
 * "du 20 nov. 2023 au 22 nov. 2023"; days of the story's week that were counted elsewhere say where,
 * since another zone may have the next day: "jusqu’au 19 nov. 2023 à San Francisco".
 */
function periodOf({ from, to, zone }: Role, about: AboutStory, voice: Voice): string | null {
  const { words } = voice;
  const place = zone && zone !== voice.zone ? zoneName({ ...voice, zone }, about) : null;
  const dated = (date: string, isPlaced: boolean) => {
    const time = when({ date, zone });
    const text = shortDate(time, voice);
    return {
      text: place && isPlaced ? words.atScene(text, place) : text,
      day: time.precision !== "month" && time.precision !== "year",
    };
  };
  const isPlaced = (date: string) => isDays(date) && isInWeek(date, about);
  // Of two days the place is said once, after the last.
  if (from && to)
    return words.person.during(dated(from, isPlaced(from) && !isDays(to)), dated(to, isPlaced(to)));
  if (from) return words.person.since(dated(from, isPlaced(from)));
  return to ? words.person.until(dated(to, isPlaced(to))) : null;
}

function isInWeek(date: string, { week }: AboutStory): boolean {
  const { from, to } = daySpan(week);
  const day = date.slice(0, "2023-11-20".length);
  return from.toString() <= day && day <= to.toString();
}
