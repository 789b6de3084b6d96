import { median, spread } from "./statistics.ts";

/** One line of the table: a figure of ours, that of a peer in the same run, and what it should be. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  peer: string | null;
  peer_value: number | null;
  /** Ours over the peer's: the median of the rounds' ratios. */
  ratio: number | null;
  /** From the smallest to the largest round, as a share of the median. */
  spread: number;
  aim: string | null;
  holds: boolean | null;
}

/** What a figure should be. */
export interface Aim {
  text: string;
  holds(row: { value: number; ratio: number }): boolean;
}

export interface Peer {
  name: string;
  /** One value for each round, in the order of the rounds. */
  values: readonly number[];
}

/** A row from one value for each round. A ratio pairs the values of the same round. */
export function rowOf(
  name: string,
  unit: string,
  values: readonly number[],
  { peer = null, aim = null }: { peer?: Peer | null; aim?: Aim | null } = {},
): Row {
  const value = median(values);
  const ratio = peer && median(values.map((own, round) => own / (peer.values[round] ?? Number.NaN)));
  return {
    name,
    value,
    unit,
    peer: peer?.name ?? null,
    peer_value: peer && median(peer.values),
    ratio,
    spread: spread(values),
    aim: aim?.text ?? null,
    holds: aim && aim.holds({ value, ratio: ratio ?? Number.NaN }),
  };
}

/** The figure itself is at most so much, in the unit of the row. */
export function atMost(limit: number): Aim {
  return { text: `≤ ${limit}`, holds: ({ value }) => value <= limit };
}

/** The figure is at most so many times the peer's. */
export function atMostTimes(limit: number): Aim {
  return { text: `≤ ${limit} × peer`, holds: ({ ratio }) => ratio <= limit };
}

/** The figure is at least so many times the peer's. */
export function atLeastTimes(limit: number): Aim {
  return { text: `≥ ${limit} × peer`, holds: ({ ratio }) => ratio >= limit };
}
