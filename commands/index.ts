import type { Command } from "../src/bot/command.ts";
import { about } from "./about.ts";
import { ask } from "./ask.ts";
import { check } from "./check.ts";
import { help } from "./help.ts";
import { person } from "./person.ts";
import { quote } from "./quote.ts";
import { settings } from "./settings.ts";
import { source } from "./source.ts";
import { timeline } from "./timeline.ts";

/** All that members can do, in the order in which it is listed to them. */
export const commands: readonly Command[] = [
  ask,
  timeline,
  quote,
  source,
  person,
  check,
  about,
  help,
  settings,
];
