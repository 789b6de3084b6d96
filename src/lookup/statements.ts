import type { Language } from "../story/schema.ts";

const MOST_STATEMENTS = 16;
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
/** Not within a number: "3,5". */
const CLAUSE_END = /[,;:\u2014]\s+/;
/** "56h" beside the "56 hours" that sources write. */
const SHORT_HOURS = /(\d)\s?h(?![\p{L}\d])/giu;
const HOURS: Record<Language, string> = { fr: "$1 heures", en: "$1 hours" };

/** The sentences of a text, each followed by its clauses where it has several: each may state something. */
export function statementsOf(text: string, usual: Language): string[] {
  return [...SENTENCES.segment(text.replace(SHORT_HOURS, HOURS[usual]))]
    .flatMap(({ segment }) => {
      const clauses = segment.split(CLAUSE_END);
      return clauses.length > 1 ? [segment, ...clauses] : [segment];
    })
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "")
    .slice(0, MOST_STATEMENTS);
}
