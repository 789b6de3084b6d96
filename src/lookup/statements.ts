import type { Language } from "../story/schema.ts";

const MOST_STATEMENTS = 16;
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
/** Not within a number: "3,5". */
const CLAUSE_END = /[,;:\u2014]\s+/;
/** What joins two statements rather than two names: some words of each stand on both sides. */
export const CONJUNCTION =
  /(?<=\S+\s\S+\s\S+)\s+(?:and|but|while|whereas|then|et|mais|puis|alors que|tandis que)\s+(?=\S+\s\S+\s\S+)/i;
/** "56h" beside the "56 hours" that sources write. */
const SHORT_HOURS = /(\d)\s?h(?![\p{L}\d])/giu;
const HOURS: Record<Language, string> = { fr: "$1 heures", en: "$1 hours" };

/** The sentences of a text, each followed by its clauses where it has several: each may state something. */
export function statementsOf(text: string, usual: Language): string[] {
  return [...SENTENCES.segment(text.replace(SHORT_HOURS, HOURS[usual]))]
    .flatMap(({ segment }) => {
      const clauses = segment.split(CLAUSE_END);
      const statements = clauses.flatMap((clause) => clause.split(CONJUNCTION));
      // A clause of two statements may state something as a whole.
      return [...new Set([segment, ...clauses, ...statements])];
    })
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "")
    .slice(0, MOST_STATEMENTS);
}
