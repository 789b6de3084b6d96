import { button } from "./components.ts";
import type { DayQuestion } from "../lookup/days.ts";
import type { TimelineAnswer } from "../lookup/timeline.ts";
import type { Story } from "../story/story.ts";
import { customId } from "./customId.ts";
import { daysId } from "./dayState.ts";
import { daySpanText } from "./daySpan.ts";
import { hoursOf, isDayPart, type TimeOfDay } from "../story/dates.ts";
import { LIMITS } from "./limits.ts";
import { turnButtons, type PageOf } from "./turnPage.ts";
import type { Voice } from "./voice.ts";
import { capital, itsWeekday, longDay, shortDay, spanText } from "./when.ts";

/** In the zone of the scene where only that has something, or in the zone that was named. */
export function voiceFor({ atScene, question }: TimelineAnswer, story: Story, asker: Voice): Voice {
  return { ...asker, zone: atScene ? story.about.zones.scene : (question.zone ?? asker.zone) };
}

/** "Le 21 nov. 2023 est un mardi", to whoever typed "lundi 21 novembre". */
export function weekdayNote({ question: { notItsWeekday } }: TimelineAnswer, voice: Voice): string | null {
  return notItsWeekday === undefined ? null : capital(itsWeekday(notItsWeekday, voice));
}

/** What leads to the nearest days with events before and after those asked for. */
export function dayButtons(answer: TimelineAnswer, voice: Voice) {
  const { before, after } = answer;
  return [
    before ? button(`◀ ${dayBeside(before, answer, voice)}`, customId("timeline", "day", before)) : null,
    after ? button(`${dayBeside(after, answer, voice)} ▶`, customId("timeline", "day", after)) : null,
  ];
}

/** What leads to the pages beside one of several. */
export function pageButtons(question: DayQuestion, at: PageOf, { words: { timeline } }: Voice) {
  return turnButtons(at, { before: timeline.pageBefore, next: timeline.next }, (page) =>
    daysId(question, page),
  );
}

/** "ven. 8 mars", and its year beside an answer that is not of that year alone. */
export function dayBeside(day: string, { question: { ranges } }: TimelineAnswer, voice: Voice): string {
  const year = day.slice(0, 4);
  const isOwnYear = ranges.every(({ from, to }) => from.startsWith(year) && to.startsWith(year));
  return isOwnYear ? shortDay(day, voice) : `${shortDay(day, voice)} ${year}`;
}

/** Each of the times asked for; of too many, from the first to the last. "Vendredi 17 novembre 2023, soir" */
export function questionTitle({ ranges, part }: DayQuestion, voice: Voice): string {
  const times = timesOf(ranges, (from, to) => capital(rangeText(from, to, voice)));
  return part ? `${times}, ${partText(part, voice)}` : times;
}

/** "soir", "à partir de 16 h", "before 12:00" */
export function partText(part: TimeOfDay, { words }: Voice): string {
  if (isDayPart(part)) return words.part[part];
  const [from, to] = hoursOf(part) ?? [0, 24];
  const onClock = (hour: number) => words.hour({ hour, minute: 0 });
  return words.hours(from === 0 ? null : onClock(from), to === 24 ? null : onClock(to));
}

/** The same within a sentence, each time as it is `named`. */
export function timesOf(ranges: DayQuestion["ranges"], named: (from: string, to: string) => string): string {
  const each = ranges.map(({ from, to }) => named(from, to)).join(" · ");
  return each.length <= LIMITS.choiceText ? each : named(ranges[0]?.from ?? "", ranges.at(-1)?.to ?? "");
}

/**
 * As it stands within a sentence: "vendredi 17 novembre 2023", "du vendredi 17 au mercredi 22 novembre 2023",
 * "mai 2024", "novembre–décembre 2023", "2018", "2024–2026".
 */
export function rangeText(from: string, to: string, voice: Voice): string {
  if (from === to) return longDay(from, voice);
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (first.day !== 1 || last.day !== last.daysInMonth) return daySpanText(from, to, voice);
  return spanText(first, last, first.month === 1 && last.month === 12 ? "year" : "month", voice);
}
