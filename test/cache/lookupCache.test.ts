import { Keyv } from "keyv";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createLookupCache, memoryStore } from "../../src/cache/lookupCache.ts";
import { openSqlite } from "../../src/cache/sqliteStore.ts";

const file = openSqlite(":memory:");
afterAll(() => file.close());

/** Every store that the bot can be run with. */
const stores: [name: string, open: () => Keyv][] = [
  ["memory", () => memoryStore()],
  ["a Map", () => new Keyv({ store: new Map() })],
  ["a Map with a namespace", () => new Keyv({ store: new Map(), namespace: "lookups" })],
  ["SQLite", () => file.keyv(`lookups${opened++}`)],
];
let opened = 0;

function fail(): never {
  throw new Error("no such event");
}

function broken(faults: object): Keyv {
  return new Keyv({ store: Object.assign(new Map<string, unknown>(), faults) });
}

function down(): Promise<never> {
  return Promise.reject(new Error("the store is down"));
}

function late<Value>(value: Value): Promise<Value> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5, value);
  });
}

describe.each(stores)("over %s", (_, open) => {
  test("a question is computed once and then remembered", async () => {
    const cache = createLookupCache(open());
    const compute = vi.fn<() => object>(() => ({ days: ["2023-11-20"], before: null }));
    const first = await cache.answer("a", ["v1", "fr"], compute);
    expect(first).toEqual({ days: ["2023-11-20"], before: null });
    expect(await cache.answer("a", ["v1", "fr"], compute)).toEqual(first);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  test("guild, story version, language, zone and question each make another answer", async () => {
    const cache = createLookupCache(open());
    const asked = [
      ["a", ["v1", "fr", "Europe/Paris", "timeline"]],
      ["b", ["v1", "fr", "Europe/Paris", "timeline"]],
      ["a", ["v2", "fr", "Europe/Paris", "timeline"]],
      ["a", ["v1", "en", "Europe/Paris", "timeline"]],
      ["a", ["v1", "fr", "Asia/Tokyo", "timeline"]],
      ["a", ["v1", "fr", "Europe/Paris", "quote"]],
      ["a", ["v1", "fr", "Europe/Paris", "timeline", null]],
      ["a", ["v1", "fr", "Europe/Paris", "timeline", "null"]],
    ] as const;
    for (const round of [1, 2])
      for (const [n, [guild, question]] of asked.entries())
        expect([round, await cache.answer(guild, question, () => ({ n }))]).toEqual([round, { n }]);
  });

  test("no guild sees another's answers, however it is called", async () => {
    const cache = createLookupCache(open());
    const spellings: [guild: string, question: string[]][] = [
      ["1", ["2"]],
      ['1","2', []],
      ['1","2"]', ["x"]],
      ["", ["1", "2"]],
      ["1:2", ["x"]],
      ["1", ["2", "x"]],
      ["12", ["x"]],
      ["%", ["x"]],
      ["__proto__", ["x"]],
    ];
    for (const [guild, question] of spellings)
      await cache.answer(guild, question, () => [guild, ...question]);
    for (const [guild, question] of spellings)
      expect(await cache.answer(guild, question, () => ["seen by another"])).toEqual([guild, ...question]);
  });

  test("a guild that is forgotten is computed again, and no other is", async () => {
    const cache = createLookupCache(open());
    const guilds = ["1", "12", "2", "1%", '1","1'];
    for (const guild of guilds) {
      await cache.answer(guild, ["v", "short"], () => ({ round: 1 }));
      await cache.answer(guild, ["v", "long".repeat(500)], () => ({ round: 1 }));
      await cache.answer(guild, [null], () => ({ round: 1 }));
    }
    await cache.forget("1");
    for (const guild of guilds) {
      const expected = { round: guild === "1" ? 2 : 1 };
      for (const question of [["v", "short"], ["v", "long".repeat(500)], [null]])
        expect([guild, question, await cache.answer(guild, question, () => ({ round: 2 }))]).toEqual([
          guild,
          question,
          expected,
        ]);
    }
  });

  test("forgetting a guild that never asked does nothing", async () => {
    const cache = createLookupCache(open());
    await cache.answer("a", ["x"], () => 1);
    await cache.forget("nobody");
    expect(await cache.answer("a", ["x"], () => 2)).toBe(1);
  });

  test("two caches over two stores share nothing", async () => {
    const [one, other] = [createLookupCache(open()), createLookupCache(open())];
    await one.answer("a", ["x"], () => "one");
    expect(await other.answer("a", ["x"], () => "other")).toBe("other");
    await one.forget("a");
    expect(await other.answer("a", ["x"], () => "gone")).toBe("other");
  });

  test("a thousand members who ask at once make one computation", async () => {
    const cache = createLookupCache(open());
    const compute = vi.fn<() => object>(() => ({ events: ["one"] }));
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => cache.answer("a", ["at", "once"], compute)),
    );
    expect(compute).toHaveBeenCalledTimes(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"events":["one"]}']));
  });

  test("what fails to compute throws for all who asked, and is tried again by the next", async () => {
    const cache = createLookupCache(open());
    const asked = await Promise.allSettled([1, 2].map(() => cache.answer("a", ["x"], fail)));
    expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(cache.answer("a", ["x"], fail)).rejects.toThrow("no such event");
    expect(await cache.answer("a", ["x"], () => "found")).toBe("found");
  });
});

