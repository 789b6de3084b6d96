import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import { createQuoteFinder, type QuoteFinder } from "../quotedWords.ts";
import type { Steps } from "../steps.ts";
import { boardsOf, type Boards } from "./boardSeat.ts";
import { askReadingSteps, type AskReading } from "./askReading.ts";
import { conceptWeightSteps, impliedNames } from "./conceptWeights.ts";
import type { CandidateRef } from "./entries.ts";
import { createGrammar, type Grammar } from "./grammar.ts";
import { indexedEntrySteps, type IndexedEntry } from "./indexedEntries.ts";
import { createKindReader, type KindReader } from "./kinds.ts";
import { createLetterIndex, type LetterIndex } from "./letters.ts";
import { createLexicon, type Concept, type Lexicon } from "./lexicon.ts";
import { Numbering } from "./numbering.ts";
import { createPhrased } from "./phrased.ts";
import { protagonistOf } from "./pronoun.ts";
import { createRoom, type SharingRoom } from "./sharedTexts.ts";
import { spellerSteps, type Speller } from "./speller.ts";
import { createStemmer } from "./stem.ts";
import { textSteps, type Texts, type Unit } from "./texts.ts";
import { createWordUse } from "./wordUse.ts";

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
  readonly texts: Texts;
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
  /** Whether a folded word stands in a text of a language. */
  readonly isUsedIn: (language: Language, word: string) => boolean;
  /**
   * Room for what texts share with a question. The one part that changes: only `bestTexts` may use it, and leaves it
   * empty before anything else runs.
   */
  readonly room: SharingRoom;
}

/** Entries that one step goes through. */
const IN_A_STEP = 32;

/**
 * Indexes what was read of a story; reads it where it was not. What is `known` belongs to the index then, which adds words
 * that members type.
 */
export function* askIndexSteps(story: Story, known?: AskReading): Steps<AskIndex> {
  const reading = known ?? (yield* askReadingSteps(story));
  yield;
  const [words, concepts] = [new Numbering(reading.words), new Numbering(reading.concepts)];
  const { dictionaries } = reading;
  const lexicon = createLexicon(story, { dictionaries, stem: createStemmer(concepts), words });
  const grammar = createGrammar(story);
  yield;
  const entries = yield* indexedEntrySteps(reading.entries, concepts);
  // What the story does not tell makes no word of it common.
  const told = {
    held: reading.entries.held,
    entries: entries.filter(({ ref }) => ref.type !== "untold"),
  };
  const { weightOf, weightAt, isTold, nameCounts } = yield* conceptWeightSteps(told, concepts, lexicon);
  const texts = yield* textSteps(reading.texts, concepts, weightAt);
  const implied = impliedNames(nameCounts, told.entries.length);
  const doersOf = yield* doerSteps(told.entries);
  const spell = yield* spellerSteps(words, lexicon.isTelling);
  yield;
  const phrased = createPhrased(reading.phrases, words);
  return {
    story,
    lexicon,
    kindsOf: createKindReader(story, grammar),
    grammar,
    spell,
    letters: createLetterIndex(reading.letters),
    quotes: createQuoteFinder(reading.quotes, story),
    entries,
    texts,
    unitsOf: ({ place }) => texts.ofEntry(place).map(texts.unit),
    weightOf,
    isTold,
    implied,
    protagonist: protagonistOf(nameCounts, story),
    boards: boardsOf(story, lexicon, grammar, implied),
    doersOf,
    phrased: (typed) => entries[phrased(typed) ?? -1]?.ref ?? null,
    isUsedIn: createWordUse(reading.use, words),
    room: createRoom(texts),
  };
}

function* doerSteps(entries: readonly IndexedEntry[]): Steps<AskIndex["doersOf"]> {
  const doersOf = new Map<Concept, Set<Concept>>();
  for (const [n, { deeds }] of entries.entries()) {
    if (n % IN_A_STEP === 0) yield;
    for (const { act, doers } of deeds) {
      const known = doersOf.getOrInsertComputed(act, () => new Set());
      for (const doer of doers) known.add(doer);
    }
  }
  return (act) => doersOf.get(act) ?? new Set();
}
