import type { Story } from "../../story/story.ts";
import { quoteWordingsSteps, type QuoteWordings } from "../quoteWordings.ts";
import type { Steps } from "../steps.ts";
import { dictionariesSteps, type Dictionaries } from "./dictionary.ts";
import { candidatesOf } from "./entries.ts";
import { createGrammar } from "./grammar.ts";
import { EntryCollector, type CollectedEntries } from "./indexedEntries.ts";
import { createKindReader } from "./kinds.ts";
import { LetterCollector, type CollectedLetters } from "./letters.ts";
import { createLexicon } from "./lexicon.ts";
import { Numbering, type Numbered } from "./numbering.ts";
import { PhraseCollector, type CollectedPhrases } from "./phrased.ts";
import { createTextReader, type ReadText } from "./readTexts.ts";
import { createStemmer } from "./stem.ts";
import { TextCollector, type CollectedTexts } from "./texts.ts";
import { UseCollector, type CollectedUse } from "./wordUse.ts";

/**
 * What is read of the words and texts of a story, as plain data: it can be kept in a file. Reading them takes nearly all of
 * the time in which `/ask` is indexed.
 */
export interface AskReading {
  readonly words: Numbered;
  readonly concepts: Numbered;
  readonly dictionaries: Dictionaries;
  readonly entries: CollectedEntries;
  readonly texts: CollectedTexts;
  readonly letters: CollectedLetters;
  readonly phrases: CollectedPhrases;
  readonly use: CollectedUse;
  readonly quotes: readonly QuoteWordings[];
}

/** Texts of an entry that one step reads. */
const TEXTS_IN_A_STEP = 16;

/** Reads every text of a story, a few at a step: all at once it would hold up members for too long. */
export function* askReadingSteps(story: Story): Steps<AskReading> {
  const words = new Numbering();
  const concepts = new Numbering();
  const stem = createStemmer(concepts);
  const dictionaries = yield* dictionariesSteps(story, {
    stem: (word) => stem(word, words.find(word)),
    words,
    concepts,
  });
  yield;
  const lexicon = createLexicon(story, { dictionaries, stem, words });
  const grammar = createGrammar(story);
  const kindsOf = createKindReader(story, grammar);
  const read = createTextReader({ lexicon, kindsOf, grammar, words, concepts });
  const [entries, texts] = [new EntryCollector(concepts), new TextCollector(concepts)];
  const [letters, phrases, use] = [new LetterCollector(), new PhraseCollector(), new UseCollector()];
  for (const candidate of candidatesOf(story)) {
    const own: ReadText[] = [];
    for (const [n, text] of candidate.texts.entries()) {
      if (n % TEXTS_IN_A_STEP === 0) yield;
      own.push(read(text));
    }
    const asking = own.filter(({ role }) => role !== "told");
    // A quote is titled by its speaker, whose own page a bare name means.
    const meant = candidate.ref.type === "quote" ? asking.filter(({ role }) => role === "asked") : asking;
    entries.add(candidate, own);
    texts.add(own);
    letters.add(asking.map((text) => text.words));
    phrases.add(meant.map((text) => text.numbers.slice(0, text.words.length)));
    use.add(own);
  }
  yield;
  return {
    dictionaries,
    entries: entries.collected(),
    texts: yield* texts.collectedSteps(),
    letters: yield* letters.collectedSteps(),
    phrases: yield* phrases.collectedSteps(),
    use: use.collected(),
    quotes: yield* quoteWordingsSteps(story),
    words: words.numbered,
    concepts: concepts.numbered,
  };
}
