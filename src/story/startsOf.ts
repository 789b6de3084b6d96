/** Where each of some lists begins when they stand one after the other, and the last one ends. */
export function startsOf(lists: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [n, { length }] of lists.entries()) starts[n + 1] = (starts[n] ?? 0) + length;
  return starts;
}
