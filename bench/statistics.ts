/** The middle of some values; the mean of the two middle ones of an even number. Throws on none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the given share (0 to 1) of the values lies, interpolated. Throws on no values. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("no values");
  const sorted = Float64Array.from(values).toSorted();
  const at = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  // Adding nothing to -0 would give 0.
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}

/** How far apart the smallest and the largest value are, as a share of the median. */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}
