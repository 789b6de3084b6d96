import { fold } from "../../story/fold.ts";
import type { Language } from "../../story/schema.ts";
import type { Calendar, DayQuestion } from "../days.ts";
import type { MissingDate } from "../missingDate.ts";
import type { AskIndex } from "./askIndex.ts";
import { conceptsOf, idOf, isName } from "./concepts.ts";
import { corrected } from "./corrected.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import { findDays } from "./findDay.ts";
import type { Kind } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { deniedByQuestion } from "./negation.ts";
import { partQuoted } from "./quotation.ts";
import { languageOf } from "./languageOf.ts";
import { SAY, speechIn, UTTERING, type Speech } from "./speech.ts";
import { areWhether } from "./whether.ts";
import { LONGEST_QUESTION, wordsOf } from "./words.ts";

/** A question as the look-up understands it. */
export interface Question {
  /** Its words, as they were meant, those in quotation marks last. */
  words: readonly string[];
  /** Its language where that is clear, else null. */
  language: Language | null;
  /** What it wants to know, the most telling first. */
  kinds: readonly Kind[];
  day: DayQuestion | null;
  /** A date that it names and no calendar has. */
  missingDate: MissingDate | null;
  /** What it is about, each once, in order. */
  concepts: readonly Concept[];
  /** The people and organisations that it names, in order. */
  names: readonly string[];
  /** What somebody did to somebody, as far as it says or asks that. */
  deeds: readonly Deed[];
  /** What it asks the opposite of: "who did not sign?" */
  denied: readonly Concept[];
  /** The words that name its day, which an entry may hold or not: "why does the podcast say Saturday?" */
  dayConcepts: readonly Concept[];
  /** Whether it asks by yes or no. */
  asksWhether: boolean;
  /** Words in quotation marks whose speaker is asked for: 'who said "…"', 'did he say "…"'; else null. */
  wordsOfWhom: string | null;
  /** Whose words it is for, "what did Nadella say about Altman"; null where it asks for nobody's. */
  speech: Speech | null;
}

/**
 * Reads a question: spelling, language, kinds, days, and what it is about. `usual` is the language in which
 * it is read when its own is not clear.
 */
export function understand(text: string, usual: Language, index: AskIndex, calendar: Calendar): Question {
  const typed = text.slice(0, LONGEST_QUESTION);
  const parted = partQuoted(typed);
  // What is all quotation is a question in quotation marks.
  const { own, quoted } = wordsOf(parted.own).length > 0 ? parted : { own: typed, quoted: "" };
  const words = corrected(wordsOf(own), index);
  const { day, naming, missing, rest } = findDays(words, calendar);
  const kinds = index.kindsOf(words);
  const language = languageOf(words, own, index);
  const read = language ?? usual;
  const meaningsOf = (some: readonly string[], reading = read) =>
    index.lexicon.meanings(some, reading, (word) => !index.isUsedIn(reading, word));
  const meanings = meaningsOf(rest);
  const dayConcepts = conceptsOf(meaningsOf(naming));
  const asksWhether = kinds.length === 0 && areWhether(words, index.grammar);
  const said = wordsOf(quoted);
  const speech = kinds[0] === "quote" ? speechIn(rest, meanings) : null;
  const unsaid = withoutSaying(conceptsOf(meanings), kinds, said.length > 0);
  // Of "Altman a dit quoi sur Microsoft" the "quoi" only asks.
  const ownConcepts = speech?.subject ? unsaid.filter((concept) => !index.lexicon.isLight(concept)) : unsaid;
  const all = [
    ...new Set([...ownConcepts, ...conceptsOf(meaningsOf(said, languageOf(said, quoted, index) ?? read))]),
  ];
  // "And the next day?" has nothing to go on.
  const others = all.every((concept) => concept === NEXT_DAY) ? [] : all;
  // "Why on a Friday?" is about Friday itself, "what happened on Friday?" about what happened.
  const isOfDay = others.every(index.lexicon.isLight) && !asksWhatHappened(kinds);
  const concepts = isOfDay ? [...dayConcepts, ...others] : others;
  return {
    words: [...words, ...said],
    language,
    kinds,
    day,
    missingDate: missing,
    concepts,
    names: concepts.filter(isName).map(idOf),
    deeds: deedsOf(rest, meanings, index.lexicon.deeds),
    denied: deniedByQuestion(rest, meanings, index.grammar, index.lexicon),
    dayConcepts,
    asksWhether,
    wordsOfWhom: said.length > 0 && asksForSpeaker(ownConcepts, kinds, asksWhether) ? fold(quoted) : null,
    speech,
  };
}

/** The group of words.json for the day after something, which means nothing without it. */
const NEXT_DAY: Concept = "day-after";

/** "What did he say" asks for his words, not for an entry that speaks of saying. */
function withoutSaying(concepts: Concept[], [kind]: readonly Kind[], hasQuotation: boolean): Concept[] {
  if (hasQuotation) return concepts.filter((concept) => !UTTERING.has(concept));
  const others = concepts.filter((concept) => concept !== SAY);
  return kind === "quote" && others.length > 0 ? others : concepts;
}

/** 'Who said "…"', or 'did Altman say "…"': nothing but a name stands beside the words. */
function asksForSpeaker(
  own: readonly Concept[],
  [kind, ...others]: readonly Kind[],
  asksWhether: boolean,
): boolean {
  if (kind === "quote" || asksWhether) return own.every(isName);
  // "What is 'The OpenAI Files', and who wrote it" asks for no speaker.
  return own.length === 0 && !others.includes("what") && (kind === "who" || kind === "source");
}

function asksWhatHappened([kind]: readonly Kind[]): boolean {
  return kind === undefined || kind === "happened" || kind === "what" || kind === "when";
}
