import type { Language } from "../../story/schema.ts";
import type { Story } from "../../story/story.ts";
import { quoteFinderSteps, type QuoteFinder } from "../quotedWords.ts";
import type { Steps } from "../steps.ts";
import { boardsOf, type Boards } from "./boardSeat.ts";
import { conceptWeightSteps, impliedNames, nameCountSteps } from "./conceptWeights.ts";
import { candidatesOf, type CandidateRef } from "./entries.ts";
import { createGrammar, type Grammar } from "./grammar.ts";
import { EntryCollector, type IndexedEntry } from "./indexedEntries.ts";
import { createKindReader, type KindReader } from "./kinds.ts";
import { LetterCollector, type LetterIndex } from "./letters.ts";
import { lexiconSteps, type Concept, type Lexicon } from "./lexicon.ts";
import { Numbering } from "./numbering.ts";
import { PhraseCollector } from "./phrased.ts";
import { protagonistOf } from "./pronoun.ts";
import { createTextReader, type ReadText } from "./readTexts.ts";
import { createRoom, type SharingRoom } from "./sharedTexts.ts";
import { spellerSteps, type Speller } from "./speller.ts";
import { TextCollector, type Texts, type Unit } from "./texts.ts";
import { WordUse } from "./wordUse.ts";

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

/** Entries, or texts of one, that one step goes through. */
const ENTRIES_IN_A_STEP = 32;
const TEXTS_IN_A_STEP = 16;

/** Indexes every text of a story, a few at a step: all at once it would hold up members for too long. */
export function* askIndexSteps(story: Story): Steps<AskIndex> {
  const words = new Numbering();
  const concepts = new Numbering();
  const lexicon = yield* lexiconSteps(story, words, concepts);
  yield;
  const grammar = createGrammar(story);
  const kindsOf = createKindReader(story, grammar);
  const read = createTextReader({ lexicon, kindsOf, grammar, words, concepts });
  const collected = {
    entries: new EntryCollector(concepts),
    texts: new TextCollector(concepts),
    letters: new LetterCollector(),
    phrases: new PhraseCollector(words),
  };
  const use = new WordUse(words);
  for (const candidate of candidatesOf(story)) {
    const texts: ReadText[] = [];
    for (const [n, text] of candidate.texts.entries()) {
      if (n % TEXTS_IN_A_STEP === 0) yield;
      texts.push(read(text));
    }
    use.add(texts);
    const asking = texts.filter(({ role }) => role !== "told");
    // A quote is titled by its speaker, whose own page a bare name means.
    const phrases = candidate.ref.type === "quote" ? asking.filter(({ role }) => role === "asked") : asking;
    collected.entries.add(candidate, texts);
    collected.texts.add(texts);
    collected.letters.add(asking.map((text) => text.words));
    collected.phrases.add(phrases.map(({ numbers, words: own }) => numbers.slice(0, own.length)));
  }
  yield;
  const { entries, held } = yield* collected.entries.collectedSteps();
  // What the story does not tell makes no word of it common.
  const told = { held, entries: entries.filter(({ ref }) => ref.type !== "untold") };
  const { weightOf, weightAt, isTold } = yield* conceptWeightSteps(told, concepts, lexicon);
  const texts = yield* collected.texts.collectedSteps(weightAt);
  const letters = yield* collected.letters.collectedSteps();
  const phrased = yield* collected.phrases.collectedSteps();
  const nameCounts = yield* nameCountSteps(told, concepts);
  const implied = impliedNames(nameCounts, told.entries.length);
  const doersOf = yield* doerSteps(told.entries);
  const quotes = yield* quoteFinderSteps(story);
  const spell = yield* spellerSteps(words, lexicon.isTelling);
  yield;
  return {
    story,
    lexicon,
    kindsOf,
    grammar,
    spell,
    letters,
    quotes,
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
    isUsedIn: (language, word) => use.isIn(language, word),
    room: createRoom(texts),
  };
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
