import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/picture/card.ts";
import { cardSheet } from "../../src/picture/cardSheet.ts";
import type { Strip, StripEvent } from "../../src/picture/strip.ts";
import { TALLEST } from "../../src/picture/stripGrid.ts";
import { stripSheet } from "../../src/picture/stripSheet.ts";
import { canvas, outside, textsOf } from "./given.ts";

/** Texts of up to so many characters: the widest letters, words without end, no-break spaces, French and foreign ones. */
function text(longest: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom("W", "W", "é", "ł", " ", "\u00a0", "’", "-", "«\u00a0", "Œ");
  const filled = fc.constantFrom("W".repeat(longest), "W W".repeat(longest / 3), "i");
  const mixed = fc
    .array(unit, { minLength: 1, maxLength: longest })
    .map((units) => units.join("").slice(0, longest).trim());
  return fc.oneof(
    filled,
    mixed.filter((one) => one !== ""),
  );
}

const status = fc.constantFrom("confirmed", "reported", "hypothesis", "opinion", "disputed");

const time: fc.Arbitrary<StripEvent["time"]> = fc.constantFrom(
  { home: "21:00", scene: "12:00", about: "about" },
  { home: "après-midi", scene: "mer. après-midi", about: null },
  { home: null, scene: "Wed afternoon", about: null },
  { home: "au mer.", scene: null, about: null },
  { home: null, scene: null, about: null },
);

/** The longest that the form of a story allows: see src/story/schema.ts. */
const strips: fc.Arbitrary<Strip> = fc
  .record({
    language: fc.constantFrom("fr", "en"),
    title: text(80),
    span: text(60),
    home: fc.constantFrom("Paris", "Port-au-Prince", "DumontDUrville", "ComodRivadavia"),
    scene: fc.option(text(40)),
    days: fc.array(
      fc.record({
        name: fc.constantFrom("Jeudi 16 novembre", "Wednesday 22 November 2023"),
        events: fc.array(
          fc.record({
            title: text(80),
            status,
            weight: fc.constantFrom(1, 2, 3),
            differs: fc.boolean(),
            time,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        more: fc.nat(30),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    more: fc.nat(40),
  })
  .map(({ days, more, ...strip }) => {
    let rank = 0;
    return {
      ...strip,
      allDays: days.length + more,
      days: days.map(({ name, events, more: hidden }) => ({
        name,
        shortName: name,
        allEvents: events.length + hidden,
        events: events.map((event) => ({ ...event, rank: rank++ })),
      })),
    };
  });

const cards: fc.Arbitrary<Card> = fc.record({
  language: fc.constantFrom("fr", "en"),
  kind: fc.constantFrom("mots exacts", "translation printed by the press"),
  words: text(324),
  others: fc.array(fc.record({ words: text(420), label: text(60) }), { maxLength: 2 }),
  speaker: text(60),
  circumstances: fc.array(text(120), { minLength: 1, maxLength: 3 }),
  source: text(160),
});

const solid = (one: string) => one.replaceAll(/\s/g, "");

describe("the longest and widest texts that a story may hold", () => {
  test("stay within the picture of the days, and none is cut", () => {
    fc.assert(
      fc.property(strips, (strip) => {
        const found = stripSheet(strip, canvas.ruler);
        if (!found) throw new Error("an event is always shown");
        expect(outside(found.sheet)).toEqual([]);
        expect(found.sheet.height).toBeLessThanOrEqual(TALLEST);
        expect(found.description.length).toBeLessThanOrEqual(1024);
        const first = strip.days[0]?.events[0]?.title ?? "";
        const drawn = solid(
          textsOf(found.sheet)
            .map((item) => item.text)
            .join(""),
        );
        expect(drawn).toContain(solid(strip.title));
        expect(drawn).toContain(solid(strip.scene ?? ""));
        expect(found.description).toContain(first);
      }),
      { numRuns: 60 },
    );
  });

  test("stay within the card of a quote, and none is cut", () => {
    fc.assert(
      fc.property(cards, (card) => {
        const { sheet, description } = cardSheet(card, canvas.ruler);
        expect(outside(sheet)).toEqual([]);
        expect(description.length).toBeLessThanOrEqual(1024);
        const drawn = solid(
          textsOf(sheet)
            .map((item) => item.text)
            .join(""),
        );
        for (const one of [card.words, card.speaker, card.source, ...card.others.map(({ words }) => words)])
          expect(drawn).toContain(solid(one));
      }),
      { numRuns: 60 },
    );
  });
});
