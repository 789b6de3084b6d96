import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStory } from "../../src/story/load.ts";
import { entry, type Story } from "../../src/story/story.ts";
import { copied, EXAMPLE, spoilt } from "./example.ts";

let story: Story;
beforeAll(async () => {
  story = await loadStory(EXAMPLE);
});

describe("a loaded story", () => {
  test("can't be changed by anybody who reads it", () => {
    const event = entry(story.events, "lamp-goes-out");
    const accounts = event.accounts as unknown[];
    expect(() => Object.assign(event, { weight: 1 })).toThrow(TypeError);
    expect(() => Object.assign(event.title, { fr: "" })).toThrow(TypeError);
    expect(() => accounts.push({})).toThrow(TypeError);
    expect(() => Object.assign(event.when, { approximate: true })).toThrow(TypeError);
    expect(() => Object.assign(story.about.zones, { home: "UTC" })).toThrow(TypeError);
    const quotes = story.quotesOfPerson.get("ada-example") as unknown[];
    expect(() => quotes.push({})).toThrow(TypeError);
    expect(() => Object.assign(story, { version: "" })).toThrow(TypeError);
  });

  test("has its events in the order of time, its links both ways", () => {
    expect([...story.events.keys()]).toEqual(["lamp-goes-out", "boats-wait", "lamp-relit"]);
    expect(story.disputesOfEvent.get("lamp-goes-out")?.map(({ id }) => id)).toEqual(["lamp-day"]);
    expect(story.quotesOfEvent.get("lamp-relit")?.map(({ id }) => id)).toEqual(["sea-does-not-wait"]);
    expect(story.eventsOfPerson.get("ada-example")?.map(({ id }) => id)).toEqual([
      "lamp-goes-out",
      "lamp-relit",
    ]);
  });

  test("has a version that changes with its content, and with nothing else", async () => {
    const other = await spoilt("events", "lamp-relit", (event) => (event.weight = 1));
    expect((await loadStory(await copied())).version).toBe(story.version);
    expect((await loadStory(other)).version).not.toBe(story.version);
  });

  test("keeps the spaces of a passage, which are part of the words, and trims the texts", async () => {
    const folder = await spoilt("events", "lamp-relit", (event) => {
      event.title.fr = "  La lampe brûle de nouveau ";
      event.accounts[0].passage.exact = " The lamp burns again.";
    });
    const { title, accounts } = entry((await loadStory(folder)).events, "lamp-relit");
    expect(title.fr).toBe("La lampe brûle de nouveau");
    expect(accounts[0]?.passage?.exact).toBe(" The lamp burns again.");
  });
});

test("an id that the story does not hold is a fault of the program, said aloud", () => {
  expect(() => entry(story.events, "nothing")).toThrow('the story holds no entry "nothing"');
});

test("a story is told by all of its files: the same events with other sources are another story", async () => {
  const folder = await copied();
  await copyFile(join("data", "words.json"), join(folder, "words.json"));
  expect((await loadStory(folder)).version).not.toBe(story.version);
});
