import { resized } from "./lists.ts";

/** Numbers that are added one after the other, in a typed array that grows with them. */
export class Growing<
  Numbers extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
> {
  #numbers: Numbers;
  #length = 0;

  /** Takes the array to begin with, which has room for one number at least. */
  constructor(room: Numbers) {
    this.#numbers = room;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#numbers = resized(this.#numbers, 2 * this.#length);
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** An array of just what was added; nothing can be added any more. */
  finished(): Numbers {
    return resized(this.#numbers, this.#length);
  }
}
