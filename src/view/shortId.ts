import { createHash } from "node:crypto";

/** Characters of a short id: with a thousand entries, one chance in a thousand that any two of a kind meet. */
const LENGTH = 5;

/** Stands in a list for no entry at all; no id has a space. */
export const NO_ID = " ".repeat(LENGTH);

/**
 * Short names of entries one after another, so that several fit a custom id; null is NO_ID. Unlike positions they are
 * the same in every version of a story.
 */
export function shortIds(ids: readonly (string | null)[]): string {
  return ids.map((id) => (id === null ? NO_ID : shortId(id))).join("");
}

/** The ids that a text of short names stands for among those of some entries; null for a name that stands for none. */
export function longIds(text: string, ids: Iterable<string>): (string | null)[] {
  const names = text.match(new RegExp(`.{1,${LENGTH}}`, "gsu")) ?? [];
  if (names.length === 0) return [];
  const known = new Map([[NO_ID, NO_ID], ...[...ids].map((id) => [shortId(id), id] as const)]);
  return names.map((name) => known.get(name) ?? null);
}

function shortId(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, LENGTH);
}
