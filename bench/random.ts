/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
  /** One of the given; throws a RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value;
}

/** Mulberry32 (Tommy Ettinger): small, fast, and good enough to draw test data. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(values) {
      if (values.length === 0) throw new RangeError("nothing to pick from");
      return values[below(values.length)] as (typeof values)[number];
    },
  };
}
