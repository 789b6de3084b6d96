import { expect, test } from "vitest";
import type { Language } from "../../src/story/schema.ts";
import { dateText, rangeText } from "../../src/view/dateFormats.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
/** What Intl would be told for each form. */
const OPTIONS = {
  longDay: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  shortDay: { weekday: "short", day: "numeric", month: "short" },
  weekday: { weekday: "short" },
  longWeekday: { weekday: "long" },
  dayAndMonth: { weekday: "long", day: "numeric", month: "long" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
  date: DATE,
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const FORMS = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];

const VOICES = { fr: FRENCH, en: ENGLISH };
const LOCALES = { fr: "fr-FR", en: "en-GB" };
const LANGUAGES: Language[] = ["fr", "en"];
/** Of a leap year and the one after it. */
const DAYS = Array.from({ length: 731 }, (_, n) => Temporal.PlainDate.from("2024-01-01").add({ days: n }));

/** The first of a month is "1er" in French, which Intl does not know, and neither language sets a comma. */
function ours(text: string, language: Language): string {
  const plain = text.replaceAll(",", "");
  return language === "fr" ? plain.replaceAll(/(?<![\d\p{L}])1(?=[\s–])/gu, "1er") : plain;
}

/** Where UTC shows a date, in ms: Intl takes ten times as long for the plain date itself. */
function inUtc(date: Temporal.PlainDate): number {
  return date.toZonedDateTime("UTC").epochMilliseconds;
}

test.each(LANGUAGES)("dates are as Intl writes them (%s)", (language) => {
  for (const form of FORMS) {
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...OPTIONS[form], timeZone: "UTC" });
    expect(DAYS.map((day) => dateText(day, form, VOICES[language]))).toEqual(
      DAYS.map((day) => ours(format.format(inUtc(day)), language)),
    );
  }
});

test.each(LANGUAGES)("so are spans of days, months and years (%s)", (language) => {
  for (const form of ["date", "month", "year"] as const) {
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...OPTIONS[form], timeZone: "UTC" });
    const text = (date: Temporal.PlainDate) => dateText(date, form, VOICES[language]);
    const spans = [1, 30, 45, 400]
      .flatMap((days) => DAYS.map((from) => ({ from, to: from.add({ days }) })))
      .filter(({ from, to }) => text(from) !== text(to));
    expect(spans.map(({ from, to }) => rangeText(from, to, form, VOICES[language]))).toEqual(
      spans.map(({ from, to }) => {
        const intl = format.formatRange(inUtc(from), inUtc(to));
        return form === "date" ? ours(intl, language) : intl;
      }),
    );
  }
});
