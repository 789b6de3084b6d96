import { EmbedBuilder } from "@discordjs/builders";
import type { MissingDate } from "../lookup/missingDate.ts";
import { button, buttonRow, menuRow, type MenuOption } from "./components.ts";
import { customId } from "./customId.ts";
import { COLOURS } from "./marks.ts";
import type { Message } from "./message.ts";
import type { Voice } from "./voice.ts";
import { monthName, shortDay } from "./when.ts";

/** Nothing was found: one kind sentence, and some entries in a menu, the nearest unless `called` names them otherwise. */
export function missView(
  text: string,
  menu: { customId: string; options: MenuOption[]; called?: string },
  { words }: Voice,
): Message {
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
  return {
    embeds: [embed.toJSON()],
    components: menuRow(menu.customId, menu.called ?? words.miss.nearest, menu.options),
  };
}

/** What is said of a date that no calendar has, for want of the day or of the month. */
export function missingDateText({ day, last }: MissingDate, voice: Voice): string {
  if (last === null) return voice.words.miss.noSuchMonth;
  const { day: days } = Temporal.PlainDate.from(last);
  return voice.words.miss.noSuchDate(day, monthName(last, voice), days);
}

/** No day was understood: the days of the story's week as buttons, and the whole of the story. */
export function missedDayView(text: string, days: readonly string[], voice: Voice): Message {
  const embed = new EmbedBuilder().setColor(COLOURS.miss).setDescription(text);
  const buttons = [
    ...days.map((day) => button(shortDay(day, voice), customId("timeline", "day", day))),
    button(voice.words.timeline.atAGlance, customId("timeline", "glance")),
  ];
  return {
    embeds: [embed.toJSON()],
    components: [...buttonRow(buttons.slice(0, 5)), ...buttonRow(buttons.slice(5, 10))],
  };
}
