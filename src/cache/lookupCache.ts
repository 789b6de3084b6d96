import { createHash } from "node:crypto";
import { Keyv } from "keyv";
import QuickLRU from "quick-lru";
import { deepFreeze } from "./deepFreeze.ts";

/** Look-ups already made, kept apart by guild. */
export interface LookupCache {
  /**
   * The answer to a question of a guild: remembered, or computed once however many ask at the same time.
   * A store that fails costs time, never the answer. Throws what `compute` throws.
   */
  answer<Answer>(guild: string, question: readonly (string | null)[], compute: () => Answer): Promise<Answer>;
  /** Forgets the look-ups of one guild, and of no other. */
  forget(guild: string): Promise<void>;
}

/** Answers kept at most: about 50 guilds that each ask 200 different things. */
const MOST_ANSWERS = 10_000;

/** A bounded store in this process: what was not used lately goes first. */
export function memoryStore(most = MOST_ANSWERS): Keyv {
  // Answers are frozen and JSON-plain, so all readers share one object and nothing is serialised.
  return new Keyv({
    store: new QuickLRU({ maxSize: most }),
    useKeyPrefix: false,
    serialize: undefined,
    deserialize: undefined,
  });
}

/** A cache of look-ups over any keyv store. Keys hold the guild, so no store can mix two of them up. */
export function createLookupCache(store: Keyv = memoryStore()): LookupCache {
  // Without a listener a failing store would end the process.
  store.on("error", () => {});
  const underway = new Map<string, Promise<unknown>>();
  return {
    answer<Answer>(guild: string, question: readonly (string | null)[], compute: () => Answer) {
      const key = keyOf(guild, question);
      const found = underway.get(key) ?? answerFrom(store, key, compute).finally(() => underway.delete(key));
      underway.set(key, found);
      // What is found under a key was computed for the same question.
      return found as Promise<Answer>;
    },
    async forget(guild) {
      const prefix = startOf(guild);
      const keys: string[] = [];
      for await (const [key] of store.iterator?.(store.namespace) ?? []) {
        if (key.startsWith(prefix)) keys.push(key);
      }
      if (keys.length > 0) await store.delete(keys);
    },
  };
}

/** What the store remembers under a key, else what is computed and remembered now. */
async function answerFrom(store: Keyv, key: string, compute: () => unknown): Promise<unknown> {
  const known: unknown = await store.get(key).catch(() => undefined);
  if (known !== undefined) return known;
  const answer = deepFreeze(compute());
  await store.set(key, answer).catch(() => false);
  return answer;
}

/** A member may type 6000 characters: a question that long is kept under its digest. */
const LONGEST_QUESTION = 200;

/** JSON keeps the parts apart whatever they hold: no guild and question can spell another's key. */
function keyOf(guild: string, question: readonly (string | null)[]): string {
  const text = JSON.stringify(question);
  const short =
    text.length > LONGEST_QUESTION ? JSON.stringify(createHash("sha256").update(text).digest("hex")) : text;
  return `${startOf(guild)}${short}]`;
}

function startOf(guild: string): string {
  return `[${JSON.stringify(guild)},`;
}
