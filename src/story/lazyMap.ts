/** A map whose values are made when they are first asked for, and then kept; its keys keep their order. */
export class LazyMap<Value extends object> implements ReadonlyMap<string, Value> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #make: (place: number) => Value;
  readonly #made: (Value | undefined)[] = [];

  /** `make` makes the value of the key at a place. */
  constructor(keys: readonly string[], make: (place: number) => Value) {
    this.#places = new Map(keys.map((key, place) => [key, place]));
    this.#make = make;
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.at(place);
  }

  /** The value of the key at a place, from 0 on. */
  at(place: number): Value {
    return (this.#made[place] ??= this.#make(place));
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): MapIterator<Value> {
    for (const place of this.#places.values()) yield this.at(place);
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [key, place] of this.#places) yield [key, this.at(place)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(work: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) work(value, key, this);
  }
}
