import { putFirst, type Lists } from "./lists.ts";
import type { Steps } from "../steps.ts";

/** Lists that one step goes through. */
const IN_A_STEP = 4096;

/** For each number below `count` the lists that hold it, in their order. */
export function* inverseSteps({ starts, numbers }: Lists, count: number): Steps<Lists> {
  const ends = new Uint32Array(count + 1);
  const lists = starts.length - 1;
  for (let list = 0; list < lists; list += 1) {
    if (list % IN_A_STEP === 0) yield;
    for (let n = starts[list] ?? 0; n < (starts[list + 1] ?? 0); n += 1)
      ends[numbers[n] ?? 0] = (ends[numbers[n] ?? 0] ?? 0) + 1;
  }
  for (let number = 1; number <= count; number += 1)
    ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
  const held = { starts: ends, numbers: new Uint32Array(numbers.length) };
  // From the last list to the first, so that each number's holders are filled from their end to their start.
  for (let list = lists - 1; list >= 0; list -= 1) {
    if (list % IN_A_STEP === 0) yield;
    for (let n = starts[list] ?? 0; n < (starts[list + 1] ?? 0); n += 1)
      putFirst(list, numbers[n] ?? 0, held);
  }
  return held;
}
