import { beforeAll, describe, expect, test } from "vitest";
import { readDay } from "../../src/lookup/days.ts";
import { createLookups, type Lookups } from "../../src/lookup/lookups.ts";
import { quotesFor } from "../../src/lookup/quotes.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import { loadStory } from "../../src/story/load.ts";
import { entry } from "../../src/story/story.ts";
import { EXAMPLE } from "../story/example.ts";

let lookups: Lookups;
beforeAll(async () => {
  lookups = createLookups(await loadStory(EXAMPLE));
});

/** The days and events that a typed text means in a zone. */
function eventsOn(text: string, zone: string) {
  const calendar = lookups.calendar(zone);
  const question = readDay(text, calendar);
  return question && timelineOf(question, calendar).days;
}

describe("a story of one's own, in a folder of the same form", () => {
  test("tells its days by its own week, in the zone of whoever asks", () => {
    const tuesday = [{ day: "2024-03-05", events: ["lamp-goes-out", "boats-wait"] }];
    expect(eventsOn("mardi", "Europe/Paris")).toEqual(tuesday);
    expect(eventsOn("Tuesday 5 March", "Europe/Paris")).toEqual(tuesday);
    expect(eventsOn("wednesday", "Pacific/Auckland")).toEqual([
      { day: "2024-03-06", events: ["lamp-goes-out", "boats-wait"] },
    ]);
  });

  test("gives somebody's words, and keeps the doubtful ones apart", () => {
    const keeper = lookups.people.resolve("La Gardienne");
    expect(quotesFor({ person: keeper, about: null }, lookups)).toMatchObject({
      quotes: ["sea-does-not-wait"],
      doubtful: [],
    });
    const board = lookups.people.resolve("the board");
    expect(quotesFor({ person: board, about: null }, lookups)).toMatchObject({
      quotes: [],
      doubtful: ["board-never-knew"],
    });
  });

  test("leads from a few words to an event, its accounts and their sources", () => {
    const event = entry(lookups.story.events, lookups.events.resolve("lamp goes out") ?? "");
    const sources = event.accounts.map(({ source }) => entry(lookups.story.sources, source).label.en);
    expect(event.id).toBe("lamp-goes-out");
    expect(sources).toEqual(["logbook", "Example Herald"]);
    expect(lookups.story.disputesOfEvent.get(event.id)?.map(({ id }) => id)).toEqual(["lamp-day"]);
  });
});
