import type { Lists } from "../search/lists.ts";
import type { Steps } from "../steps.ts";
import type { TextRole } from "./entries.ts";
import { Growing } from "../search/growing.ts";
import { inverseSteps } from "../search/inverse.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import type { Numbering } from "./numbering.ts";
import type { ReadText } from "./readTexts.ts";

/** A text of an entry, reduced to concepts. */
export interface Unit extends Pick<ReadText, "role" | "kind"> {
  entry: number;
  /** Each once. */
  concepts: readonly Concept[];
  /** What it denies. */
  denied: readonly Concept[];
  /** The sum of the weights of its concepts. */
  mass: number;
}

/**
 * The texts of all entries by their numbers, in the order of the entries, reduced to the numbers of their concepts. They
 * are kept in typed arrays, since as objects they would take ten times as much.
 */
export interface Texts {
  readonly length: number;
  /** The texts of an entry. */
  readonly ofEntry: (entry: number) => number[];
  readonly entryOf: (text: number) => number;
  readonly roleOf: (text: number) => TextRole;
  readonly kindOf: (text: number) => Kind | null;
  /** The sum of the weights of its concepts. */
  readonly massOf: (text: number) => number;
  /** Whether it holds a concept, by its number. */
  readonly holds: (text: number, concept: number) => boolean;
  /** All of a text. */
  readonly unit: (text: number) => Unit;
  /** The number of a concept; undefined where no text can hold it. */
  readonly numberOf: (concept: Concept) => number | undefined;
  /** For each concept the texts that hold it. */
  readonly holders: Lists;
}

const ROLES: readonly TextRole[] = ["title", "asked", "told"];
const NO_KIND = KINDS.length;

/** Texts that one step goes through. */
const IN_A_STEP = 4096;

/** Texts that were read, as plain data: it can be kept in a file. */
export interface CollectedTexts {
  /** The first text of each entry, and the end of the last one. */
  readonly firsts: Uint32Array;
  /** By text its entry, and its role and kind in one. */
  readonly entries: Uint32Array;
  readonly forms: Uint8Array;
  /** For each text its concepts, and beside each whether that text denies it. */
  readonly lists: Lists;
  readonly denied: Uint8Array;
  /** For each concept the texts that hold it. */
  readonly holders: Lists;
}

/** Collects the texts of entries, one entry after the other. */
export class TextCollector {
  readonly #concepts: Numbering;
  readonly #firsts = new Growing(new Uint32Array(1024));
  readonly #entries = new Growing(new Uint32Array(1024));
  /** By text its role and kind in one. */
  readonly #forms = new Growing(new Uint8Array(1024));
  readonly #starts = new Growing(new Uint32Array(1024));
  readonly #numbers = new Growing(new Uint32Array(1024));
  /** Beside each concept of a text whether that denies it. */
  readonly #denied = new Growing(new Uint8Array(1024));

  /** `concepts` gives each concept its number. */
  constructor(concepts: Numbering) {
    this.#concepts = concepts;
  }

  /** Adds the texts of the next entry. */
  add(texts: readonly ReadText[]): void {
    const entry = this.#firsts.length;
    this.#firsts.push(this.#entries.length);
    for (const { role, kind, concepts, denied } of texts) {
      this.#entries.push(entry);
      this.#forms.push(ROLES.indexOf(role) * (NO_KIND + 1) + (kind === null ? NO_KIND : KINDS.indexOf(kind)));
      this.#starts.push(this.#numbers.length);
      for (const concept of concepts) {
        this.#numbers.push(concept);
        this.#denied.push(Number(denied.includes(concept)));
      }
    }
  }

  /** Nothing can be added any more. */
  *collectedSteps(): Steps<CollectedTexts> {
    this.#firsts.push(this.#entries.length);
    this.#starts.push(this.#numbers.length);
    const lists = { starts: this.#starts.finished(), numbers: this.#numbers.finished() };
    return {
      firsts: this.#firsts.finished(),
      entries: this.#entries.finished(),
      forms: this.#forms.finished(),
      lists,
      denied: this.#denied.finished(),
      holders: yield* inverseSteps(lists, this.#concepts.texts.length),
    };
  }
}

/** For each text the sum of what its concepts tell. */
function* massSteps({ starts, numbers }: Lists, weightOf: (concept: number) => number): Steps<Float64Array> {
  const masses = new Float64Array(starts.length - 1);
  for (let text = 0; text < masses.length; text += 1) {
    if (text % IN_A_STEP === 0) yield;
    let mass = 0;
    for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1) mass += weightOf(numbers[n] ?? 0);
    masses[text] = mass;
  }
  return masses;
}

/**
 * The texts that were collected. `concepts` gives each concept its number, `weightOf` tells how much one tells, by its
 * number.
 */
export function* textSteps(
  collected: CollectedTexts,
  concepts: Numbering,
  weightOf: (concept: number) => number,
): Steps<Texts> {
  const { firsts, entries, forms, lists, denied, holders } = collected;
  const masses = yield* massSteps(lists, weightOf);
  /** Concepts that texts can hold: the stems of what members ask get numbers later. */
  const count = holders.starts.length - 1;
  const { starts, numbers } = lists;
  const roleOf = (text: number) => ROLES[Math.floor((forms[text] ?? 0) / (NO_KIND + 1))] ?? "told";
  const kindOf = (text: number) => KINDS[(forms[text] ?? 0) % (NO_KIND + 1)] ?? null;
  const conceptsAt = (text: number, isMeant: (place: number) => boolean) => {
    const own: Concept[] = [];
    for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1)
      if (isMeant(n)) own.push(concepts.texts[numbers[n] ?? 0] ?? "");
    return own;
  };
  return {
    length: entries.length,
    ofEntry(entry) {
      const own: number[] = [];
      for (let text = firsts[entry] ?? 0; text < (firsts[entry + 1] ?? 0); text += 1) own.push(text);
      return own;
    },
    entryOf: (text) => entries[text] ?? 0,
    roleOf,
    kindOf,
    massOf: (text) => masses[text] ?? 0,
    holds(text, concept) {
      const end = starts[text + 1] ?? 0;
      for (let n = starts[text] ?? 0; n < end; n += 1) if (numbers[n] === concept) return true;
      return false;
    },
    unit: (text) => ({
      entry: entries[text] ?? 0,
      role: roleOf(text),
      kind: kindOf(text),
      concepts: conceptsAt(text, () => true),
      denied: conceptsAt(text, (place) => denied[place] === 1),
      mass: masses[text] ?? 0,
    }),
    numberOf: (concept) => {
      const number = concepts.find(concept) ?? count;
      return number < count ? number : undefined;
    },
    holders,
  };
}
