import * as fc from "fast-check";
import { linkStory, type Story } from "../../src/story/story.ts";
import type { Localized } from "../../src/story/schema.ts";

const piece = fc.constantFrom(
  ..."*_~`|[]()<>#-.:\\ ".split(""),
  ..."a|é|œ|À|\u00A0|🎉|👨‍👩‍👧|字|\u202E|\u0301|word |<@1>|@everyone |<#2>|||x|||> |".split("|").filter(Boolean),
);

/** A text of at most so many characters, none of them harmless; it never is blank. */
function nasty(longest: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: longest }), fc.boolean())
    .map(([pieces, full]) => {
      const text = pieces.join("");
      const long = full ? text.repeat(Math.ceil(longest / text.length)) : text;
      return `x${long.slice(0, longest - 2)}x`.toWellFormed();
    });
}

function both(longest: number): fc.Arbitrary<Localized> {
  return fc.record({ fr: nasty(longest), en: nasty(longest) });
}

const date = fc.constantFrom(
  "2023-11-20T07:53:28Z",
  "2023-11-18",
  "2023-11-18/2023-11-19",
  "2015-12",
  "2023~",
  "2026-02-16/..",
);
const address = fc.constantFrom(
  "https://example.org/",
  `https://example.org/${"a".repeat(180)}?q=(x)_(y)`,
  "https://example.org/page#part",
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const passage = fc.record({ exact: nasty(320), prefix: optional(nasty(80)), suffix: optional(nasty(80)) });
const status = fc.constantFrom("confirmed", "reported", "hypothesis", "opinion", "disputed");
const account = fc.record({
  source: fc.constantFrom("s0", "s1", "s2"),
  says: both(400),
  passage: optional(passage),
  ahead: optional(fc.constant(true)),
});

const source = fc.record({
  title: nasty(300),
  titleExact: fc.boolean(),
  publisher: fc.option(nasty(80)),
  author: fc.option(nasty(120)),
  date: fc.option(date),
  url: fc.option(address),
  lang: fc.constantFrom("fr", "en"),
  kind: fc.constant("press"),
  label: both(40),
  article: fc.boolean(),
});

/**
 * A story of the longest and nastiest entries that the form of the data allows, many accounts an event
 * and many differences between them: two people, some events on one day, some quotes.
 */
export const worstStory: fc.Arbitrary<Story> = fc
  .record({
    people: fc.array(
      fc.record({
        name: both(60),
        portrait: both(300),
        accounts: fc.array(account, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 2 },
    ),
    sources: fc.array(source, { minLength: 3, maxLength: 3 }),
    events: fc.array(
      fc.record({
        date,
        title: both(80),
        summary: both(420),
        status,
        weight: fc.constantFrom(1, 2, 3),
        accounts: fc.array(account, { minLength: 1, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    quotes: fc.array(
      fc.record({
        lang: fc.constantFrom("fr", "en"),
        words: nasty(320),
        kind: fc.constantFrom("verbatim", "press-translation", "reported", "rejected"),
        reason: optional(both(300)),
        translations: fc.array(fc.record({ lang: fc.constantFrom("fr", "en"), text: nasty(416) }), {
          maxLength: 1,
        }),
        date: fc.option(date),
        where: both(120),
        proofs: fc.array(
          fc.record({ source: fc.constantFrom("s0", "s1", "s2"), passage: optional(passage) }),
          { minLength: 1, maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    disputes: fc.array(
      fc.record({
        question: both(120),
        differ: both(420),
        settled: fc.option(both(420)),
        accounts: fc.array(account, { minLength: 2, maxLength: 3 }),
        series: optional(
          fc.array(fc.record({ date, value: both(80), source: fc.constantFrom("s0", "s1", "s2") }), {
            maxLength: 12,
          }),
        ),
      }),
      { maxLength: 3 },
    ),
    title: both(80),
  })
  .map(({ people, sources, events, quotes, disputes, title }) => {
    const story = {
      story: {
        id: "worst",
        title,
        description: title,
        week: "2023-11-16/2023-11-22",
        zones: { home: "Europe/Paris", scene: "America/Los_Angeles" },
        scene: { fr: "San Francisco", en: "San Francisco" },
        licence: title,
      },
      people: people.map((one, n) => ({
        ...one,
        id: `p${n}`,
        kind: "person",
        aliases: [],
        roles: [],
        asked: { fr: [], en: [] },
      })),
      sources: sources.map((one, n) => ({ ...one, id: `s${n}` })),
      events: events.map((one, n) => ({
        ...one,
        id: `event-${n}`,
        people: ["p0", "p1"],
        asked: { fr: [], en: [] },
      })),
      quotes: quotes.map((one, n) => ({
        ...one,
        id: `quote-${n}`,
        speaker: "p0",
        about: ["p1"],
        event: "event-0",
        asked: { fr: [], en: [] },
      })),
      topics: [],
      untold: [],
      words: [],
      disputes: disputes.map((one, n) => ({
        ...one,
        id: `dispute-${n}`,
        events: ["event-0"],
        people: [],
        asked: { fr: [], en: [] },
      })),
    };
    // Made to the form of the schema; whether it says anything is not asked.
    return linkStory(story as unknown as Parameters<typeof linkStory>[0], "worst");
  });