test("an answer can't be changed by one reader for the next", async () => {
  const cache = createLookupCache();
  const answer = await cache.answer("a", ["x"], () => ({ days: [{ events: ["one"] }] }));
  expect(() => answer.days[0]?.events.push("two")).toThrow(TypeError);
  expect(await cache.answer("a", ["x"], () => null)).toEqual({ days: [{ events: ["one"] }] });
});

test("memory is bounded: what was asked last is remembered, what was asked long ago is not", async () => {
  const store = memoryStore(10);
  const cache = createLookupCache(store);
  for (let n = 0; n < 1000; n++) await cache.answer(`guild ${n % 7}`, ["x", String(n)], () => n);
  const kept = [];
  for await (const [key] of store.iterator?.(undefined) ?? []) kept.push(key);
  // quick-lru holds two generations of its size.
  expect(kept.length).toBeLessThan(20);
  expect(await cache.answer(`guild ${999 % 7}`, ["x", "999"], () => "again")).toBe(999);
  expect(await cache.answer("guild 0", ["x", "0"], () => "again")).toBe("again");
});

test("a question of 6000 characters makes a short key, and is still told from its like", async () => {
  const map = new Map<string, unknown>();
  const cache = createLookupCache(new Keyv({ store: map }));
  const long = "é".repeat(6000);
  expect(await cache.answer("a", ["v", `${long}1`], () => 1)).toBe(1);
  expect(await cache.answer("a", ["v", `${long}2`], () => 2)).toBe(2);
  expect(await cache.answer("a", ["v", `${long}1`], () => 3)).toBe(1);
  expect(Math.max(...[...map.keys()].map((key) => key.length))).toBeLessThan(300);
});

describe("a store that fails", () => {
  test.each([
    ["to read", { get: down }],
    ["to write", { set: down }],
    ["to read and write", { get: down, set: down }],
    [
      "at once",
      {
        get: () => {
          throw new Error("gone");
        },
        set: () => {
          throw new Error("gone");
        },
      },
    ],
    ["with nonsense", { get: () => Promise.resolve("{not json") }],
  ])("%s still answers", async (_, faults) => {
    const cache = createLookupCache(broken(faults));
    expect(await cache.answer("a", ["x"], () => ({ found: true }))).toEqual({ found: true });
    expect(await cache.answer("a", ["x"], () => ({ found: true }))).toEqual({ found: true });
  });

  test("or answers late still makes one computation of many questions", async () => {
    let turn = 0;
    const cache = createLookupCache(
      broken({ get: () => (turn++ % 2 ? late(undefined) : Promise.resolve(undefined)) }),
    );
    const compute = vi.fn<() => number>(() => 1);
    await Promise.all(Array.from({ length: 50 }, () => cache.answer("a", ["x"], compute)));
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
