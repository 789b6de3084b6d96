/** Texts with numbers, as plain data: it can be kept in a file. */
export interface Numbered {
  /** By their numbers. */
  readonly texts: string[];
  /** By twos the hash of a text and its number and 1, at where the hash leads or the next free place; 0 at a free one. */
  slots: Uint32Array;
}

/**
 * Numbers different texts as they come, from 0 on: what stands in many places is held once, and there by its number. By
 * open addressing, which takes a fourth of what a Map does, and finds a text that was just cut out of another sooner: a
 * Map has to have that hashed by V8 first.
 */
export class Numbering {
  /** All texts, for another numbering to go on with. */
  readonly numbered: Numbered;

  /** Goes on with texts that have numbers, and adds to them: as a copy they would be held twice. */
  constructor(numbered: Numbered = { texts: [], slots: new Uint32Array(2048) }) {
    this.numbered = numbered;
  }

  /** The texts by their numbers. */
  get texts(): readonly string[] {
    return this.numbered.texts;
  }

  /** The number of a text: its own, or the next where it has none yet. */
  add(text: string): number {
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    const known = this.numbered.slots[slot + 1] ?? 0;
    if (known > 0) return known - 1;
    // A part cut out of a longer text would keep all of that in memory. UTF-8 has no half of a surrogate pair.
    this.numbered.texts.push(text.isWellFormed() ? Buffer.from(text).toString() : text);
    this.numbered.slots[slot] = hash;
    this.numbered.slots[slot + 1] = this.numbered.texts.length;
    if (4 * this.numbered.texts.length > this.numbered.slots.length) this.#grow();
    return this.numbered.texts.length - 1;
  }

  /** A text as it is held here, with a number. */
  held(text: string): string {
    return this.numbered.texts[this.add(text)] ?? text;
  }

  /** The number of a text; undefined where it has none. */
  find(text: string): number | undefined {
    const known = this.numbered.slots[this.#slotOf(text, hashOf(text)) + 1] ?? 0;
    return known === 0 ? undefined : known - 1;
  }

  /** Where a text is, or has its place. */
  #slotOf(text: string, hash: number): number {
    const slots = this.numbered.slots;
    // Their count is a power of two.
    const last = slots.length - 1;
    for (let slot = (2 * hash) & last; ; slot = (slot + 2) & last) {
      const known = slots[slot + 1] ?? 0;
      if (known === 0 || (slots[slot] === hash && this.numbered.texts[known - 1] === text)) return slot;
    }
  }

  /** Twice the slots, so that no more than half of them are taken. */
  #grow(): void {
    const before = this.numbered.slots;
    this.numbered.slots = new Uint32Array(2 * before.length);
    for (let n = 0; n < before.length; n += 2) {
      const [hash = 0, known = 0] = [before[n], before[n + 1]];
      if (known === 0) continue;
      const slot = this.#slotOf(this.numbered.texts[known - 1] ?? "", hash);
      this.numbered.slots[slot] = hash;
      this.numbered.slots[slot + 1] = known;
    }
  }
}

/** The FNV-1a hash of a text as an unsigned 32-bit integer (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}
