import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Keyv } from "keyv";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSettings, DEFAULT_SETTINGS } from "../../src/cache/settings.ts";
import { openSqlite } from "../../src/cache/sqliteStore.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "feuilleton-"))));
afterEach(() => rm(folder, { recursive: true }));

const silent = (error: unknown) => {
  throw error;
};

describe("the settings of servers", () => {
  test("are the defaults until somebody changes them", async () => {
    const settings = createSettings(new Keyv(), silent);
    expect(await settings.of("1")).toEqual({ language: null, zone: null, visibility: "public", off: [] });
  });

  test("are there again after a restart, each server's own", async () => {
    const path = join(folder, "data.sqlite");
    const file = openSqlite(path);
    const before = createSettings(file.keyv("settings"), silent);
    await before.change("1", () => ({ language: "fr", zone: "America/Toronto" }));
    await before.change("1", () => ({ off: ["quote"] }));
    await before.change("2", () => ({ visibility: "private" }));
    await before.change("3", () => ({ language: "en" }));
    await before.reset("3");
    file.close();

    const again = openSqlite(path);
    const after = createSettings(again.keyv("settings"), silent);
    expect(await after.of("1")).toEqual({
      language: "fr",
      zone: "America/Toronto",
      visibility: "public",
      off: ["quote"],
    });
    expect(await after.of("2")).toEqual({ ...DEFAULT_SETTINGS, visibility: "private" });
    expect(await after.of("3")).toEqual(DEFAULT_SETTINGS);
    again.close();
  });

  test("keep changes that are made at the same time", async () => {
    const settings = createSettings(new Keyv(), silent);
    await Promise.all([
      settings.change("1", () => ({ language: "fr" })),
      settings.change("1", () => ({ zone: "Asia/Tokyo" })),
      settings.change("1", () => ({ visibility: "private" })),
    ]);
    expect(await settings.of("1")).toMatchObject({
      language: "fr",
      zone: "Asia/Tokyo",
      visibility: "private",
    });
  });

  test("keep each of two quick changes to the same list", async () => {
    const settings = createSettings(new Keyv(), silent);
    const also = (key: string) => settings.change("1", ({ off }) => ({ off: [...off, key] }));
    await Promise.all([also("quote"), also("about")]);
    expect((await settings.of("1")).off).toEqual(["quote", "about"]);
  });

  test("are read from the store once, and then held", async () => {
    const store = new Keyv();
    await store.set("1", { ...DEFAULT_SETTINGS, language: "fr" });
    let reads = 0;
    store.hooks.addHandler("preGet", () => reads++);
    const settings = createSettings(store, silent);
    await settings.of("1");
    await settings.of("1");
    expect((await settings.of("1")).language).toBe("fr");
    expect(reads).toBe(1);
  });

  test("that are damaged or of another version count as far as they are understood", async () => {
    const store = new Keyv();
    await store.set("1", { language: "klingon", zone: "Asia/Tokyo", visibility: 7, extra: true });
    await store.set("2", "nonsense");
    const settings = createSettings(store, silent);
    expect(await settings.of("1")).toEqual({ ...DEFAULT_SETTINGS, zone: "Asia/Tokyo" });
    expect(await settings.of("2")).toEqual(DEFAULT_SETTINGS);
  });
});

/** A store that fails as long as it is told to. */
function failingStore() {
  const map = new Map<string, unknown>();
  const store = {
    fails: true,
    on: () => store,
    get: async (key: string) => store.check() ?? map.get(key),
    set: async (key: string, value: unknown) => store.check() ?? void map.set(key, value),
    delete: async (key: string) => store.check() ?? map.delete(key),
    clear: async () => {},
    opts: {},
    check(): undefined {
      if (store.fails) throw new Error("disk full");
    },
  };
  return store;
}

