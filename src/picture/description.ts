import { wordsOf } from "../text/messages.ts";
import { STATUS_MARKS } from "../view/marks.ts";
import type { Strip, StripEvent } from "./strip.ts";

/**
 * The longest description of an attachment, in characters:
 * https://docs.discord.com/developers/resources/message#attachment-object
 */
export const LONGEST_DESCRIPTION = 1024;

/** What a strip shows, for those who don't see it: a line a day, confirmed where nothing else is said. */
export function descriptionOf(strip: Strip): string {
  const words = wordsOf(strip.language);
  const differs = strip.days.some(({ events }) => events.some((event) => event.differs));
  return [
    `${strip.title}. ${strip.span}.`,
    words.picture.reading(strip.home, strip.scene, differs ? STATUS_MARKS.disputed : null),
    ...strip.days.map(({ shortName, events }) =>
      words.picture.day(
        shortName,
        events.map((event) => sentenceOf(event, strip)),
      ),
    ),
  ].join("\n");
}

function sentenceOf({ title, status, differs, time }: StripEvent, { language }: Strip): string {
  const words = wordsOf(language);
  const when = [time.about, time.home, time.scene && `(${time.scene})`]
    .filter((part) => part !== null)
    .join(" ");
  return [
    when === "" ? title : `${when} ${title}`,
    status === "confirmed" ? null : words.status[status],
    differs ? STATUS_MARKS.disputed : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
