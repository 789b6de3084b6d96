import { createHash } from "node:crypto";

/** Characters of a short id: with a thousand entries, one chance in a thousand that any two of a kind meet. */
const LENGTH = 5;

/**
 * A short name of an entry, so that several fit a custom id. Unlike a position it is the same in every
 * version of a story.
 */
export function shortId(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, LENGTH);
}

/** The id that a short name stands for among those of some entries; null where it stands for none. */
export function longId(short: string, ids: Iterable<string>): string | null {
  for (const id of ids) if (shortId(id) === short) return id;
  return null;
}
