import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import { createQuoteFinder, type QuoteFinder } from "../quotedWords.ts";
import type { Steps } from "../steps.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import { candidatesOf, type Candidate, type CandidateRef, type TextRole } from "./entries.ts";
import { createKindReader, type Kind, type KindReader } from "./kinds.ts";
import { lexiconSteps, type Concept, type Lexicon } from "./lexicon.ts";
import { createSpeller, type Speller } from "./speller.ts";
import { wordsOf } from "./words.ts";

/** A text of an entry, reduced to concepts. */
export interface Unit {
  entry: number;
  role: TextRole;
  concepts: ReadonlySet<Concept>;
  /** The sum of the weights of its concepts, and that of their squares. */
  mass: number;
  square: number;
  /** What a phrasing asks; null for a sentence that is told. */
  kind: Kind | null;
}

export interface IndexedEntry {
  ref: CandidateRef;
  weight: number;
  people: ReadonlySet<string>;
  /** The concepts of its titles and phrasings, and those of all its texts. */
  asked: ReadonlySet<Concept>;
  all: ReadonlySet<Concept>;
  /** Who does what to whom in its texts. */
  deeds: readonly Deed[];
}

/** All that `/ask` searches, built once for a story. */
export interface AskIndex {
  readonly story: Story;
  readonly lexicon: Lexicon;
  readonly kindsOf: KindReader;
  readonly spell: Speller;
  /** Finds quotes by their words, for a question that holds some in quotation marks. */
  readonly quotes: QuoteFinder;
  readonly entries: readonly IndexedEntry[];
  readonly units: readonly Unit[];
  /** The units that hold a concept. */
  readonly unitsWith: (concept: Concept) => readonly number[];
  /** The texts of an entry. */
  readonly unitsOf: (entry: IndexedEntry) => readonly Unit[];
  /** How much a concept tells: rare ones much, one that no entry of the story holds the most. */
  readonly weightOf: (concept: Concept) => number;
  /** Whether an entry of the story holds a concept. */
  readonly isTold: (concept: Concept) => boolean;
  /** Names that most entries hold: they go without saying. */
  readonly implied: ReadonlySet<Concept>;
  /** All who do a deed in the story. */
  readonly doersOf: (act: Concept) => ReadonlySet<Concept>;
  /** What is asked or called in just these folded words; null where nothing is, or several entries are. */
  readonly phrased: (words: readonly string[]) => CandidateRef | null;
  /** In how many texts of each language a folded word stands. */
  readonly countOf: (word: string) => Readonly<Record<Language, number>>;
}

type ReadText = Pick<Unit, "role" | "kind" | "concepts"> & { deeds: Deed[] };

/** What a word of every subject weighs at most. */
const LIGHT = 1;

const NONE = { fr: 0, en: 0 };

/** A word that no entry holds weighs less than one that only one of them holds: much of how people ask is about nothing. */
const UNKNOWN = 0.75;

/** Entries that one step goes through. */
const IN_A_STEP = 32;

