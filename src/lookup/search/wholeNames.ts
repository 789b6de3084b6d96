import { fold } from "../../story/fold.ts";
import type { Steps } from "../steps.ts";
import { tellingWords } from "../stopWords.ts";
import type { EntryTexts } from "./entryWords.ts";
import { firstAtLeast } from "./lists.ts";
import type { Called } from "./searchable.ts";
import { hashOf, type WordTable } from "./wordTable.ts";

/** Finds entries by a whole name or a whole way to ask for them. */
interface WholeNames {
  /**
   * The entries that are called so, by their positions; those that are asked for so come after them. Takes a folded
   * text, and its words that tell something.
   */
  named(folded: string, telling: readonly string[]): number[];
}

/** Hashes of folded names in ascending order, and beside each the position of the entry that is called so. */
export interface NameKeys {
  readonly hashes: Uint32Array;
  readonly holders: Uint32Array;
}

/** Collects the names of entries, one entry after the other. */
export interface NameCollector {
  /** The texts hold the names and phrases of the entry. Throws a RangeError after two million entries. */
  add(id: string, texts: EntryTexts): void;
  /** Nothing can be added any more. */
  collectedSteps(): Steps<NameKeys>;
}

/** A hash of 32 bits times this, and a position added, is exact in a double. */
const MOST_ENTRIES = 2 ** 21;

/**
 * Collects names whose words are in a table. Of each folded name only a hash is kept, since as texts they would be
 * most of what a search takes: an entry with the hash of what is typed is read again and compared in full.
 */
export function collectNames(table: WordTable): NameCollector {
  const keys: number[] = [];
  let entries = 0;
  return {
    add(id, { texts, ...counts }) {
      const entry = entries++;
      if (entry >= MOST_ENTRIES) throw new RangeError(`more than ${MOST_ENTRIES} entries`);
      const addKey = (hash: number) => keys.push(hash * MOST_ENTRIES + entry);
      addKey(hashOf(id));
      for (let text = 0; text < counts.names + counts.asked; text += 1) {
        const [whole, telling] = [table.hashOf(texts, text), table.hashOfTelling(texts, text)];
        addKey(whole);
        if (telling !== whole) addKey(telling);
      }
    },
    *collectedSteps() {
      return yield* partedSteps(yield* sortedSteps(keys));
    },
  };
}

/** Parts of the keys that are sorted one after the other, and keys that one step looks at. */
const PARTS = 256;
const IN_A_STEP = 8192;

/** The keys in ascending order: first each within its part of all keys, then each part in itself. */
function* sortedSteps(keys: readonly number[]): Steps<Float64Array> {
  const partOf = (key: number) => Math.floor((key / MOST_ENTRIES) * (PARTS / 2 ** 32));
  const bounds = new Uint32Array(PARTS + 1);
  for (let n = 0; n < keys.length; n += 1) {
    if (n % IN_A_STEP === 0) yield;
    const part = partOf(keys[n] ?? 0);
    bounds[part] = (bounds[part] ?? 0) + 1;
  }
  for (let part = 1; part <= PARTS; part += 1) bounds[part] = (bounds[part] ?? 0) + (bounds[part - 1] ?? 0);
  const sorted = new Float64Array(keys.length);
  // Each part is filled from its end to its start, so that its bound is where it begins afterwards.
  for (let n = 0; n < keys.length; n += 1) {
    if (n % IN_A_STEP === 0) yield;
    const key = keys[n] ?? 0;
    const part = partOf(key);
    const at = (bounds[part] ?? 0) - 1;
    bounds[part] = at;
    sorted[at] = key;
  }
  for (let part = 0; part < PARTS; part += 1) {
    yield;
    sorted.subarray(bounds[part], bounds[part + 1]).sort();
  }
  return sorted;
}

/** `keys` ascend. */
function* partedSteps(keys: Float64Array): Steps<NameKeys> {
  const hashes = new Uint32Array(keys.length);
  const holders = new Uint32Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) {
    if (n % IN_A_STEP === 0) yield;
    hashes[n] = (keys[n] ?? 0) / MOST_ENTRIES;
    holders[n] = (keys[n] ?? 0) % MOST_ENTRIES;
  }
  return { hashes, holders };
}

/** Searches names by their keys; `calledAt` tells what the entry at a position is called. */
export function createWholeNames(
  { hashes, holders }: NameKeys,
  calledAt: (entry: number) => Called,
): WholeNames {
  /** The entries that may be called so, and hardly any others. */
  const likely = (key: string): number[] => {
    const hash = hashOf(key);
    const found: number[] = [];
    for (let n = firstAtLeast(hashes, hash, 0, hashes.length); hashes[n] === hash; n += 1) {
      const holder = holders[n] ?? 0;
      // The keys of an entry stand together.
      if (found.at(-1) !== holder) found.push(holder);
    }
    return found;
  };
  const called = (key: string): number[] =>
    likely(key)
      .map((entry) => ({ entry, way: wayOf(key, calledAt(entry)) }))
      .filter(({ way }) => way >= 0)
      .toSorted((a, b) => a.way - b.way)
      .map(({ entry }) => entry);
  return {
    named(folded, telling) {
      const [whole, withoutLittle] = [joined(folded), telling.join("")];
      if (whole === "") return [];
      const found = called(whole);
      return whole === withoutLittle ? found : [...new Set([...found, ...called(withoutLittle)])];
    },
  };
}

/** How an entry is called so: 0 by name, 1 as asked for, 2 and 3 the same but for little words; -1 not at all. */
function wayOf(key: string, { id, names, spellings = [], asked }: Called): number {
  if (key === joined(fold(id))) return 0;
  for (const [n, keyOf] of KEYS.entries()) {
    const isSo = (text: string) => keyOf(fold(text)) === key;
    if (names.some(isSo)) return 2 * n;
    if (spellings.some(isSo) || asked.some(isSo)) return 2 * n + 1;
  }
  return -1;
}

/** Spaces make no difference: "open ai" is OpenAI. */
function joined(folded: string): string {
  return folded.replaceAll(" ", "");
}

/** Nor do little words: "la lettre" is "lettre". */
function joinedTelling(folded: string): string {
  return tellingWords(folded).join("");
}

const KEYS = [joined, joinedTelling];
