import QuickLRU from "quick-lru";

/** How often one member may do something. */
export interface Pace {
  /** So often in a row. */
  burst: number;
  /** Then so often a second. */
  perSecond: number;
}

/** Members who are not remembered any more start afresh. */
const MOST_MEMBERS = 10_000;

/** Asks whether a member may go on; false while he is too quick. */
export type Cooldown = (member: string) => boolean;

/**
 * A token bucket for each member (https://en.wikipedia.org/wiki/Token_bucket), in bounded memory.
 * @param now the clock, in ms; only differences count
 */
export function createCooldown({ burst, perSecond }: Pace, now: () => number): Cooldown {
  const buckets = new QuickLRU<string, { tokens: number; at: number }>({ maxSize: MOST_MEMBERS });
  return (member) => {
    const at = now();
    const bucket = buckets.get(member) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    const may = tokens >= 1;
    buckets.set(member, { tokens: may ? tokens - 1 : tokens, at });
    return may;
  };
}
