/** Lists of numbers one after the other: list n is from `starts[n]` up to, not including, `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Lists of which each number has a gain beside it. */
export interface GainLists extends Lists {
  readonly gains: Float32Array;
}

/** The same numbers with as much room again; the given array can't be used any more. */
export function roomier<
  Numbers extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>,
>(numbers: Numbers): Numbers {
  return new (numbers.constructor as new (buffer: ArrayBuffer) => Numbers)(
    numbers.buffer.transfer(2 * numbers.byteLength),
  );
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
