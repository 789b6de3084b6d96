import QuickLRU from "quick-lru";

/** Ids remembered at least: an event comes again within seconds, when a session is resumed. */
const MOST_IDS = 20_000;

/** Gives true for an id the first time that it comes, and false from then on, in bounded memory. */
export function createOnce(): (id: string) => boolean {
  const seen = new QuickLRU<string, true>({ maxSize: MOST_IDS });
  return (id) => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };
}
