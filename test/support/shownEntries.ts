import { calendarOf } from "../../src/lookup/calendar.ts";
import { glanceOf } from "../../src/lookup/glance.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import type { Story } from "../../src/story/story.ts";
import type { Message } from "../../src/view/message.ts";
import { personSourcesView, personView } from "../../src/view/person.ts";
import { quoteView, type QuotePlace } from "../../src/view/quote.ts";
import { sourceView } from "../../src/view/source.ts";
import { glanceView } from "../../src/view/glance.ts";
import { daysView } from "../../src/view/days.ts";
import { dayView } from "../../src/view/timeline.ts";
import type { Voice } from "../../src/view/voice.ts";

/** Where a quote stands among those of a question, with as long a question as there may be. */
export function placeOf(quote: string, index: number, all: number): QuotePlace {
  return {
    question: { person: quote, about: "about so many words as fit a button" },
    index,
    all,
    beside: 2,
  };
}

/** Every message that shows an entry of a story, with what it shows. */
export function* shownEntries(shown: Story, voice: Voice): Generator<[entry: string, message: Message]> {
  const calendar = calendarOf(shown, voice.zone);
  const near = [...shown.events.keys()].slice(0, 10);
  const home = voice.zone === shown.about.zones.home;
  for (const event of shown.events.values())
    for (const page of home ? [0, 1, 2, 99] : [0])
      yield [`${event.id}, page ${page}`, sourceView(event, page, near, shown, voice)];
  for (const quote of shown.quotes.values()) {
    yield [quote.id, quoteView(quote, null, shown, voice)];
    yield [quote.id, quoteView(quote, placeOf(quote.speaker, 1, 13), shown, voice)];
  }
  for (const person of shown.people.values()) {
    yield [person.id, personView(person, shown, voice)];
    for (const page of [0, 1]) yield [`${person.id}, sources`, personSourcesView(person, page, shown, voice)];
  }
  for (const day of calendar.days.map(String)) {
    const answer = timelineOf({ ranges: [{ from: day, to: day }] }, calendar);
    for (const page of ["short", 0, 1, 2, 99] as const)
      yield [`${day}, page ${page}`, dayView(answer, page, shown, voice)];
  }
  const all = { from: "1900-01-01", to: "2100-12-31" };
  for (const from of ["1900-01-01", "2023-11-16", "2023-11-20"]) {
    const answer = timelineOf({ ranges: [{ ...all, from }] }, calendar);
    if (answer.days.length > 0 || answer.undated.length > 0)
      for (const page of ["short", 1, 99] as const)
        yield [`from ${from}, page ${page}`, daysView(answer, page, shown, voice)];
  }
  yield ["glance", glanceView(glanceOf(calendar, shown.events.values(), 3, 4), shown, voice)];
}
