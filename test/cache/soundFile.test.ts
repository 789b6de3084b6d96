import { readdirSync, writeFileSync } from "node:fs";
import { mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSound, type SetAside } from "../../src/cache/soundFile.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sound-"));
  path = join(folder, "settings.sqlite");
});
afterEach(() => rm(folder, { recursive: true }));

const now = () => new Date("2026-01-02T03:04:05Z");
const opened = (told: SetAside[] = []) => openSound(path, now, (what) => told.push(what));

async function filled(): Promise<void> {
  const file = opened();
  const keyv = file.keyv("settings");
  for (let n = 0; n < 500; n++) await keyv.set(String(n), { zone: "x".repeat(100) });
  file.close();
}

test("a sound file is opened as it is", async () => {
  await filled();
  const told: SetAside[] = [];
  const file = opened(told);
  expect(await file.keyv("settings").get("499")).toBeDefined();
  file.close();
  expect(told).toEqual([]);
});

test("what is no database is kept under another name, and a new one begun", async () => {
  writeFileSync(path, "not a database, but somebody's words ".repeat(50));
  const told: SetAside[] = [];
  const file = opened(told);
  await file.keyv("settings").set("1", { language: "fr" });
  expect(await file.keyv("settings").get("1")).toEqual({ language: "fr" });
  file.close();
  expect(told.map(({ kept }) => kept)).toEqual([`${path}.damaged-20260102T030405`]);
  expect(await readFile(`${path}.damaged-20260102T030405`, "utf8")).toContain("somebody's words");
});

test("a database that was damaged in the middle is found out when it is opened", async () => {
  await filled();
  const { size } = await stat(path);
  const handle = await open(path, "r+");
  await handle.write(Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
  await handle.close();
  const told: SetAside[] = [];
  const file = opened(told);
  expect(told).toHaveLength(1);
  await file.keyv("settings").set("1", { language: "en" });
  file.close();
  expect(readdirSync(folder).filter((name) => name.includes("damaged"))).toHaveLength(1);
});

test("a path that can't be used is an error, and nothing is moved", () => {
  path = join(folder, "nowhere", "settings.sqlite");
  expect(() => opened()).toThrow("unable to open database file");
});
