import type { TimelineAnswer } from "../lookup/timeline.ts";
import { byUnits } from "../story/byUnits.ts";
import { entry, type Story } from "../story/story.ts";
import { fitsId, type DayPage } from "./dayState.ts";
import { toldOnce } from "./toldOnce.ts";

/** A part of a list of days: a day with what begins on it, or events that are known by the same month or year only. */
export interface DaySection {
  /** Null for what has no day. */
  day: string | null;
  events: string[];
  /** How many events the day has with those that go on from a day before it. */
  all: number;
}

/** What of a list of days stands on one page. */
export interface PageOfDays {
  sections: DaySection[];
  /** From 0. */
  page: number;
  pages: number;
}

/** What a phone shows after a little scrolling. */
const SECTIONS_PER_PAGE = 10;

/** One page of the days of an answer, in the order of time; beyond the last page it is the last. */
export function pageOfDays(answer: TimelineAnswer, page: DayPage, story: Story): PageOfDays {
  const sections = sectionsOf(answer, story);
  // Where no button can lead on, all of them stand on the first page.
  const perPage = fitsId(answer.question) ? SECTIONS_PER_PAGE : sections.length;
  const pages = Math.max(1, Math.ceil(sections.length / perPage));
  const shown = page === "short" ? 0 : Math.min(Math.max(page, 0), pages - 1);
  return { sections: sections.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}

/** A day that has only what began before it is left out. */
function sectionsOf({ days, undated }: TimelineAnswer, story: Story): DaySection[] {
  const told = toldOnce(days.map(({ events }) => events));
  const ofDays = days.map(({ day, events }, n) => ({
    from: day,
    section: { day, events: told[n] ?? [], all: events.length },
  }));
  const periods = Map.groupBy(undated, (id) => entry(story.events, id).when.counted?.from.toString() ?? "");
  const ofPeriods = [...periods].map(([from, events]) => ({
    from,
    section: { day: null, events, all: events.length },
  }));
  return [...ofPeriods, ...ofDays.filter(({ section }) => section.events.length > 0)]
    .toSorted((a, b) => byUnits(a.from, b.from))
    .map(({ section }) => section);
}
