import type { MenuOption } from "./components.ts";
import type { Voice } from "./voice.ts";
import { dayTitle } from "./when.ts";

/** A day in a menu, with how many events it has. */
export function dayOption(day: string, events: number, voice: Voice): MenuOption {
  return { label: dayTitle(day, voice), value: day, description: voice.words.events(events) };
}
