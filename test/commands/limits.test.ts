import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { keyOf } from "../../src/bot/command.ts";
import { MOST_FOUND, mostEvents, type MessageFindings } from "../../src/lookup/checkMessage.ts";
import type { Story } from "../../src/story/story.ts";
import { aboutView, allSourcesView } from "../../src/view/about.ts";
import { checkView } from "../../src/view/check.ts";
import { readFindings, writeFindings } from "../../src/view/checkState.ts";
import { pageId, readCustomId, shareId } from "../../src/view/customId.ts";
import { finished } from "../../src/view/finish.ts";
import { commandHelpView, helpView } from "../../src/view/help.ts";
import type { Message } from "../../src/view/message.ts";
import { personSourcesView, personView } from "../../src/view/person.ts";
import { settingsView, wrongValueView, wrongZoneView } from "../../src/view/settings.ts";
import type { Voice } from "../../src/view/voice.ts";
import { bareAddresses, breaches, markdownOf } from "../support/limits.ts";
import { messageFaults } from "../support/spec.ts";
import { lookups, story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";
import { worstStory } from "../support/worstStory.ts";

const CONTRADICTIONS = ["otherDay", "otherDoers", "denied"] as const;
const AGAIN = "quote:turn:michel-levy-provencal:12:about so many words as fit a custom id of";
const listed = commands.map((command) => ({ key: keyOf(command), definition: command.definition }));

/** As many of everything as a check ever finds beside so many quotes, with every mark that it can have. */
function findingsOf(shown: Story, mostQuotes: number = MOST_FOUND.quotes): MessageFindings {
  const first = (entries: ReadonlyMap<string, unknown>, most: number) => [...entries.keys()].slice(0, most);
  const quotes = first(shown.quotes, mostQuotes).map((id, n) => ({
    id,
    near: n !== 1,
    insteadOf: first(shown.people, 2),
  }));
  const disputes = first(shown.disputes, MOST_FOUND.disputes);
  const events = first(shown.events, mostEvents({ quotes, disputes }));
  return {
    quotes,
    events,
    contradictions: Object.fromEntries(
      events.map((id, n) => [id, CONTRADICTIONS.at(-1 - (n % CONTRADICTIONS.length)) ?? "denied"]),
    ),
    others: 99,
    disputes,
    people: first(shown.people, MOST_FOUND.people),
  };
}

function* shownOf(shown: Story, voice: Voice): Generator<[name: string, message: Message]> {
  for (const person of shown.people.values()) {
    yield [person.id, personView(person, shown, voice)];
    for (const page of [0, 1, 99])
      yield [`${person.id}, sources, page ${page}`, personSourcesView(person, page, shown, voice)];
  }
  yield ["about", aboutView(shown, { version: "feuilleton 0", reset: "/settings reset" }, voice)];
  for (const page of [0, 1, 99]) yield [`sources, page ${page}`, allSourcesView(page, shown, voice)];
  yield ["check", checkView(findingsOf(shown), shown, voice)];
  yield ["check, events", checkView(findingsOf(shown, 0), shown, voice)];
}

/** What is wrong with a message, as it is and as it goes where it is shared or plain text. */
function wrong(message: Message, voice: Voice): string[] {
  const place = { again: AGAIN, againInOtherWords: false, canShare: true, off: [], page: 0 };
  const pages = [0, 1, 2, 3].map((page) => finished(message, { ...place, mayEmbed: false, page }, voice));
  return [message, finished(message, { ...place, mayEmbed: true }, voice), ...pages].flatMap((one) => [
    ...breaches(one),
    ...messageFaults(one),
    ...markdownOf(one).flatMap((text) => bareAddresses(text).map((address) => `bare: ${address}`)),
  ]);
}

const faultsOf = (shown: Story) =>
  [FRENCH, ENGLISH].flatMap((voice) =>
    [...shownOf(shown, voice)].flatMap(([name, message]) =>
      wrong(message, voice).map((fault) => `${name} (${voice.language}): ${fault}`),
    ),
  );

test("every portrait, list of sources and checked message is one that Discord takes", () => {
  expect(faultsOf(story)).toEqual([]);
});

test("so are those of the longest and nastiest entries that the form of the data allows", () => {
  fc.assert(
    fc.property(worstStory, (worst) => {
      expect(faultsOf(worst)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("help, settings and what is refused are taken too, whatever was typed", () => {
  for (const voice of [FRENCH, ENGLISH]) {
    const settings = { language: null, zone: "UTC", zoneIsChosen: true, visibility: "public" } as const;
    const typed = "`x`".repeat(20);
    const messages = [
      helpView(listed, voice),
      ...listed.map((one) => commandHelpView(one, voice)),
      settingsView({ ...settings, on: listed, off: [] }, "done", voice),
      settingsView({ ...settings, on: [], off: listed }, null, voice),
      wrongZoneView(
        typed,
        lookups.zones.nearest("", 25).map((zone) => ({ name: zone, value: zone })),
        voice,
      ),
      wrongValueView(typed, Intl.supportedValuesOf("timeZone"), voice),
    ];
    for (const message of messages) expect(wrong(message, voice)).toEqual([]);
  }
});

test.each([
  [MOST_FOUND.quotes, 4],
  [0, MOST_FOUND.events],
])(
  "the findings of a message, %i quotes and %i events, fit a custom id and come back the same",
  (quotes, events) => {
    const { people: _, ...kept } = findingsOf(story, quotes);
    expect(kept).toMatchObject({
      quotes: { length: quotes },
      events: { length: events },
      disputes: { length: 3 },
    });
    const id = writeFindings({ ...kept, people: [] });
    expect([shareId(id), pageId(9, id)]).not.toContain(null);
    const given = kept.quotes.map((quote) => ({ ...quote, insteadOf: quote.insteadOf.slice(0, 1) }));
    const most = { others: 35, people: [] };
    expect(readFindings(readCustomId(id).details, story)).toEqual({ ...kept, quotes: given, ...most });
  },
);

test("which findings have a mark comes back the same, whichever they are", () => {
  const whole = findingsOf(story);
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.constantFrom(...CONTRADICTIONS)), {
        minLength: whole.events.length,
        maxLength: whole.events.length,
      }),
      fc.nat(35),
      fc.subarray([0, 1, 2]),
      fc.subarray([0, 1, 2]),
      (marks, others, near, given) => {
        const quotes = whole.quotes.map((quote, n) => ({
          ...quote,
          near: near.includes(n),
          insteadOf: given.includes(n) ? quote.insteadOf.slice(0, 1) : [],
        }));
        const marked = whole.events.map((id, n) => [id, marks[n] ?? null] as const);
        const contradictions = Object.fromEntries(
          marked.flatMap(([id, mark]) => (mark === null ? [] : [[id, mark] as const])),
        );
        const found = { ...whole, quotes, contradictions, others, people: [] };
        expect(readFindings(readCustomId(writeFindings(found)).details, story)).toEqual(found);
      },
    ),
  );
});
