import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { ask } from "../src/lookup/ask/ask.ts";
import { eventDaysOf } from "../src/lookup/calendar.ts";
import type { Indexed } from "../src/lookup/indexed.ts";
import { keepSnapshot, openLookups, SNAPSHOT_FILE, type SnapshotPlace } from "../src/snapshot.ts";
import { readSnapshot, writeSnapshot } from "../src/snapshotFile.ts";
import { fold } from "../src/story/fold.ts";
import { unpackStory, type PackedStory } from "../src/story/packedStory.ts";
import { entry } from "../src/story/story.ts";
import { EXAMPLE, spoilt } from "./story/example.ts";
import { start } from "./support/program.ts";

let snapshot: SnapshotPlace;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "snapshot-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  snapshot = { path: join(folder, "story.snapshot"), build: "tested" };
});

/** Where a snapshot can't be read, that is a fault of the test. */
const open = (folder: string, place = snapshot) =>
  openLookups(
    folder,
    (error) => {
      throw error;
    },
    place,
  );

/** What is in a snapshot, and its stamp. */
async function kept({ path }: SnapshotPlace): Promise<{ stamp: string; content: Kept }> {
  const [line = ""] = (await readFile(path, "latin1")).split("\n");
  const stamp = line.split(" ").slice(0, 3).join(" ");
  return { stamp, content: (await readSnapshot(path, stamp)) as Kept };
}

interface Kept {
  story: PackedStory;
  indexed: Indexed;
}

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

test("what a snapshot holds is neither checked nor indexed again", async () => {
  await keepSnapshot(EXAMPLE, snapshot);
  const { stamp, content } = await kept(snapshot);
  const { story, indexed } = content;
  const reversed = {
    ...indexed.searches.events,
    ids: indexed.searches.events.ids.toReversed(),
  };
  const days = new Map([
    ["Europe/Paris", { ...eventDaysOf(unpackStory(story), "Europe/Paris"), days: ["1900-01-01"] }],
  ]);
  await writeSnapshot(snapshot.path, stamp, {
    story: { ...story, version: "told by the snapshot" },
    indexed: {
      days,
      searches: { ...indexed.searches, events: reversed },
      ask: { ...indexed.ask, quotes: [] },
    },
  });
  const by = await open(EXAMPLE);
  expect(by.story.version).toBe("told by the snapshot");
  expect(by.events.nearest("", 25)).toEqual(reversed.ids);
  expect(by.calendar("Europe/Paris").days.map(String)).toEqual(["1900-01-01"]);
  const { words } = entry(by.story.quotes, "sea-does-not-wait");
  expect([by.ask.quotes, by.runningText.quotes].map((quotes) => quotes.like(fold(words)))).toEqual([[], []]);
});

test("other code, which may index otherwise, does not read it", async () => {
  await keepSnapshot(EXAMPLE, snapshot);
  const { stamp, content } = await kept(snapshot);
  await writeSnapshot(snapshot.path, stamp, { ...content, story: { ...content.story, version: "of old" } });
  expect((await open(EXAMPLE)).story.version).toBe("of old");
  expect((await open(EXAMPLE, { ...snapshot, build: "another" })).story.version).not.toBe("of old");
});

test.each<[string, (path: string) => Promise<void>, RegExp]>([
  [
    "cut off at its end",
    async (path) => truncate(path, (await stat(path)).size - 1),
    /ends 1 bytes too early/,
  ],
  ["cut off in its first line", (path) => truncate(path, 10), /ends 150 bytes too early/],
  [
    "changed by a disk",
    async (path) => {
      const bytes = await readFile(path);
      bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
      await writeFile(path, bytes);
    },
    /changed since it was written/,
  ],
  [
    "a folder",
    async (path) => {
      await rm(path);
      await mkdir(path);
    },
    /EISDIR/,
  ],
])(
  "of a snapshot that is %s the operator is told, and the story read from its files",
  async (_, spoil, reason) => {
    await keepSnapshot(EXAMPLE, snapshot);
    await spoil(snapshot.path);
    const told: unknown[] = [];
    const { events } = await openLookups(EXAMPLE, (error) => told.push(error), snapshot);
    expect(events.resolve("the lamp burns again")).toBe("lamp-relit");
    expect(told).toHaveLength(1);
    expect(String(told[0])).toContain(`${snapshot.path} can't be read`);
    expect(String(told[0])).toMatch(reason);
  },
);

test("a story with a fault has no snapshot", async () => {
  const folder = await spoilt("events", "lamp-relit", (event) => (event.people = ["nobody"]));
  await expect(keepSnapshot(folder, snapshot)).rejects.toThrow("nobody");
  expect(await readdir(dirname(snapshot.path))).toEqual([]);
});

test("what is kept under a stamp is read under that stamp alone", async () => {
  const { path } = snapshot;
  const content = {
    words: ["é", "漢"],
    few: new Uint8Array([1, 2, 3]),
    numbers: new Uint32Array([1, 2 ** 31]),
    none: new Uint16Array(0),
    parts: [new Float64Array([Math.PI]), new Uint32Array([1, 2, 3]).subarray(1)],
    map: new Map([[1, new Float32Array([0.5])]]),
  };
  await writeSnapshot(path, "v1 abc", content);
  expect(await readSnapshot(path, "v1 abc")).toEqual(content);
  expect(await readSnapshot(path, "v1 ab")).toBeUndefined();
  expect(await readSnapshot(path, "v1 abcd")).toBeUndefined();
});

test("what can't be kept leaves what was kept before, and no other file", async () => {
  const { path } = snapshot;
  await writeSnapshot(path, "v1", ["before"]);
  await expect(writeSnapshot(path, "v1", { bytes: Buffer.alloc(1) })).rejects.toThrow("Buffer");
  await expect(writeSnapshot(path, "v".repeat(200), [])).rejects.toThrow("too long");
  expect(await readSnapshot(path, "v1")).toEqual(["before"]);
  expect(await readdir(dirname(path))).toEqual(["story.snapshot"]);
});

test("packed code takes the project's own story from the snapshot beside it, and from its files where it can't", async () => {
  const copy = await mkdtemp(join("dist", "copy-"));
  onTestFinished(() => rm(copy, { recursive: true }));
  for (const { name, parentPath } of await readdir("dist", { withFileTypes: true }))
    if (/\.(js|snapshot)$/.test(name)) await copyFile(join(parentPath, name), join(copy, name));
  const path = join(copy, SNAPSHOT_FILE);
  const { stamp, content } = await kept({ path, build: "" });
  const answer = () => start(join(copy, "try.js"), { STORY: "" }, ["/timeline"]).ended;
  expect((await answer()).stdout).toContain(content.story.about.title.en);
  const about = { ...content.story.about, title: { fr: "Gardée", en: "As it was kept" } };
  await writeSnapshot(path, stamp, { ...content, story: { ...content.story, about } });
  expect((await answer()).stdout).toContain("As it was kept");
  await truncate(path, 1000);
  const { stdout, stderr } = await answer();
  expect(stdout).toContain(content.story.about.title.en);
  const line = JSON.parse(stderr) as Record<string, unknown>;
  expect(line.message).toMatch(/checked and indexed anew; npm run build/);
  expect(line.reason).toContain(`${SNAPSHOT_FILE} can't be read: it ends`);
});
