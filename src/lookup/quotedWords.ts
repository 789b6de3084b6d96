import { distance } from "fastest-levenshtein";
import { fold } from "../story/fold.ts";
import { entry, type Quote, type Story } from "../story/story.ts";
import { SENTENCE_END, type QuoteWordings, type Wording } from "./quoteWordings.ts";
import { CONJUNCTION } from "./statements.ts";

/** Words that a message puts in quotation marks, and what stands around them. */
export interface QuotedWords {
  /** Folded. */
  words: string;
  /** The text of the same statement shortly before and after, in which a speaker may be named. */
  around: string;
}

/** How far a speaker may stand from his words, in characters. */
const BEFORE = 80;
const AFTER = 60;

/** « », “ ”, „ “, " ", and lines quoted as Discord does. */
const QUOTED = /«([^»]+)»|[“„]([^”“]+)[”“]|"([^"]+)"|^> ?(.+)$/gmu;

/** The words in quotation marks of a message, in order. */
export function quotedWords(message: string): QuotedWords[] {
  return [...message.matchAll(QUOTED)].flatMap((match) => {
    const words = fold(match.slice(1).find((group) => group !== undefined) ?? "");
    const end = match.index + match[0].length;
    const before = message
      .slice(Math.max(0, match.index - BEFORE), match.index)
      .split(SENTENCE_END)
      .at(-1);
    const after = message.slice(end, end + AFTER).split(SENTENCE_END)[0];
    // "Altman said “…” and Brockman left" gives the words to Altman.
    const around =
      `${before?.trim()} … ${after?.trim()}`.split(CONJUNCTION).find((part) => part.includes("…")) ?? "";
    return words === "" ? [] : [{ words, around }];
  });
}

