import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stripOf } from "../../src/picture/strip.ts";
import { TALLEST } from "../../src/picture/stripGrid.ts";
import { stripSheet } from "../../src/picture/stripSheet.ts";
import { lookups, story, ZONES } from "../support/story.ts";
import { canvas, daysOf, LANGUAGES, outside, smallerThan, stripFor, textsOf, voiceOf } from "./given.ts";

const QUESTIONS = ["16-22 novembre", "week-end", "vendredi au dimanche", "2023", "2024", "2026"];

function laidOut(text: string, language: "fr" | "en", zone = "Europe/Paris") {
  const found = stripSheet(stripFor(text, voiceOf(language, zone)), canvas.ruler);
  if (!found) throw new Error(`nothing to draw for ${text}`);
  return { ...found, words: textsOf(found.sheet).map(({ text: line }) => line) };
}

/** With every space an ordinary one, as lines that are joined have them. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

describe("the picture of some days", () => {
  const places = LANGUAGES.flatMap((language) => ZONES.map((zone) => ({ language, zone })));

  test.each(QUESTIONS)("%s: is all inside, legible on a phone, and fits its screen", (text) => {
    for (const { language, zone } of places) {
      const { sheet, description } = laidOut(text, language, zone);
      expect(outside(sheet)).toEqual([]);
      // Ten pixels at a third of the width, as a phone shows it.
      expect(smallerThan(30, sheet)).toEqual([]);
      expect(sheet.height).toBeLessThanOrEqual(TALLEST);
      expect(description.length).toBeLessThanOrEqual(1024);
    }
  });

  test.each(QUESTIONS)("%s: shows its titles whole, and says each of them", (text) => {
    for (const { language, zone } of places) {
      const { words, description } = laidOut(text, language, zone);
      const drawn = spaced(words.join(" "));
      const titles = [...story.events.values()].map(({ title }) => title[language]);
      const said = titles.filter((title) => description.includes(title));
      const shown = titles.filter((title) => drawn.includes(spaced(title)));
      expect(said.length).toBeGreaterThanOrEqual(5);
      expect(shown).toEqual(said);
    }
  });

  test("has something of each day of the week, and what weighs most", () => {
    const { words, description } = laidOut("16-22 novembre", "fr");
    for (const day of ["Jeudi 16", "Vendredi 17", "Samedi 18", "Dimanche 19", "Lundi 20", "Mardi 21"])
      expect(words.join("\n")).toContain(`${day} novembre`);
    expect(description).toContain("Le conseil d’OpenAI renvoie Sam Altman");
    expect(description).toContain("Microsoft recrute Altman et Brockman");
  });

  test("gives an hour in both zones, with the weekday where that is another", () => {
    const { words, description } = laidOut("16-22 novembre", "fr");
    expect(words).toEqual(
      expect.arrayContaining(["Paris", "San Francisco", "8\u00A0h\u00A053", "dim. 23\u00A0h\u00A053"]),
    );
    expect(description).toContain(
      "8\u00A0h\u00A053 (dim. 23\u00A0h\u00A053) Microsoft recrute Altman et Brockman",
    );
    expect(laidOut("16-22 November", "en").words).toEqual(expect.arrayContaining(["08:53", "Sun 23:53"]));
  });

  test("says its days as the answer beside it does, each month and year once", () => {
    const spanOf = (days: string, language: "fr" | "en") => laidOut(days, language).description;
    expect(spanOf("17-22 novembre", "fr")).toContain(". Du vendredi 17 au mercredi 22 novembre 2023.");
    expect(spanOf("16-22 November", "en")).toContain(". Thursday 16 to Wednesday 22 November 2023.");
  });

  test("has one zone alone for those who live where it happened", () => {
    const { words } = laidOut("16-22 novembre", "fr", "America/Los_Angeles");
    expect(words).toContain("23\u00A0h\u00A053");
    expect(words.filter((word) => word === "San Francisco")).toHaveLength(1);
    expect(words).not.toContain("dim. 23\u00A0h\u00A053");
  });

  test("marks each event by its status, and names each mark that it uses", () => {
    const { sheet, words, description } = laidOut("week-end", "fr");
    const marks = new Set(sheet.items.flatMap((item) => (item.kind === "mark" ? [item.status] : [])));
    expect([...marks].toSorted()).toEqual(["confirmed", "disputed", "opinion", "reported"]);
    expect(words).toEqual(
      expect.arrayContaining(["confirmé", "rapporté", "opinion", "contesté, récits divergents"]),
    );
    expect(description).toContain("L’onde de choc gagne l’écosystème de l’IA, opinion");
  });

  test("marks with scales what accounts tell differently", () => {
    const { sheet, description } = laidOut("16-22 novembre", "en");
    const fired = story.events.get("altman-fired");
    expect(fired && story.disputesOfEvent.has(fired.id)).toBe(true);
    expect(description).toContain(`${fired?.title.en}, ⚖`);
    expect(description).toContain("⚖: accounts differ");
    expect(sheet.items.some((item) => item.kind === "mark" && item.status === "disputed")).toBe(true);
  });

  test("tells of what goes on for days once, and until when", () => {
    const { description } = laidOut("week-end", "fr");
    const title = "Altman pose deux ultimatums, le conseil les repousse";
    expect(description.split(title)).toHaveLength(2);
    expect(description).toContain(`au dim. ${title}`);
  });

  test("says how many days it leaves to the list", () => {
    expect(laidOut("2023", "fr").words.at(-1)).toMatch(/^\+\u00a0\d+ autres jours dans la liste$/);
    expect(laidOut("2023", "en").words.at(-1)).toMatch(/^\+ \d+ more days in the list$/);
  });

  test("is none where nothing begins", () => {
    const strip = stripOf([{ day: "2023-11-20", events: [] }], story, voiceOf("fr"));
    expect(stripSheet(strip, canvas.ruler)).toBeNull();
  });

  test("keeps to its bounds whatever days are asked for", () => {
    const days = lookups.calendar("Europe/Paris").days.map(String);
    fc.assert(
      fc.property(fc.subarray(days, { minLength: 1 }), fc.constantFrom(...LANGUAGES), (chosen, language) => {
        const calendar = lookups.calendar("Europe/Paris");
        const asked = chosen.map((day) => ({ day, events: calendar.eventsOn(day).map(({ id }) => id) }));
        const found = stripSheet(stripOf(asked, story, voiceOf(language)), canvas.ruler);
        expect(found).not.toBeNull();
        if (!found) return;
        expect(outside(found.sheet)).toEqual([]);
        expect(found.sheet.height).toBeLessThanOrEqual(TALLEST);
        expect(found.description.length).toBeLessThanOrEqual(1024);
      }),
      { numRuns: 40 },
    );
  });

  test("puts only as many events into words as it may show, however many the days have", () => {
    const asked = daysOf("2023");
    const strip = stripOf(asked, story, voiceOf("fr"));
    expect(asked.flatMap(({ events }) => events).length).toBeGreaterThan(50);
    expect(strip.days.flatMap(({ events }) => events).length).toBeLessThanOrEqual(16);
  });
});
