import { daySpan } from "../dates.ts";
import type { Fault } from "../fault.ts";
import type { Draft } from "../read.ts";
import { ENTRY_FILES, type Language, type Localized } from "../schema.ts";
import { calendarWords, misdatedWeekdays, namedWeekdays } from "../weekdays.ts";

const LANGUAGES: readonly Language[] = ["fr", "en"];

/**
 * Weekdays written by hand: in any text they must be that of the date beside them, and in an event's own
 * title and summary they have no place, since they differ from one zone to the next.
 */
export function wrongWeekdays(draft: Draft): Fault[] {
  const year = draft.story && daySpan(draft.story.week).from.year;
  const languages = LANGUAGES.map((language) => ({ language, words: calendarWords(language) }));
  return ENTRY_FILES.flatMap((file) =>
    draft[file].flatMap((entry) =>
      textsOf(entry).flatMap(({ path, text }) =>
        languages.flatMap(({ language, words }) => {
          const misdated = year === null ? [] : misdatedWeekdays(text[language], year, words);
          const named =
            file === "events" && (path === "title" || path === "summary")
              ? namedWeekdays(text[language], words).map(byHand)
              : [];
          const place = `${entry.id}: ${path}.${language}`;
          return [...misdated, ...named].map((reason) => ({ file: `${file}.json`, place, reason }));
        }),
      ),
    ),
  );
}

function byHand(name: string): string {
  return `"${name}" is another weekday in another zone; leave it out, the bot writes it from the date`;
}

/** Every text of an entry that stands there in both languages, with its path. */
function textsOf(value: unknown, path = ""): { path: string; text: Localized }[] {
  if (typeof value !== "object" || value === null) return [];
  if (isLocalized(value)) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

function isLocalized(value: object): value is Localized {
  return LANGUAGES.every((language) => typeof (value as Partial<Localized>)[language] === "string");
}

/** A week of another length would leave a weekday without its day, or with two. */
export function wrongWeek({ story }: Draft): Fault[] {
  if (!story) return [];
  const { from, to } = daySpan(story.week);
  const days = from.until(to).days + 1;
  if (days === 7) return [];
  const reason = `is ${days} days long; a week has seven, so that each weekday means one of them`;
  return [{ file: "story.json", place: "story.week", reason }];
}
