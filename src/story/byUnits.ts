/**
 * The order of two texts by their UTF-16 units, which is that of ISO dates in time. `localeCompare` gives the same for
 * them, but has ICU load its rules of collation, of 2 MB, first.
 */
export function byUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
