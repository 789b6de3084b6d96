/** Numbers different texts as they come, from 0 on: what stands in many places is held once, and there by its number. */
export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The texts by their numbers. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The number of a text: its own, or the next where it has none yet. */
  add(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    // A part cut out of a longer text would keep all of that in memory.
    const own = Buffer.from(text).toString();
    this.#numbers.set(own, number);
    this.#texts.push(own);
    return number;
  }

  /** A text as it is held here, with a number. */
  held(text: string): string {
    return this.#texts[this.add(text)] ?? text;
  }

  /** The number of a text; undefined where it has none. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }
}
