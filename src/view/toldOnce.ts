/**
 * What goes on for days is told once, on the first of them: gives of each of some days, in order, the events that none
 * before it has.
 */
export function toldOnce(days: readonly (readonly string[])[]): string[][] {
  const told = new Set<string>();
  return days.map((events) => {
    const fresh = events.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    return fresh;
  });
}
