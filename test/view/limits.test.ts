import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay, type DayQuestion } from "../../src/lookup/days.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import type { Story } from "../../src/story/story.ts";
import { daysView } from "../../src/view/days.ts";
import type { Message } from "../../src/view/message.ts";
import { clip } from "../../src/view/limits.ts";
import { noQuoteView } from "../../src/view/quote.ts";
import { dayView, nothingView } from "../../src/view/timeline.ts";
import type { Voice } from "../../src/view/voice.ts";
import { bareAddresses, breaches, markdownOf } from "../support/limits.ts";
import { placeOf, shownEntries } from "../support/shownEntries.ts";
import { messageFaults } from "../support/spec.ts";
import { lookups, story } from "../support/story.ts";
import { VOICES } from "../support/voices.ts";
import { worstStory } from "../support/worstStory.ts";

/** What is wrong with a message: what Discord would refuse (by its schema, too, which is slow), and links that are no links. */
function wrong(message: Message, withSpec = true): string[] {
  return [
    ...breaches(message),
    ...(withSpec ? messageFaults(message) : []),
    ...markdownOf(message).flatMap((text) =>
      bareAddresses(text).map((address) => `bare: ${address} in ${text}`),
    ),
  ];
}

function faultsOf(shown: Story, voice: Voice): string[] {
  return [...shownEntries(shown, voice)].flatMap(([name, message]) =>
    wrong(message, voice.zone === "Europe/Paris").map(
      (fault) => `${name} (${voice.language}, ${voice.zone}): ${fault}`,
    ),
  );
}

// The zone changes days and hours alone; English in two of them is enough.
const READERS = VOICES.filter(({ language }, n) => language === "fr" || n % 4 < 2);

describe.each(READERS)("in $language and $zone", (voice) => {
  test("every event, quote, person and day of the story makes a message that Discord takes", () => {
    expect(faultsOf(story, voice)).toEqual([]);
  });
});

test("so do the longest and nastiest entries that the form of the data allows", () => {
  fc.assert(
    fc.property(worstStory, fc.constantFrom(...VOICES), (worst, voice) => {
      expect(faultsOf(worst, voice)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("so does any time that a member can ask for", () => {
  const typed = fc.oneof(
    fc.constantFrom(
      "lundi",
      "vendredi soir",
      "nuit de lundi",
      "2023",
      "18 et 20 novembre",
      "avant vendredi",
      "mai",
      "1999",
      "31/12/9999",
      "0000-01-01",
    ),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc
      .array(fc.constantFrom("17/11/2023", "18/11/2023", "2026-02-19", "2018", "dimanche"), {
        minLength: 1,
        maxLength: 15,
      })
      .map((days) => days.join(", ")),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom(...VOICES), fc.integer(), (text, voice, page) => {
      const calendar = lookups.calendar(voice.zone);
      const question = readDay(text, calendar);
      if (question === null) return;
      const answer = timelineOf(question, calendar);
      const messages = [nothingView(answer, voice)];
      if (answer.days.length === 1)
        messages.push(dayView(answer, page, story, voice), dayView(answer, "short", story, voice));
      if (answer.days.length > 0 || answer.undated.length > 0)
        messages.push(daysView(answer, page, story, voice), daysView(answer, "short", story, voice));
      expect(messages.flatMap((message) => wrong(message))).toEqual([]);
    }),
  );
});

test("a quote that nobody said makes a message that Discord takes, with and without doubtful words", () => {
  for (const voice of VOICES)
    for (const place of [null, placeOf("michel-levy-provencal", 0, 0)])
      for (const ids of [[], ["podcast-hosts"], [...story.people.keys()]])
        for (const about of [null, "x".repeat(40)]) {
          const others = { person: "michel-levy-provencal", count: 99 };
          const instead = { ...(place && { doubtful: place }), members: { ids, about }, others };
          const message = noQuoteView(voice.words.quote.nobodyAbout("`x`"), instead, story, voice);
          expect(wrong(message)).toEqual([]);
        }
});

describe("a text that is cut", () => {
  test("is never longer than asked, and whole where it fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const cut = clip(text, longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        const isWhole = text.length <= longest;
        expect(isWhole ? cut : cut.at(-1)).toBe(isWhole ? text : "…");
      }),
    );
  });

  test("is never cut within a character", () => {
    expect(clip("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15)).toBe("👨‍👩‍👧‍👦…");
    expect(clip("e\u0301e\u0301e\u0301", 4)).toBe("e\u0301…");
    expect(clip("👨‍👩‍👧‍👦", 5)).toBe("…");
  });
});

test("the days asked for are no more than the buttons of their answer can hold", () => {
  const calendar = lookups.calendar("Europe/Paris");
  const question = readDay(
    "17/11/2023, 18/11/2023, 19/11/2023, 20/11/2023, 2018, 2026",
    calendar,
  ) as DayQuestion;
  for (const voice of VOICES)
    expect(wrong(daysView(timelineOf(question, calendar), "short", story, voice))).toEqual([]);
});
