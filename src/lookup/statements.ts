import type { Language } from "../story/schema.ts";

/** What a message states, or a part of that. */
export interface Statement {
  text: string;
  /** What is given as its reason: "he lied" for "Altman was fired" of "Altman was fired because he lied". */
  reason: string | null;
}

const MOST_STATEMENTS = 24;
/** In chats a sentence begins with a small letter or a number as well; "Mr." and initials end none. */
const SENTENCE_END = /(?<=(?<!(?:^|[\s.])(?:\p{L}|mr|mrs|ms|mme|dr|st|vs|no))[.!?…]+["”»)]*)\s+|\n+/iu;
/** Not within a number: "3,5". */
const CLAUSE_END = /[,;:\u2014]\s+/;
/** What may join two statements: with fewer words on a side it joins two names. */
export const CONJUNCTION =
  /(?<=\S+\s\S+\s\S+)\s+(?:and|but|while|whereas|then|et|mais|puis|alors que|tandis que)\s+(?=\S+\s\S+\s\S+)/i;
/** Where any part of a text ends. */
export const PART_END = new RegExp(
  [SENTENCE_END, CLAUSE_END, CONJUNCTION].map(({ source }) => source).join("|"),
  "iu",
);
/** Where a reason begins, or a price. */
const REASON =
  /\s(?:(?:because|since|due to|for|over|car|pour|parce que|puisque|[àa] cause d[eu]|en raison d[eu])\s+|(?:parce qu|puisqu|[àa] cause d|en raison d)[’']\s*)/i;
const NUMBER = /^\d/;
const YEAR = /^(?:19|20)\d{2}(?!\d)/;
/** With fewer words before a reason nothing is stated. */
const FEWEST_REASONED = 2;
/** "56h" beside the "56 hours" that sources write. */
const SHORT_HOURS = /(\d)\s?h(?![\p{L}\d])/giu;
const HOURS: Record<Language, string> = { fr: "$1 heures", en: "$1 hours" };

/**
 * The sentences of a text, then their clauses, then the halves of those, then what reasons are given for: each may
 * state something of its own.
 */
export function statementsOf(text: string, usual: Language): Statement[] {
  const sentences = text.replace(SHORT_HOURS, HOURS[usual]).split(SENTENCE_END);
  const clauses = sentences.flatMap((sentence) => sentence.split(CLAUSE_END));
  const halves = clauses.flatMap((clause) => clause.split(CONJUNCTION));
  // Of a long text each sentence is read before any of its parts.
  const whole = new Set([...sentences, ...clauses, ...halves].map((part) => part.trim()));
  const reasoned = [...new Set([...sentences, ...halves])].flatMap(reasonedIn);
  whole.delete("");
  return [...[...whole].map((part) => ({ text: part, reason: null })), ...reasoned].slice(0, MOST_STATEMENTS);
}

function reasonedIn(part: string): Statement[] {
  const found = REASON.exec(part);
  const text = part.slice(0, found?.index).trim();
  const reason = part.slice((found?.index ?? 0) + (found?.[0].length ?? 0));
  if (!found || text.split(/\s+/).length < FEWEST_REASONED || YEAR.test(reason)) return [];
  return [{ text, reason: NUMBER.test(reason) ? null : reason }];
}
