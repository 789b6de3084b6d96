import { beforeAll, expect, test } from "vitest";
import { defaultStory } from "../../src/exit.ts";
import { loadStory } from "../../src/story/load.ts";
import { packStory, unpackStory } from "../../src/story/packedStory.ts";
import { entry, type Story } from "../../src/story/story.ts";
import { EXAMPLE } from "./example.ts";

let story: Story;
let unpacked: Story;
beforeAll(async () => {
  story = await loadStory(EXAMPLE);
  unpacked = unpackStory(packStory(story));
});

/** All of a story as text: instants have no fields by which they could be compared. */
function written(one: Story): string {
  const fields = Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields, (_, value: unknown) =>
    typeof value === "object" && value !== null && Symbol.iterator in value && !Array.isArray(value)
      ? [...(value as Iterable<unknown>)]
      : value,
  );
}

test.each([
  ["of the tests", EXAMPLE],
  ["of the project", defaultStory],
])("a story %s comes out as it went in", async (_, folder) => {
  const whole = await loadStory(folder);
  expect(written(whole)).toContain('"when":{"start"');
  expect(written(unpackStory(structuredClone(packStory(whole))))).toBe(written(whole));
});

test("an entry is the same one wherever it stands", () => {
  const event = entry(unpacked.events, "lamp-relit");
  expect(unpacked.eventsOfPerson.get("ada-example")?.at(-1)).toBe(event);
  expect([...unpacked.events.values()]).toContain(event);
});

test("nobody who reads it can change it", () => {
  const event = entry(unpacked.events, "lamp-goes-out");
  expect(() => Object.assign(event, { weight: 1 })).toThrow(TypeError);
  expect(() => Object.assign(event.title, { fr: "" })).toThrow(TypeError);
  expect(() => Object.assign(event.when, { approximate: true })).toThrow(TypeError);
  expect(() => (unpacked.quotesOfPerson.get("ada-example") as unknown[]).push({})).toThrow(TypeError);
  expect(() => Object.assign(unpacked.about.zones, { home: "UTC" })).toThrow(TypeError);
  expect(() => Object.assign(unpacked, { version: "" })).toThrow(TypeError);
});
