import type { Language } from "../story/schema.ts";

const MOST_STATEMENTS = 16;
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
/** Not within a number: "3,5". */
const CLAUSE_END = /[,;:\u2014]\s+/;
/** What may join two statements: with fewer words on a side it joins two names. */
export const CONJUNCTION =
  /(?<=\S+\s\S+\s\S+)\s+(?:and|but|while|whereas|then|et|mais|puis|alors que|tandis que)\s+(?=\S+\s\S+\s\S+)/i;
/** "56h" beside the "56 hours" that sources write. */
const SHORT_HOURS = /(\d)\s?h(?![\p{L}\d])/giu;
const HOURS: Record<Language, string> = { fr: "$1 heures", en: "$1 hours" };

/** The sentences of a text, then their clauses, then the halves of those: each may state something of its own. */
export function statementsOf(text: string, usual: Language): string[] {
  const sentences = [...SENTENCES.segment(text.replace(SHORT_HOURS, HOURS[usual]))].map(
    ({ segment }) => segment,
  );
  const clauses = sentences.flatMap((sentence) => sentence.split(CLAUSE_END));
  const halves = clauses.flatMap((clause) => clause.split(CONJUNCTION));
  // Of a long text each sentence is read before any of its parts.
  const statements = new Set([...sentences, ...clauses, ...halves].map((statement) => statement.trim()));
  statements.delete("");
  return [...statements].slice(0, MOST_STATEMENTS);
}
