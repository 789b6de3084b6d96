import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSettings, DEFAULT_SETTINGS } from "../../src/cache/settings.ts";
import { openValkey, type SharedStore } from "../../src/cache/valkeyStore.ts";
import { openWay } from "./lostServer.ts";
import { serverProgram } from "../../bench/processes/valkeyServer.ts";
import { startValkey, type ValkeyServer } from "./valkeyServer.ts";

const program = serverProgram();
if (program === null)
  process.stderr.write("not run: the shared store's tests, for want of a valkey-server or redis-server\n");

/** What a member still does not notice, in ms. */
const SOON = 600;

/** How long something takes, in ms, whether it fails or not. */
async function timed(act: () => Promise<unknown>): Promise<{ outcome: string; soon: boolean }> {
  const start = performance.now();
  const outcome = await act().then(
    () => "done",
    () => "failed",
  );
  return { outcome, soon: performance.now() - start < SOON };
}

test("a server that accepts and never answers holds up neither the start nor a question", async () => {
  const way = await openWay(null);
  const start = performance.now();
  const store = await openValkey(way.address, "settings");
  expect(performance.now() - start).toBeLessThan(SOON);
  const one = createSettings(store.keyv, () => {});
  expect(await timed(() => one.of("1"))).toEqual({ outcome: "done", soon: true });
  expect(await timed(() => one.change("1", () => ({ language: "fr" })))).toEqual({
    outcome: "failed",
    soon: true,
  });
  await store.close();
  await way.close();
});

test("a server that is nowhere is told once, with the reason", async () => {
  const lost: unknown[] = [];
  const store = await openValkey("redis://127.0.0.1:1", "settings", (error) => lost.push(error));
  expect(lost).toEqual([expect.objectContaining({ code: "ECONNREFUSED" })]);
  await store.close();
});

describe.skipIf(program === null)("a store that processes share", () => {
  let server: ValkeyServer;
  const stores: SharedStore[] = [];
  beforeEach(async () => {
    server = await startValkey(program ?? "");
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await server.close();
  });

  const settings = async (namespace = "settings") => {
    const errors: unknown[] = [];
    const store = await openValkey(server.address, namespace);
    stores.push(store);
    return { errors, keyv: store.keyv, ...createSettings(store.keyv, (error) => errors.push(error)) };
  };

  test("what one process saves another one reads, each guild and each namespace for itself", async () => {
    const [one, two, other] = [await settings(), await settings(), await settings("other")];
    await one.change("1", () => ({ language: "fr" }));
    expect((await two.of("1")).language).toBe("fr");
    expect(await two.of("2")).toEqual(DEFAULT_SETTINGS);
    expect(await other.of("1")).toEqual(DEFAULT_SETTINGS);
    await two.reset("1");
    expect(await (await settings()).of("1")).toEqual(DEFAULT_SETTINGS);
  });

  test("while it is stopped, what is known stays known, and a change says that it failed", async () => {
    const one = await settings();
    await one.change("1", () => ({ language: "fr" }));
    await server.stop();
    expect(await timed(() => one.of("1"))).toEqual({ outcome: "done", soon: true });
    expect((await one.of("1")).language).toBe("fr");
    expect(await timed(() => one.change("1", () => ({ language: "en" })))).toEqual({
      outcome: "failed",
      soon: true,
    });
    expect((await one.of("1")).language).toBe("fr");
    expect(await timed(() => one.of("2"))).toEqual({ outcome: "done", soon: true });
    expect(await one.of("2")).toEqual(DEFAULT_SETTINGS);
    expect(one.errors.length).toBeGreaterThan(0);
  });

  test("while it is frozen, nothing waits for longer than half a second", async () => {
    const one = await settings();
    await one.change("1", () => ({ language: "fr" }));
    server.freeze();
    expect(await timed(() => one.of("1"))).toEqual({ outcome: "done", soon: true });
    const all = await Promise.all([
      timed(() => one.of("2")),
      timed(() => one.of("3")),
      timed(() => one.change("1", () => ({ language: "en" }))),
    ]);
    expect(all.map(({ outcome }) => outcome)).toEqual(["done", "done", "failed"]);
    expect(all.every(({ soon }) => soon)).toBe(true);
    server.thaw();
    await expect
      .poll(() => one.change("1", () => ({ zone: "Asia/Tokyo" })))
      .toMatchObject({ zone: "Asia/Tokyo" });
  });

  test("a connection that died without a word gives way to a new one", { timeout: 20_000 }, async () => {
    const way = await openWay(server.port);
    const lost: unknown[] = [];
    const store = await openValkey(way.address, "settings", (error) => lost.push(error));
    stores.push(store);
    const one = createSettings(store.keyv, () => {});
    await one.change("1", () => ({ language: "fr" }));
    way.lose();
    expect(await timed(() => one.of("1"))).toEqual({ outcome: "done", soon: true });
    expect(await timed(() => one.of("2"))).toEqual({ outcome: "done", soon: true });
    expect(await timed(() => one.change("1", () => ({ language: "en" })))).toEqual({
      outcome: "failed",
      soon: true,
    });
    await expect
      .poll(() => one.change("1", () => ({ language: "en" })).catch(() => null), { timeout: 15_000 })
      .toMatchObject({ language: "en" });
    expect(lost).toHaveLength(1);
    await store.close();
    stores.length = 0;
    await way.close();
  });

  test("after a restart it is used again by itself, and holds what was confirmed", async () => {
    const one = await settings();
    await one.change("1", () => ({ language: "fr" }));
    await server.stop();
    await expect(one.change("1", () => ({ language: "en" }))).rejects.toThrow(/closed|writeable|ECONN/);
    await server.start();
    await expect
      .poll(async () => (await settings()).of("1"), { timeout: 5000 })
      .toMatchObject({ language: "fr" });
    await expect
      .poll(() => one.change("1", () => ({ language: "en" })).catch(() => null), { timeout: 5000 })
      .toMatchObject({ language: "en" });
  });

  test("when it is full, what is there is read and a change says that it failed", async () => {
    const one = await settings();
    await one.change("1", () => ({ language: "fr" }));
    await server.stop();
    await server.start("--maxmemory", "100kb", "--maxmemory-policy", "noeviction");
    const full = await settings();
    await expect.poll(() => timed(() => full.keyv.get("1"))).toEqual({ outcome: "done", soon: true });
    expect((await full.of("1")).language).toBe("fr");
    await expect(full.change("1", () => ({ language: "en" }))).rejects.toThrow("OOM");
    expect((await full.of("1")).language).toBe("fr");
  });

  test("a server that is not there when the bot starts is no reason not to start", async () => {
    await server.stop();
    expect(await timed(settings)).toEqual({ outcome: "done", soon: true });
    const one = await settings();
    expect(await one.of("1")).toEqual(DEFAULT_SETTINGS);
    await server.start();
    await expect
      .poll(() => one.change("1", () => ({ language: "fr" })).catch(() => null), { timeout: 5000 })
      .toMatchObject({ language: "fr" });
  });
});
