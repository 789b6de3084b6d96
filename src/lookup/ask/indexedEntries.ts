import type { Lists } from "../search/lists.ts";
import type { Steps } from "../steps.ts";
import { nameOf } from "./concepts.ts";
import type { Deed } from "./deeds.ts";
import type { Candidate, CandidateRef } from "./entries.ts";
import { Growing } from "../search/growing.ts";
import type { Concept } from "./lexicon.ts";
import type { Numbering } from "./numbering.ts";
import type { ReadText } from "./readTexts.ts";

/** An entry that may answer, or a subject that is known not to be told. */
export interface IndexedEntry {
  readonly ref: CandidateRef;
  readonly weight: number;
  /** Who does what to whom in its texts. */
  readonly deeds: readonly Deed[];
  /** Its place among the entries. */
  readonly place: number;
  /** Whether it holds a concept in any of its texts, or is about whom that names; and in its titles and phrasings alone. */
  holds(concept: Concept): boolean;
  isAskedWith(concept: Concept): boolean;
}

/** For each entry its concepts, those of its titles and phrasings first. */
export interface EntryConcepts extends Lists {
  /** For each entry the place behind those. */
  readonly asked: Uint32Array;
}

/** Entries that were read, as plain data: it can be kept in a file. */
export interface CollectedEntries {
  readonly read: readonly ReadEntry[];
  readonly held: EntryConcepts;
}

/** What is known of an entry when its texts are read. */
type ReadEntry = Pick<IndexedEntry, "ref" | "weight" | "deeds">;

/** Entries that one step goes through. */
const IN_A_STEP = 1024;

/** Collects entries, one after the other. */
export class EntryCollector {
  readonly #concepts: Numbering;
  readonly #read: ReadEntry[] = [];
  readonly #starts = new Growing(new Uint32Array(1024));
  readonly #asked = new Growing(new Uint32Array(1024));
  readonly #numbers = new Growing(new Uint32Array(1024));

  /** `concepts` gives each concept its number. */
  constructor(concepts: Numbering) {
    this.#concepts = concepts;
  }

  /** Adds an entry with its texts. */
  add({ ref, weight, people }: Candidate, texts: readonly ReadText[]): void {
    const asked = new Set(people.map((id) => this.#concepts.add(nameOf(id))));
    const told = new Set<number>();
    for (const { role, concepts } of texts)
      for (const concept of concepts) (role === "told" ? told : asked).add(concept);
    this.#starts.push(this.#numbers.length);
    for (const concept of asked) this.#numbers.push(concept);
    this.#asked.push(this.#numbers.length);
    for (const concept of told.difference(asked)) this.#numbers.push(concept);
    this.#read.push({ ref, weight, deeds: telling(texts.flatMap(({ deeds }) => deeds)) });
  }

  /** Nothing can be added any more. */
  collected(): CollectedEntries {
    this.#starts.push(this.#numbers.length);
    return {
      read: this.#read,
      held: {
        starts: this.#starts.finished(),
        asked: this.#asked.finished(),
        numbers: this.#numbers.finished(),
      },
    };
  }
}

/** The entries that were collected; `concepts` gives each concept its number. */
export function* indexedEntrySteps(
  { read, held }: CollectedEntries,
  concepts: Numbering,
): Steps<IndexedEntry[]> {
  const entries: IndexedEntry[] = [];
  for (const [place, one] of read.entries()) {
    if (place % IN_A_STEP === 0) yield;
    entries.push(new Entry(one, place, held, concepts));
  }
  return entries;
}

/** A class, so that of many entries each holds no functions of its own. */
class Entry implements IndexedEntry {
  readonly ref: CandidateRef;
  readonly weight: number;
  readonly deeds: readonly Deed[];
  readonly place: number;
  readonly #held: EntryConcepts;
  readonly #concepts: Numbering;

  constructor({ ref, weight, deeds }: ReadEntry, place: number, held: EntryConcepts, concepts: Numbering) {
    this.ref = ref;
    this.weight = weight;
    this.deeds = deeds;
    this.place = place;
    this.#held = held;
    this.#concepts = concepts;
  }

  holds(concept: Concept): boolean {
    return this.#isBefore(this.#held.starts[this.place + 1] ?? 0, concept);
  }

  isAskedWith(concept: Concept): boolean {
    return this.#isBefore(this.#held.asked[this.place] ?? 0, concept);
  }

  #isBefore(end: number, concept: Concept): boolean {
    const { starts, numbers } = this.#held;
    const number = this.#concepts.find(concept);
    if (number === undefined) return false;
    for (let n = starts[this.place] ?? 0; n < end; n += 1) if (numbers[n] === number) return true;
    return false;
  }
}

const NO_DEEDS: readonly Deed[] = [];

/** Deeds that are told of somebody, each once: many ways to ask tell the same. */
function telling(deeds: readonly Deed[]): readonly Deed[] {
  const own = deeds.filter(({ doers, others }) => doers.length + others.length > 0);
  if (own.length === 0) return NO_DEEDS;
  return [...new Map(own.map((deed) => [JSON.stringify(deed), deed])).values()];
}
