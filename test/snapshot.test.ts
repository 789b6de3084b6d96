import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { keepSnapshot, openLookups } from "../src/snapshot.ts";
import { readSnapshot, writeSnapshot } from "../src/snapshotFile.ts";
import { entry } from "../src/story/story.ts";
import { EXAMPLE, spoilt } from "./story/example.ts";

let snapshot: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "snapshot-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  snapshot = join(folder, "story.snapshot");
});

/** Where a snapshot can't be read, that is a fault of the test. */
const open = (folder: string, path = snapshot) =>
  openLookups(
    folder,
    (error) => {
      throw error;
    },
    path,
  );

test("by a snapshot the same is found as without", async () => {
  const without = await open(EXAMPLE);
  await keepSnapshot(EXAMPLE, snapshot);
  const by = await open(EXAMPLE);
  for (const searched of ["events", "people", "quotes", "questions"] as const)
    for (const text of [
      "",
      "lamp",
      "la lampe brule",
      "lampe qui",
      "ada exmaple",
      "the sea",
      "keeper",
      "zzz",
    ]) {
      const [own, other] = [by[searched], without[searched]];
      expect([own.nearest(text, 5), own.resolve(text), own.named(text)]).toEqual([
        other.nearest(text, 5),
        other.resolve(text),
        other.named(text),
      ]);
    }
  expect(by.story.version).toBe(without.story.version);
});

test("a snapshot is that of its files: a story that changed is read anew", async () => {
  await keepSnapshot(EXAMPLE, snapshot);
  const changed = await spoilt("events", "lamp-relit", (event) => (event.title.en = "The lamp is lit again"));
  const { story, events } = await open(changed);
  expect(entry(story.events, "lamp-relit").title.en).toBe("The lamp is lit again");
  expect(events.resolve("lamp is lit again")).toBe("lamp-relit");
});

test("what a snapshot holds is not checked and indexed again", async () => {
  await keepSnapshot(EXAMPLE, snapshot);
  const bytes = await readFile(snapshot, "latin1");
  await writeFile(snapshot, bytes.replaceAll("The lamp burns again", "The lamp burns AGAIN"), "latin1");
  const { story } = await open(EXAMPLE);
  expect(entry(story.events, "lamp-relit").title.en).toBe("The lamp burns AGAIN");
});

test("a damaged snapshot is told of, and the story read from its files", async () => {
  await keepSnapshot(EXAMPLE, snapshot);
  await truncate(snapshot, (await stat(snapshot)).size - 1);
  const told: unknown[] = [];
  const { events } = await openLookups(EXAMPLE, (error) => told.push(error), snapshot);
  expect(told).toEqual([new Error(`${snapshot} was not written to its end`)]);
  expect(events.resolve("the lamp burns again")).toBe("lamp-relit");
});

test("a story with a fault has no snapshot", async () => {
  const folder = await spoilt("events", "lamp-relit", (event) => (event.people = ["nobody"]));
  await expect(keepSnapshot(folder, snapshot)).rejects.toThrow("nobody");
  await expect(readFile(snapshot)).rejects.toThrow("ENOENT");
});

test("what is kept under a stamp is read under that stamp alone, its arrays in memory of their own", async () => {
  const content = { words: ["é", "漢"], numbers: new Uint32Array([1, 2 ** 31]), few: new Uint8Array(3) };
  await writeSnapshot(snapshot, "v1 abc", content);
  const read = (await readSnapshot(snapshot, "v1 abc")) as typeof content;
  expect(read).toEqual(content);
  expect(read.numbers.buffer.byteLength).toBe(read.numbers.byteLength);
  expect(read.few.buffer.byteLength).toBe(read.few.byteLength);
  expect(await readSnapshot(snapshot, "v1 ab")).toBeUndefined();
  expect(await readSnapshot(snapshot, "v1 abcd")).toBeUndefined();
});
