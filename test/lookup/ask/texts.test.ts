import { expect, test } from "vitest";
import { EntryCollector, indexedEntrySteps } from "../../../src/lookup/ask/indexedEntries.ts";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";
import type { ReadText } from "../../../src/lookup/ask/readTexts.ts";
import { createRoom, sharedTexts, soughtIn, wipe } from "../../../src/lookup/ask/sharedTexts.ts";
import { TextCollector, textSteps } from "../../../src/lookup/ask/texts.ts";
import { gradually } from "../../../src/lookup/steps.ts";

const concepts = new Numbering();

function textOf(role: ReadText["role"], own: string, more: Partial<ReadText> = {}): ReadText {
  const numbers = own.split(" ").map((concept) => concepts.add(concept));
  return {
    role,
    language: "en",
    words: [],
    numbers: [],
    kind: null,
    denied: [],
    deeds: [],
    concepts: numbers,
    ...more,
  };
}

const deed = { act: "fire", doers: ["@board"], others: ["@altman"] };
const nobody = { act: "fire", doers: [], others: [] };
const ofFiring = [
  textOf("title", "@board fire @altman", { deeds: [deed, nobody] }),
  textOf("asked", "fire @altman why", { kind: "why", deeds: [deed] }),
  textOf("told", "friday sign letter", { denied: [concepts.add("sign")] }),
];
const ofLetter = [textOf("title", "letter sign"), textOf("told", "@altman return")];

const collector = new TextCollector(concepts);
for (const own of [ofFiring, [], ofLetter]) collector.add(own);
const collected = gradually(() => collector.collectedSteps()).get();
const texts = gradually(() => textSteps(collected, concepts, (concept) => concept + 1)).get();

test("a text is what was read", () => {
  expect(texts.length).toBe(5);
  expect([0, 1, 2].map((entry) => texts.ofEntry(entry))).toEqual([[0, 1, 2], [], [3, 4]]);
  expect(texts.unit(1)).toMatchObject({
    entry: 0,
    role: "asked",
    kind: "why",
    concepts: ["fire", "@altman", "why"],
    denied: [],
  });
  expect(texts.unit(2)).toMatchObject({ role: "told", kind: null, denied: ["sign"] });
  expect(texts.entryOf(3)).toBe(2);
  const weights = ["letter", "sign"].map((concept) => 1 + (concepts.find(concept) ?? 0));
  expect(texts.massOf(3)).toBe(weights.reduce((sum, weight) => sum + weight, 0));
});

test("a concept that was numbered since is held by no text", () => {
  const late = concepts.add("late");
  expect(texts.numberOf("late")).toBeUndefined();
  expect(texts.holds(0, late)).toBe(false);
  expect(texts.numberOf("fire")).toBe(concepts.find("fire"));
});

test("an entry holds the concepts of its texts and people, and is asked with those of its phrasings alone", () => {
  const entries = new EntryCollector(concepts);
  const candidate = { texts: [], people: ["murati"], weight: 2 };
  entries.add({ ...candidate, ref: { type: "event", id: "firing" } }, ofFiring);
  entries.add({ ...candidate, people: [], ref: { type: "topic", id: "letter" } }, ofLetter);
  const [firing, letter] = gradually(() => indexedEntrySteps(entries.collected(), concepts)).get();
  const held = (concept: string) => [firing?.holds(concept), firing?.isAskedWith(concept)];
  expect(held("why")).toEqual([true, true]);
  expect(held("@murati")).toEqual([true, true]);
  expect(held("friday")).toEqual([true, false]);
  expect(held("return")).toEqual([false, false]);
  expect(held("unheard-of")).toEqual([false, false]);
  expect([letter?.holds("return"), letter?.holds("why"), letter?.place]).toEqual([true, false, 1]);
  expect(firing?.deeds).toEqual([deed]);
});

const weights: Record<string, number> = { fire: 3, letter: 2, "@altman": 1 };
const index = {
  texts,
  room: createRoom(texts),
  weightOf: (concept: string) => weights[concept] ?? 4,
  lexicon: { nearTo: (concept: string) => (concept === "letter" ? ["sign", "return"] : []) },
};

function massesOf(asked: readonly string[], least: number, most?: number): Record<number, number> {
  const sought = soughtIn(asked, index);
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const shared = sharedTexts(sought, { total, least, most }, index);
  const found = Object.fromEntries([...shared.texts].map((text) => [text, shared.masses[text] ?? 0]));
  wipe(shared);
  return found;
}

test("texts share the weight of the concepts that they hold, less of one near to it", () => {
  expect(massesOf(["fire", "@altman"], 0)).toEqual({ 0: 4, 1: 4, 4: 1 });
  expect(massesOf(["letter"], 0)).toEqual({ 2: 2, 3: 2, 4: 2 * 0.7 });
});

test("what shares only concepts that are too common together is not looked for", () => {
  expect(massesOf(["fire", "@altman"], 2)).toEqual({ 0: 4, 1: 4 });
  expect(massesOf(["fire", "unheard-of"], 0)).toEqual({ 0: 3, 1: 3 });
});

test("of the rarest concept all texts are met, however many; of the others none but those, once there are enough", () => {
  expect(massesOf(["@altman"], 0, 1)).toEqual({ 0: 1, 1: 1, 4: 1 });
  expect(massesOf(["@altman", "letter"], 0, 1)).toEqual({ 2: 2, 3: 2, 4: 2 * 0.7 + 1 });
  expect(massesOf(["@altman", "letter"], 0, 4)).toEqual({ 0: 1, 1: 1, 2: 2, 3: 2, 4: 2 * 0.7 + 1 });
});

test("concepts are looked for the rarest first, in whatever order they are asked", () => {
  const asked = ["@altman", "unheard-of", "letter", "fire"];
  expect(soughtIn(asked, index).map(({ weight }) => weight)).toEqual([4, 3, 2, 1]);
});

test("a question leaves nothing behind for the next", () => {
  massesOf(["fire", "letter", "@altman"], 0);
  expect(index.room.masses.every((mass) => mass === 0)).toBe(true);
});
