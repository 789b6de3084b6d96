import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Keyv } from "keyv";
import { createLookupCache, memoryStore, type LookupCache } from "../../src/cache/lookupCache.ts";
import { openSqlite } from "../../src/cache/sqliteStore.ts";
import { defaultStory } from "../../src/exit.ts";
import { createLookups, type Lookups } from "../../src/lookup/lookups.ts";
import { loadStory } from "../../src/story/load.ts";
import { commandNamed, contextFor } from "../context.ts";
import { takeTurns, type Plan } from "../plan.ts";
import { startValkey } from "../processes/valkey.ts";
import { atMostTimes, rowOf, type Aim, type Row } from "../row.ts";
import { median } from "../statistics.ts";

/** What members ask, and what of it the commands put into the cache. */
const ASKED = [
  ["timeline", "day", "lundi"],
  ["timeline", "day", "du vendredi au mercredi"],
  ["source", "event", "micorsoft"],
  ["quote", "about", "microsoft"],
  ["ask", "question", "Pourquoi Sam Altman a-t-il été viré ?"],
] as const;

/** A look-up that a command caches: its question, and how it is computed. */
interface Cached {
  name: string;
  question: readonly (string | null)[];
  compute: () => unknown;
}

const TIMES = 300;
const AT_ONCE = 1000;

/** Row 4: a look-up from each store, beside computing it again; and a thousand members who ask at once. */
export async function cacheRows(plan: Plan): Promise<Row[]> {
  const lookups = createLookups(await loadStory(defaultStory));
  const cached = await whatIsCached(lookups);
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const file = openSqlite(join(folder, "cache.sqlite"));
  const valkey = plan.short ? null : await startValkey();
  const stores: Record<string, Keyv> = {
    memory: memoryStore(),
    ...(!plan.short && { sqlite: file.keyv("lookups") }),
    ...(valkey && { valkey: valkey.keyv("lookups") }),
  };
  if (!plan.short && !valkey) plan.progress("cache: no valkey-server or redis-server here, left out");
  try {
    const rows: Row[] = [];
    for (const [name, store] of Object.entries(stores)) {
      plan.progress(`cache: ${name}`);
      // Answers are kept in memory: there the cache has to be worth it.
      const aim = name === "memory" ? atMostTimes(1) : null;
      for (const one of cached) rows.push(...(await hitAndMiss(name, store, one, aim, plan)));
    }
    return [...rows, await atOnce()];
  } finally {
    file.close();
    await valkey?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks the commands, and notes what they would put into the cache. */
async function whatIsCached(lookups: Lookups): Promise<Cached[]> {
  const found: Cached[] = [];
  for (const [command, option, text] of ASKED) {
    await commandNamed(command).answer(
      { options: { [option]: text } },
      {
        ...contextFor(lookups, "fr"),
        cached: async (question, compute) => {
          const [what] = question;
          const part = what === command ? "" : ` (${what})`;
          found.push({ name: `/${command} ${text}${part}`, question, compute });
          return compute();
        },
      },
    );
  }
  return found;
}

async function hitAndMiss(
  store: string,
  keyv: Keyv,
  { name, question, compute }: Cached,
  aim: Aim | null,
  { rounds }: Plan,
): Promise<Row[]> {
  const cache = createLookupCache(keyv);
  let fresh = 0;
  await cache.answer("known", question, compute);
  const turns = await takeTurns(rounds + 1, {
    hit: () => microseconds(() => cache.answer("known", question, compute)),
    miss: () => microseconds(() => cache.answer(`server ${(fresh += 1)}`, question, compute)),
    again: () => microseconds(async () => compute()),
  });
  // The first round warms up.
  const [hit, miss, again] = [turns.hit, turns.miss, turns.again].map((values) => values.slice(1));
  const peer = { name: "computing it", values: again ?? [] };
  return [
    rowOf(`cache in ${store}, ${name}: hit`, "µs", hit ?? [], { peer, aim }),
    rowOf(`cache in ${store}, ${name}: miss`, "µs", miss ?? [], { peer }),
  ];
}

/** The median time of doing something, in µs. */
async function microseconds(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const start = performance.now();
    await act();
    times.push(1000 * (performance.now() - start));
  }
  return median(times);
}

async function atOnce(): Promise<Row> {
  const count = async (cache: LookupCache | null) => {
    let computed = 0;
    const compute = async () => {
      computed += 1;
      await setImmediate();
      return { computed };
    };
    await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        cache ? cache.answer("one server", ["once"], compute) : compute(),
      ),
    );
    return computed;
  };
  return rowOf(`${AT_ONCE} ask the same at once: computed`, "times", [await count(createLookupCache())], {
    peer: { name: "no cache", values: [await count(null)] },
    aim: { text: "once", holds: ({ value }) => value === 1 },
  });
}
