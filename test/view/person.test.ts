import { expect, test } from "vitest";
import { daysIn } from "../../src/story/dates.ts";
import { entry } from "../../src/story/story.ts";
import { personEmbed } from "../../src/view/askEntry.ts";
import { personView } from "../../src/view/person.ts";
import type { Voice } from "../../src/view/voice.ts";
import { idsOf } from "../support/context.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH, VOICES } from "../support/voices.ts";

/** What stands in brackets after each role that has a time. */
function times(person: string, voice: Voice): string[] {
  const text = personView(entry(story.people, person), story, voice).embeds?.[0]?.description ?? "";
  return [...text.matchAll(/\(\*(.+?)\*\) — /g)].map(([, time = ""]) => time);
}

const SHEAR = "emmett-shear";

test("a role's day that was counted elsewhere says where, a known instant is on the reader's own day", () => {
  expect(times(SHEAR, FRENCH)).toContain("du 19 nov. 2023 à San Francisco au 22 nov. 2023");
  expect(times(SHEAR, ENGLISH)).toContain("19 Nov 2023 in San Francisco to 22 Nov 2023");
  const scene = { ...FRENCH, zone: "America/Los_Angeles" };
  expect(times(SHEAR, scene)).toContain("du 19 nov. 2023 au 21 nov. 2023");
  expect(times("sam-altman", { ...ENGLISH, zone: "Asia/Tokyo" })[0]).toBe("until 18 Nov 2023");
});

test("two days counted in one place name it once", () => {
  expect(times("mira-murati", FRENCH)).toContain("du 17 nov. 2023 au 19 nov. 2023 à San Francisco");
});

test("the events of somebody are in the order of the days on which the reader has them", () => {
  for (const voice of VOICES)
    for (const person of story.people.values()) {
      const ids = idsOf(personView(person, story, voice)).flatMap(({ id, values }) =>
        id.startsWith("source:open") ? (values ?? []) : [],
      );
      const days = ids.flatMap((id) => {
        const { when } = entry(story.events, id);
        return daysIn(when, voice.zone)?.from.toString() ?? [];
      });
      expect([person.id, days]).toEqual([person.id, days.toSorted()]);
    }
  const shear = idsOf(personView(entry(story.people, SHEAR), story, FRENCH))[2]?.values ?? [];
  expect(shear.indexOf("shear-named")).toBeLessThan(shear.indexOf("shear-works-for-return"));
});

test("a month has no place", () => {
  expect(times(SHEAR, FRENCH)[0]).toBe("jusqu’en mars 2023");
});

test("a day outside the story's week has no place, and roles have their time in a short answer too", () => {
  expect(times("sam-altman", ENGLISH)).toContain("since 29 Nov 2023");
  const { description = "" } = personEmbed(entry(story.people, "sam-altman"), story, ENGLISH);
  expect(description).toContain("(*since 29 Nov 2023*)");
});
