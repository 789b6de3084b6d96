import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { ask } from "../src/lookup/ask/ask.ts";
import { defaultStory } from "../src/exit.ts";
import { keepSnapshot, openLookups, SNAPSHOT_FILE } from "../src/snapshot.ts";
import { readSnapshot, writeSnapshot } from "../src/snapshotFile.ts";
import { loadStory } from "../src/story/load.ts";
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
  for (const zone of ["Europe/Paris", "America/Los_Angeles", "Asia/Tokyo"]) {
    const [own, other] = [by.calendar(zone), without.calendar(zone)];
    expect(own.days.map(String)).toEqual(other.days.map(String));
    for (const day of own.days.map(String))
      expect(own.eventsOn(day).map(({ id }) => id)).toEqual(other.eventsOn(day).map(({ id }) => id));
    expect([own.undated.map(({ id }) => id), own.span, own.months.map(String)]).toEqual([
      other.undated.map(({ id }) => id),
      other.span,
      other.months.map(String),
    ]);
  }
  for (const question of ["when did the lamp go out?", "qui a rallumé la lampe ?", "why is the sky blue?"])
    expect(ask(question, "fr", by, "Europe/Paris")).toEqual(ask(question, "fr", without, "Europe/Paris"));
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

test("what is kept under a stamp is read under that stamp alone", async () => {
  const content = {
    words: ["é", "漢"],
    few: new Uint8Array([1, 2, 3]),
    numbers: new Uint32Array([1, 2 ** 31]),
    none: new Uint16Array(0),
    parts: [new Float64Array([Math.PI]), new Uint32Array([1, 2, 3]).subarray(1)],
    map: new Map([[1, new Float32Array([0.5])]]),
  };
  await writeSnapshot(snapshot, "v1 abc", content);
  expect(await readSnapshot(snapshot, "v1 abc")).toEqual(content);
  expect(await readSnapshot(snapshot, "v1 ab")).toBeUndefined();
  expect(await readSnapshot(snapshot, "v1 abcd")).toBeUndefined();
  await writeFile(snapshot, "");
  expect(await readSnapshot(snapshot, "v1 abc")).toBeUndefined();
  await expect(writeSnapshot(snapshot, "v1 abc", { bytes: Buffer.alloc(1) })).rejects.toThrow("Buffer");
});

test("what npm start runs has the snapshot of the project's own story", async () => {
  const { version } = await loadStory(defaultStory);
  expect(await readSnapshot(join("dist", SNAPSHOT_FILE), `${process.version} ${version}`)).toMatchObject({
    story: { version },
  });
});
