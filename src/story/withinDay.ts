import type { When } from "./dates.ts";

/**
 * The order within a day: what has an hour comes in its order; then what is known by its day alone; last what goes
 * on for days.
 */
export function byTimeOfDay(a: When, b: When): number {
  return vagueness(a) - vagueness(b) || likeliest(a) - likeliest(b) || partLast(a) - partLast(b);
}

function vagueness({ precision }: When): number {
  if (precision === "hour" || precision === "part") return 0;
  return precision === "day" ? 1 : 2;
}

/** In ms; what is known by its part of the day stands where the middle of that part does. */
function likeliest({ precision, start, end }: When): number {
  const from = start.epochMilliseconds;
  return precision === "part" ? (from + end.epochMilliseconds) / 2 : from;
}

/** An hour comes before a part of the day of which it is the middle. */
function partLast({ precision }: When): number {
  return Number(precision === "part");
}