describe("a store that fails", () => {
  test("is told once and left alone for a second, in which nobody waits for it", async () => {
    const store = failingStore();
    let [time, reads] = [0, 0];
    const get = store.get;
    store.get = (key) => {
      reads++;
      return get(key);
    };
    const errors: unknown[] = [];
    const settings = createSettings(
      new Keyv({ store }),
      (error) => errors.push(error),
      () => time,
    );
    await Promise.all(["1", "2", "3"].map((guild) => settings.of(guild)));
    expect([reads, errors.length]).toEqual([3, 1]);
    time = 999;
    expect(await settings.of("4")).toEqual(DEFAULT_SETTINGS);
    expect([reads, errors.length]).toEqual([3, 1]);
    store.fails = false;
    time = 1000;
    await settings.of("4");
    expect([reads, errors.length]).toEqual([4, 1]);
  });

  test("gives the defaults and is reported, and counts again when it works", async () => {
    const store = failingStore();
    const errors: unknown[] = [];
    const settings = createSettings(new Keyv({ store }), (error) => errors.push(error));
    expect(await settings.of("1")).toEqual(DEFAULT_SETTINGS);
    expect(errors).toHaveLength(1);
    store.fails = false;
    await settings.change("1", () => ({ language: "fr" }));
    expect(await settings.of("1")).toMatchObject({ language: "fr" });
  });

  test("refuses a change aloud, and the old settings go on", async () => {
    const store = failingStore();
    store.fails = false;
    const settings = createSettings(new Keyv({ store }), silent);
    await settings.change("1", () => ({ language: "fr" }));
    store.fails = true;
    await expect(settings.change("1", () => ({ language: "en" }))).rejects.toThrow("disk full");
    await expect(settings.reset("1")).rejects.toThrow("disk full");
    expect(await settings.of("1")).toMatchObject({ language: "fr" });
    store.fails = false;
    expect(await settings.change("1", () => ({ zone: "Asia/Tokyo" }))).toMatchObject({ language: "fr" });
  });
});

describe("the SQLite file", () => {
  test("keeps namespaces apart, though one begins like the other", async () => {
    const file = openSqlite(":memory:");
    const [a, ab] = [file.keyv("a"), file.keyv("ab")];
    const fill = async () => {
      await a.set("key", "of a");
      await ab.set("key", "of ab");
    };
    await fill();
    expect([await a.get("key"), await ab.get("key")]).toEqual(["of a", "of ab"]);
    await a.clear();
    expect([await a.get("key"), await ab.get("key")]).toEqual([undefined, "of ab"]);
    await fill();
    await ab.clear();
    expect([await a.get("key"), await ab.get("key")]).toEqual(["of a", undefined]);
    file.close();
  });

  test("has, lists and deletes entries of one namespace", async () => {
    const file = openSqlite(":memory:");
    const [one, other] = [file.keyv("one"), file.keyv("onez")];
    await other.set("x", 9);
    for (const key of ["a", "é:%_'", "c"]) await one.set(key, { key });
    const listed: unknown[] = [];
    for await (const [key] of one.iterator?.("one") ?? []) listed.push(key);
    expect(new Set(listed)).toEqual(new Set(["a", "c", "é:%_'"]));
    expect(await one.has("é:%_'")).toBe(true);
    expect(await one.delete("a")).toBe(true);
    expect(await one.delete("a")).toBe(false);
    expect(await one.deleteMany(["c", "é:%_'"])).toBe(true);
    expect(await one.has("c")).toBe(false);
    expect(await other.get("x")).toBe(9);
    file.close();
  });

  test("that another process writes for long is read all the same, and a change gives up soon", async () => {
    const path = join(folder, "data.sqlite");
    const file = openSqlite(path);
    const settings = createSettings(file.keyv("settings"), silent);
    await settings.change("1", () => ({ language: "fr" }));
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    expect(await settings.of("2")).toEqual(DEFAULT_SETTINGS);
    const start = performance.now();
    await expect(settings.change("1", () => ({ language: "en" }))).rejects.toThrow("locked");
    // What a member still does not notice, in ms: meanwhile this process does nothing else.
    expect(performance.now() - start).toBeLessThan(600);
    other.exec("ROLLBACK");
    expect(await settings.change("1", () => ({ language: "en" }))).toMatchObject({ language: "en" });
    other.close();
    file.close();
  });

  test("is refused where it can't be opened or is something else", async () => {
    const text = join(folder, "text.sqlite");
    await writeFile(text, "these are just words, and a good many of them ".repeat(20));
    expect(() => openSqlite(text)).toThrow(/not a database/);
    expect(() => openSqlite(join(folder, "missing", "data.sqlite"))).toThrow(/unable to open/);
  });
});
