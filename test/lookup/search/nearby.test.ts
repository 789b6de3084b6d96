import { expect, test } from "vitest";
import { lookups, story } from "../../support/story.ts";

const { events, people } = lookups;

test.each([
  ["sutsquevaire", "ilya-sutskever"],
  ["emmet schire", "emmett-shear"],
  ["mc kolley tacha", "tasha-mccauley"],
])("%j, too far off for a slip, still has %s among the nearest", (typed, id) => {
  expect(people.matching(typed)).toEqual([]);
  expect(people.nearest(typed, 5)).toContain(id);
});

test("of words that no event has together, the rarest lead", () => {
  const typed = "badge zeppelin";
  expect(events.matching(typed)).toEqual([]);
  const [first = ""] = events.nearest(typed, 5);
  expect(JSON.stringify(story.events.get(first))).toMatch(/badge/i);
});

test("the limit holds, and nothing comes twice", () => {
  const found = events.nearest("openai zzzzzz altmen qqqq", 7);
  expect(found.length).toBeLessThanOrEqual(7);
  expect(found).toEqual([...new Set(found)]);
});

test("what looks like nothing leads nowhere", () => {
  expect(people.nearest("qqqqq zzzzz", 5)).toEqual([]);
});
