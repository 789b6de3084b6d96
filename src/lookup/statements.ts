import type { Language } from "../story/schema.ts";
import type { AskIndex } from "./ask/askIndex.ts";
import { answers } from "./ask/decide.ts";
import type { Concept } from "./ask/lexicon.ts";
import { rank, type Match } from "./ask/rank.ts";
import { understand, type Question } from "./ask/understand.ts";
import type { Lookups } from "./lookups.ts";

/** What of the story a statement is about: ids, the nearest first. */
export interface Touched {
  events: string[];
  disputes: string[];
}

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

/**
 * The events and disputes that a statement is about: what would answer it if it were asked. One word
 * states nothing, and names alone don't either.
 */
export function touchedBy(statement: string, usual: Language, lookups: Lookups): Touched {
  const { ask: index, story } = lookups;
  const days = lookups.calendar(story.about.zones.home);
  const question = understand(statement, usual, index, days);
  const found = readings(question)
    .map((reading) => ({
      reading,
      matches: rank(reading, index, days).filter((match) => answers(match, reading, index)),
    }))
    .find(({ matches }) => matches.length > 0);
  if (!found) return { events: [], disputes: [] };
  const events = tellingEvents(found.matches, found.reading, index);
  const highest = Math.max(0, ...events.map(({ score }) => score));
  const ids = events.map(({ entry }) => entry.ref.id);
  const own = found.matches.filter(({ entry, score }) => {
    if (entry.ref.type !== "dispute") return false;
    return score > highest || story.disputes.get(entry.ref.id)?.events.some((id) => ids.includes(id));
  });
  const linked = ids.slice(0, 1).flatMap((id) => story.disputesOfEvent.get(id) ?? []);
  const disputes = [...own.map(({ entry }) => entry.ref.id), ...linked.map(({ id }) => id)];
  return { events: ids, disputes: [...new Set(disputes)] };
}

/** The statement as it stands, else without one of several names: it may be wrong about who did what. */
function readings(question: Question): Question[] {
  const isName = (concept: Concept) => concept.startsWith("@");
  if (question.concepts.length < 2 || question.concepts.every(isName)) return [];
  if (question.names.length < 2) return [question];
  const without = question.names.map((name) => ({
    ...question,
    concepts: question.concepts.filter((concept) => concept !== `@${name}`),
    names: question.names.filter((one) => one !== name),
  }));
  return [question, ...without];
}

/** How far below the best an event may score. */
const NEARLY = 0.9;

/** Of the events that answer, those whose titles say most of what is stated; people also ask for what came next. */
function tellingEvents(
  matches: readonly Match[],
  { concepts }: Question,
  { entries, units }: AskIndex,
): Match[] {
  const told = matches
    .filter(({ entry }) => entry.ref.type === "event")
    .map((match) => {
      const titles = units.filter(({ entry, role }) => role === "title" && entries[entry] === match.entry);
      const shares = titles.map((title) => concepts.filter((concept) => title.concepts.has(concept)).length);
      return { match, share: Math.max(0, ...shares) };
    });
  const most = Math.max(0, ...told.map(({ share }) => share));
  const kept = told.filter(({ share }) => share === most).map(({ match }) => match);
  return kept.filter(({ score }) => score >= NEARLY * (kept[0]?.score ?? 0));
}
