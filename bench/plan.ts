/** How thoroughly to measure. */
export interface Plan {
  /** For every change: few rounds, small sizes, and aims that are ratios with room for noise. */
  short: boolean;
  /** How often each contestant has its turn. */
  rounds: number;
  /** Says what is being measured. */
  progress: (text: string) => void;
}

/**
 * Lets contestants take turns, so that what else the machine does meets all of them alike; the order
 * turns round from one round to the next. Gives each one's results by round.
 */
export async function takeTurns<Results extends Record<string, unknown>>(
  rounds: number,
  contestants: { [Name in keyof Results]: () => Results[Name] | Promise<Results[Name]> },
): Promise<{ [Name in keyof Results]: Results[Name][] }> {
  const names: (keyof Results)[] = Object.keys(contestants);
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as {
    [Name in keyof Results]: Results[Name][];
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed())
      results[name].push(await contestants[name]());
  }
  return results;
}
