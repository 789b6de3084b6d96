import type { Language } from "../text/messages.ts";

/**
 * The forms in which dates are shown. Making one costs a hundred times what using it does, so each
 * is made once. They get the instants at which UTC shows a plain date or time, since Intl takes ten times as
 * long for the plain ones themselves.
 */
export interface DateFormats {
  longDay: Intl.DateTimeFormat;
  shortDay: Intl.DateTimeFormat;
  weekday: Intl.DateTimeFormat;
  longWeekday: Intl.DateTimeFormat;
  dayAndMonth: Intl.DateTimeFormat;
  month: Intl.DateTimeFormat;
  year: Intl.DateTimeFormat;
  date: Intl.DateTimeFormat;
}

function formats(locale: string): DateFormats {
  const made = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return {
    longDay: made({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDay: made({ weekday: "short", day: "numeric", month: "short" }),
    weekday: made({ weekday: "short" }),
    longWeekday: made({ weekday: "long" }),
    dayAndMonth: made({ weekday: "long", day: "numeric", month: "long" }),
    month: made({ month: "long", year: "numeric" }),
    year: made({ year: "numeric" }),
    date: made({ day: "numeric", month: "short", year: "numeric" }),
  };
}

/** Of each language. */
export const DATE_FORMATS: Record<Language, DateFormats> = { fr: formats("fr-FR"), en: formats("en-GB") };
