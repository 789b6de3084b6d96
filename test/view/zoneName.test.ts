import { expect, test } from "vitest";
import { wordsOf } from "../../src/text/messages.ts";
import { zoneName } from "../../src/view/when.ts";
import { story } from "../support/story.ts";

const shown = (language: "fr" | "en", zone: string) => {
  const words = wordsOf(language);
  return words.timeline.zone(zoneName({ language, words, zone }, story.about));
};

test.each([
  ["Europe/London", "heure de Londres", "London time"],
  ["Africa/Algiers", "heure d’Alger", "Algiers time"],
  ["Europe/Athens", "heure d’Athènes", "Athens time"],
  ["Africa/Cairo", "heure du Caire", "Cairo time"],
  ["America/New_York", "heure de New York", "New York time"],
  ["Europe/Paris", "heure de Paris", "Paris time"],
])("%s: a zone goes by the name that its city has in each language", (zone, fr, en) => {
  expect([shown("fr", zone), shown("en", zone)]).toEqual([fr, en]);
});

test("the scene's zone goes by the name of the scene, in an answer and beside its hours", () => {
  const { scene, zones } = story.about;
  expect(shown("fr", zones.scene)).toBe(`heure de ${scene.fr}`);
  expect(shown("en", zones.scene)).toBe(`${scene.en} time`);
});
