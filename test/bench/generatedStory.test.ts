import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedRecords, writeRecords } from "../../bench/generatedStory.ts";
import { seeded } from "../../bench/random.ts";
import { vocabularyOf } from "../../bench/vocabulary.ts";
import { loadStory } from "../../src/story/load.ts";
import { story } from "../support/story.ts";

test("a made-up story passes all checks of a story, and has the size that was asked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "story-"));
  try {
    await writeRecords(folder, generatedRecords(300, story, seeded(1)));
    const { events, people, quotes, sources, topics, disputes } = await loadStory(folder);
    const sizes = [events, people, quotes, sources, topics, disputes].map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the same seed makes up the same story", () => {
  expect(generatedRecords(50, story, seeded(2))).toEqual(generatedRecords(50, story, seeded(2)));
});

test("the vocabulary grows with the text, but more slowly", () => {
  const different = (length: number) => {
    const { word } = vocabularyOf("fr", length, seeded(3));
    return new Set(Array.from({ length }, word)).size;
  };
  const [small, large] = [different(1000), different(100_000)];
  expect(large).toBeGreaterThan(5 * small);
  expect(large).toBeLessThan(50 * small);
});

test("common words are far more frequent than rare ones", () => {
  const { word } = vocabularyOf("en", 10_000, seeded(4));
  const counts = new Map<string, number>();
  for (let n = 0; n < 10_000; n += 1) {
    const one = word();
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const most = [...counts.values()].toSorted((a, b) => b - a);
  expect(most[0]).toBeGreaterThan(20 * (most[100] ?? 0));
});
