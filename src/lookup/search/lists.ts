/** Lists of numbers one after the other: list n is from `starts[n]` up to, not including, `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Lists in which each number has a gain beside it, in whole parts of `GAIN`. */
export interface GainLists extends Lists {
  readonly gains: Uint8Array;
}

/** As fine as gains are kept, so that one takes a byte and not eight; the largest is less than 8. */
export const GAIN = 1 / 32;

/** The same numbers in an array of another length; the given one can't be used any more. */
export function resized<
  Numbers extends
    | Uint8Array<ArrayBuffer>
    | Uint16Array<ArrayBuffer>
    | Int32Array<ArrayBuffer>
    | Uint32Array<ArrayBuffer>
    | Float32Array<ArrayBuffer>,
>(numbers: Numbers, length: number): Numbers {
  return new (numbers.constructor as new (buffer: ArrayBuffer) => Numbers)(
    numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT),
  );
}

/**
 * Puts a number before those of a list that is filled from its end to its start: its start is where those begin. Gives
 * the place of the number.
 */
export function putFirst(number: number, list: number, { starts, numbers }: Lists): number {
  const at = (starts[list] ?? 0) - 1;
  starts[list] = at;
  numbers[at] = number;
  return at;
}

/** The first place from `from` up to `to` whose number is not below `least`; the numbers ascend. */
export function firstAtLeast(numbers: Uint32Array, least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