/** Verbs and marks by which a sentence gives words to somebody, in French and English. */
const GIVES_WORDS =
  /:|[—–-]|\b(?:dit|dixit|disait|écri|déclar|affirm|lanc|répond|selon|d[’']après|promet|annonc|tweet|post|said|says|wrote|told|according|claim|quot)/iu;

/** Whether the text around words gives them to somebody, rather than merely naming people. */
export function givesWords(around: string): boolean {
  return GIVES_WORDS.test(around);
}

/** A quote whose words are found. */
export interface LikeQuote {
  quote: Quote;
  /** Whether the words are near to the quote's or a translation of them, rather than its own or a part of them. */
  near: boolean;
  /** 1 for the very words, less the less of them there is: 0 to 1. */
  fit: number;
}

/** Finds the quotes of a story by their words, in any of its languages. */
export interface QuoteFinder {
  /**
   * The quotes that words in quotation marks are, or are part of, or come near to; best first. Takes them folded, and
   * to whom of the story they are given.
   */
  like(words: string, givenTo?: readonly string[]): LikeQuote[];
  /** The one quote that holds some words, however few, as they are asked for; null where several do. Takes them folded. */
  holding(words: string): Quote | null;
  /** The quotes that a text holds whole, without quotation marks. Takes it folded. */
  within(text: string): LikeQuote[];
}

/** Fewer words in quotation marks may be anybody's, unless they are most of a quote. */
const FEWEST_OF_A_QUOTE = 5;
/** So long, in characters, a whole clause of a quote tells: "Surprises are bad", but not "at this point". */
const TELLING_CLAUSE = 16;
/** Fewer words without quotation marks may be anybody's. */
const FEWEST_UNMARKED = 4;
/** Whoever asks who said some words means a quote by them, but hardly by one word. */
const FEWEST_ASKED_FOR = 2;
/** How alike words are that somebody quotes from memory, and how long they must be to tell: 0 to 1, characters. */
const ALIKE = 0.8;
const LONG_ENOUGH = 20;

/** So many words are enough of a quote where they are given to its speaker. */
const FEWEST_OF_ITS_SPEAKER = 3;
/** How much of some words must begin a quote of the speaker to whom they are given to be near to it. */
const BEGINS = 0.5;

/** A shorter end of a quote may be anybody's even where the words are given to somebody: "quit". */
const FEWEST_OF_AN_END = 2;

/** Finds the quotes of a story by all their wordings. */
export function createQuoteFinder(wordings: readonly QuoteWordings[], { quotes }: Story): QuoteFinder {
  const quoteOf = ({ id }: QuoteWordings) => entry(quotes, id);
  return {
    like: (words, givenTo = []) =>
      wordings
        .flatMap((one): LikeQuote[] => {
          const { speaker, worded, sentences } = one;
          const isOfSpeaker = givenTo.includes(speaker);
          const given = { areGiven: givenTo.length > 0, isOfSpeaker };
          const shares = worded.map((wording) => shareOf(words, given, wording));
          const own = Math.max(...shares);
          if (own > 0) return [{ quote: quoteOf(one), near: shares[0] === 0, fit: own }];
          const forms = [...worded.map(({ form }) => form), ...sentences];
          const near = Math.max(...forms.map((form) => likeness(words, form)));
          if (near >= ALIKE) return [{ quote: quoteOf(one), near: true, fit: near * ALIKE }];
          const begun = isOfSpeaker ? Math.max(...forms.map((form) => shareBegun(words, form))) : 0;
          return begun >= BEGINS ? [{ quote: quoteOf(one), near: true, fit: begun * ALIKE ** 2 }] : [];
        })
        .toSorted((a, b) => b.fit - a.fit),
    holding(words) {
      if (countOf(words) < FEWEST_ASKED_FOR) return null;
      const [held, another] = wordings.filter(({ worded }) => worded.some(({ form }) => holds(form, words)));
      return held && !another ? quoteOf(held) : null;
    },
    within: (text) =>
      wordings
        .filter(({ worded }) =>
          worded.some(({ form }) => countOf(form) >= FEWEST_UNMARKED && holds(text, form)),
        )
        .map((one) => ({ quote: quoteOf(one), near: !holds(text, one.worded[0]?.form ?? ""), fit: 1 })),
  };
}

/** How much of a quote some words are: 1 for all of it, 0 for nothing that could be told from other words. */
function shareOf(
  words: string,
  { areGiven, isOfSpeaker }: { areGiven: boolean; isOfSpeaker: boolean },
  { form, clauses }: Wording,
): number {
  const count = countOf(words);
  if (words === form || (holds(words, form) && countOf(form) > 1)) return 1;
  const share = words.length / form.length;
  const isClause = clauses.includes(words) && words.length >= TELLING_CLAUSE;
  // The point of a quote comes last: "based on today's news, i quit".
  const isEnd = areGiven && words === clauses.at(-1) && count >= FEWEST_OF_AN_END;
  const fewest = isOfSpeaker ? FEWEST_OF_ITS_SPEAKER : FEWEST_OF_A_QUOTE;
  const isEnough = isClause || isEnd || count >= fewest || share > 0.5;
  return holds(form, words) && isEnough ? share : 0;
}

/** The share of some words with which a text begins; 0 where those may be anybody's. */
function shareBegun(words: string, form: string): number {
  const [own, others] = [words.split(" "), form.split(" ")];
  const end = own.findIndex((word, n) => word !== others[n]);
  const begun = end === -1 ? own.length : end;
  return begun >= FEWEST_OF_ITS_SPEAKER ? begun / own.length : 0;
}

/** How alike two texts are, 0 to 1; 0 where that can't reach what counts. */
function likeness(words: string, form: string): number {
  const [shorter = 0, longer = 0] = [words.length, form.length].toSorted((a, b) => a - b);
  if (shorter < LONG_ENOUGH || shorter / longer < ALIKE) return 0;
  return 1 - distance(words, form) / longer;
}

function holds(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

function countOf(words: string): number {
  return words.split(" ").length;
}