/** Indexes every text of a story, an entry a step: all at once it would hold up members for too long. */
export function* createAskIndex(story: Story): Steps<AskIndex> {
  const lexicon = yield* lexiconSteps(story);
  yield;
  const kindsOf = createKindReader(story);
  const occurrences = new Map<string, Record<Language, number>>();
  const candidates = candidatesOf(story);
  const read: ReadText[][] = [];
  /** Who is asked for in just these words; null where several are. */
  const owners = new Map<string, CandidateRef | null>();
  for (const { ref, texts } of candidates) {
    yield;
    read.push(
      texts.map(({ text, byline = "", language, role }) => {
        const sentence = wordsOf(text);
        const phrase = sentence.join(" ");
        // A quote is titled by its speaker, whose own page a bare name means.
        const isCalledSo = role !== "told" && !(role === "title" && ref.type === "quote");
        if (isCalledSo)
          owners.set(phrase, (owners.get(phrase) ?? ref) === ref && owners.get(phrase) !== null ? ref : null);
        const words = [...sentence, ...wordsOf(byline)];
        for (const word of new Set(words)) {
          const count = occurrences.get(word) ?? { fr: 0, en: 0 };
          count[language] += 1;
          occurrences.set(word, count);
        }
        const [kind = null] = role === "told" ? [] : kindsOf(words);
        const meanings = lexicon.meanings(words, language);
        return {
          role,
          kind,
          concepts: new Set(meanings.map(({ concept }) => concept)),
          deeds: deedsOf(sentence, meanings, lexicon.deeds),
        };
      }),
    );
  }
  yield;
  const entries: IndexedEntry[] = [];
  for (const [n, candidate] of candidates.entries()) {
    if (n % IN_A_STEP === 0) yield;
    entries.push(indexedEntry(candidate, read[n] ?? []));
  }
  yield;
  // What the story does not tell makes no word of it common.
  const told = entries.filter(({ ref }) => ref.type !== "untold");
  const weights = weightsOf(told);
  const unknown = UNKNOWN * Math.log(1 + 2 * told.length);
  const weightOf = (concept: Concept) => {
    const weight = weights.get(concept) ?? unknown;
    return lexicon.isLight(concept) ? Math.min(LIGHT, weight) : weight;
  };
  const units: Unit[] = [];
  const byEntry = new Map<IndexedEntry, Unit[]>();
  const holders = new Map<Concept, number[]>();
  for (const [entry, texts] of read.entries()) {
    if (entry % IN_A_STEP === 0) yield;
    const own = texts.map(({ role, kind, concepts }): Unit => {
      const each = [...concepts].map(weightOf);
      const mass = each.reduce((sum, weight) => sum + weight, 0);
      const square = each.reduce((sum, weight) => sum + weight ** 2, 0);
      return { entry, role, kind, concepts, mass, square };
    });
    byEntry.set(entries[entry] as IndexedEntry, own);
    units.push(...own);
  }
  for (const [n, { concepts }] of units.entries()) {
    if (n % (IN_A_STEP * IN_A_STEP) === 0) yield;
    for (const concept of concepts) {
      const list = holders.get(concept);
      if (list) list.push(n);
      else holders.set(concept, [n]);
    }
  }
  yield;
  const spell = createSpeller(new Set([...lexicon.words, ...occurrences.keys()]), lexicon.isTelling);
  yield;
  const quotes = createQuoteFinder(story);
  return {
    story,
    lexicon,
    kindsOf,
    spell,
    quotes,
    entries,
    units,
    unitsOf: (entry) => byEntry.get(entry) ?? [],
    unitsWith: (concept) => holders.get(concept) ?? [],
    weightOf,
    isTold: (concept) => weights.has(concept),
    implied: impliedNames(told),
    doersOf: doersIn(told),
    phrased: (words) => owners.get(words.join(" ")) ?? null,
    countOf: (word) => occurrences.get(word) ?? NONE,
  };
}

function indexedEntry({ ref, weight, people }: Candidate, texts: readonly ReadText[]): IndexedEntry {
  const own = people.map((id) => `@${id}`);
  const asked = texts.filter(({ role }) => role !== "told").flatMap(({ concepts }) => [...concepts]);
  return {
    ref,
    weight,
    people: new Set(people),
    asked: new Set([...asked, ...own]),
    deeds: texts.flatMap(({ deeds }) => deeds),
    all: new Set([...texts.flatMap(({ concepts }) => [...concepts]), ...own]),
  };
}

function doersIn(entries: readonly IndexedEntry[]): (act: Concept) => ReadonlySet<Concept> {
  const doers = new Map<Concept, Set<Concept>>();
  for (const { act, doers: some } of entries.flatMap(({ deeds }) => deeds)) {
    doers.set(act, new Set([...(doers.get(act) ?? []), ...some]));
  }
  return (act) => doers.get(act) ?? new Set();
}

/** From this share of the entries on, a name goes without saying. */
const MOST_ENTRIES = 0.62;

function impliedNames(entries: readonly IndexedEntry[]): Set<Concept> {
  const holders = new Map<Concept, number>();
  for (const { all } of entries) {
    for (const concept of all) {
      if (concept.startsWith("@")) holders.set(concept, (holders.get(concept) ?? 0) + 1);
    }
  }
  const names = [...holders].filter(([, count]) => count > MOST_ENTRIES * entries.length);
  return new Set(names.map(([name]) => name));
}

/** Inverse document frequency over entries; a concept that is only told counts as rarer than it is asked for. */
function weightsOf(entries: readonly IndexedEntry[]): Map<Concept, number> {
  const holders = new Map<Concept, number>();
  for (const { asked, all } of entries) {
    for (const concept of all) {
      const share = asked.has(concept) ? 1 : 0.5;
      holders.set(concept, (holders.get(concept) ?? 0) + share);
    }
  }
  return new Map([...holders].map(([concept, count]) => [concept, Math.log(1 + entries.length / count)]));
}
