/** Up to so many, putting each in its place takes less than sorting them all. */
const FEW = 32;

/**
 * Of the first `count` entries the `limit` ones with the highest scores, highest first; of equal ones the lower number
 * first. `scores` holds the score of each entry at its place in `entries`.
 */
export function highest(
  entries: ArrayLike<number>,
  scores: ArrayLike<number>,
  limit: number,
  count = entries.length,
): number[] {
  const inOrder = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) || (entries[a] ?? 0) - (entries[b] ?? 0);
  const best: number[] = [];
  if (count <= limit && count > FEW) {
    for (let place = 0; place < count; place += 1) best.push(place);
    best.sort(inOrder);
  } else
    // Only the best so far are kept in order: one comparison turns most others away.
    for (let place = 0; place < count; place += 1) {
      if (best.length === limit && inOrder(place, best[limit - 1] ?? 0) > 0) continue;
      let at = Math.min(best.length, limit - 1);
      for (; at > 0 && inOrder(place, best[at - 1] ?? 0) < 0; at -= 1) best[at] = best[at - 1] ?? 0;
      best[at] = place;
    }
  return best.map((place) => entries[place] ?? 0);
}
