import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import { createQuoteFinder, type QuoteFinder } from "../quotedWords.ts";
import type { Steps } from "../steps.ts";
import { massOf, nameOf, squareOf } from "./concepts.ts";
import { conceptWeightSteps, impliedNames, nameCountSteps } from "./conceptWeights.ts";
import type { Deed } from "./deeds.ts";
import { candidatesOf, type Candidate, type CandidateRef } from "./entries.ts";
import { boardsOf, type Boards } from "./boardSeat.ts";
import { createGrammar, type Grammar } from "./grammar.ts";
import { createKindReader, type KindReader } from "./kinds.ts";
import { lexiconSteps, type Concept, type Lexicon } from "./lexicon.ts";
import { letterSteps, type LetterIndex } from "./letters.ts";
import { protagonistOf } from "./pronoun.ts";
import { createTextReader, type ReadText } from "./readTexts.ts";
import { createSpeller, type Speller } from "./speller.ts";

/** A text of an entry, reduced to concepts. */
export interface Unit extends Omit<ReadText, "deeds" | "trigrams"> {
  entry: number;
  /** The sum of the weights of its concepts, and that of their squares. */
  mass: number;
  square: number;
}

export interface IndexedEntry {
  ref: CandidateRef;
  weight: number;
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
  readonly grammar: Grammar;
  readonly spell: Speller;
  /** Tells how alike a text is written to the ways in which people ask for an entry. */
  readonly letters: LetterIndex;
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
  /** The person of whom the story tells most; null where it tells of none. */
  readonly protagonist: Concept | null;
  /** The boards of the story, and who was on one. */
  readonly boards: Boards;
  /** All who do a deed in the story. */
  readonly doersOf: (act: Concept) => ReadonlySet<Concept>;
  /** What is asked or called in just these folded words; null where nothing is, or several entries are. */
  readonly phrased: (words: readonly string[]) => CandidateRef | null;
  /** In how many texts of each language a folded word stands. */
  readonly countOf: (word: string) => Readonly<Record<Language, number>>;
}

const NONE = { fr: 0, en: 0 };

/** Entries, or texts of them, that one step goes through. */
const ENTRIES_IN_A_STEP = 32;
const UNITS_IN_A_STEP = 1024;

/** Indexes every text of a story, an entry a step: all at once it would hold up members for too long. */
export function* askIndexSteps(story: Story): Steps<AskIndex> {
  const lexicon = yield* lexiconSteps(story);
  yield;
  const grammar = createGrammar(story);
  const kindsOf = createKindReader(story, grammar);
  const reader = createTextReader(lexicon, kindsOf, grammar);
  const read: ReadText[][] = [];
  const entries: IndexedEntry[] = [];
  for (const candidate of candidatesOf(story)) {
    yield;
    const texts = reader.read(candidate);
    read.push(texts);
    entries.push(indexedEntry(candidate, texts));
  }
  yield;
  // What the story does not tell makes no word of it common.
  const told = entries.filter(({ ref }) => ref.type !== "untold");
  const { weightOf, isTold } = yield* conceptWeightSteps(told, lexicon);
  const units: Unit[] = [];
  const byEntry = new Map<IndexedEntry, Unit[]>();
  for (const [n, entry] of entries.entries()) {
    if (n % ENTRIES_IN_A_STEP === 0) yield;
    const own = (read[n] ?? []).map((text) => unitOf(text, n, weightOf));
    byEntry.set(entry, own);
    units.push(...own);
  }
  const holders = yield* holderSteps(units);
  const letters = yield* letterSteps(read.map((texts) => texts.flatMap(({ trigrams }) => trigrams ?? [])));
  yield;
  const known = new Set([...lexicon.words, ...reader.occurrences.keys()]);
  yield;
  const spell = createSpeller(known, lexicon.isTelling);
  yield;
  const quotes = createQuoteFinder(story);
  yield;
  const nameCounts = yield* nameCountSteps(told);
  const implied = impliedNames(nameCounts, told.length);
  const doersOf = yield* doerSteps(told);
  return {
    story,
    lexicon,
    kindsOf,
    grammar,
    spell,
    letters,
    quotes,
    entries,
    units,
    unitsOf: (entry) => byEntry.get(entry) ?? [],
    unitsWith: (concept) => holders.get(concept) ?? [],
    weightOf,
    isTold,
    implied,
    protagonist: protagonistOf(nameCounts, story),
    boards: boardsOf(story, lexicon, grammar, implied),
    doersOf,
    phrased: (words) => reader.owners.get(words.join(" ")) ?? null,
    countOf: (word) => reader.occurrences.get(word) ?? NONE,
  };
}

function indexedEntry({ ref, weight, people }: Candidate, texts: readonly ReadText[]): IndexedEntry {
  const own = people.map(nameOf);
  const asked = texts.filter(({ role }) => role !== "told").flatMap(({ concepts }) => concepts);
  return {
    ref,
    weight,
    asked: new Set([...asked, ...own]),
    deeds: texts.flatMap(({ deeds }) => deeds),
    all: new Set([...texts.flatMap(({ concepts }) => concepts), ...own]),
  };
}

function unitOf(
  { role, kind, concepts, denied }: ReadText,
  entry: number,
  weightOf: AskIndex["weightOf"],
): Unit {
  const mass = massOf(concepts, weightOf);
  return { entry, role, kind, concepts, denied, mass, square: squareOf(concepts, weightOf) };
}

/** The units that hold each concept, by their place. */
function* holderSteps(units: readonly Unit[]): Steps<Map<Concept, number[]>> {
  const holders = new Map<Concept, number[]>();
  for (const [n, { concepts }] of units.entries()) {
    if (n % UNITS_IN_A_STEP === 0) yield;
    for (const concept of concepts) {
      const list = holders.get(concept);
      if (list) list.push(n);
      else holders.set(concept, [n]);
    }
  }
  return holders;
}

function* doerSteps(entries: readonly IndexedEntry[]): Steps<AskIndex["doersOf"]> {
  const doersOf = new Map<Concept, Set<Concept>>();
  for (const [n, { deeds }] of entries.entries()) {
    if (n % ENTRIES_IN_A_STEP === 0) yield;
    for (const { act, doers } of deeds) {
      const known = doersOf.getOrInsertComputed(act, () => new Set());
      for (const doer of doers) known.add(doer);
    }
  }
  return (act) => doersOf.get(act) ?? new Set();
}
