import { daysIn } from "../../story/dates.ts";
import type { Language } from "../../story/schema.ts";
import { entry as entryOf, type Story, type StoryEvent } from "../../story/story.ts";
import type { Lookups } from "../lookups.ts";
import type { AskIndex } from "./askIndex.ts";
import { idOf, isName, isPerson, nameOf } from "./concepts.ts";
import { answering, verdictsOf } from "./decide.ts";
import { isOnDays } from "./onDays.ts";
import type { Concept } from "./lexicon.ts";
import type { Match } from "./rank.ts";
import { understand, type Question } from "./understand.ts";

/** What of the story a statement is about: ids, the nearest first. */
export interface Touched {
  events: string[];
  /** Those of the events for which the statement names another day than theirs. */
  misdated: string[];
  disputes: string[];
}

/**
 * The events and disputes that a statement is about: what would answer it if it were asked. One word
 * states nothing, and names alone don't either.
 */
export function touchedBy(statement: string, usual: Language, lookups: Lookups): Touched {
  const { ask: index, story } = lookups;
  const days = lookups.calendar(story.about.zones.home);
  // A statement stands and falls with who did what, as a question by yes or no does.
  const question = { ...understand(statement, usual, index, days), asksWhether: true, speech: null };
  // One after the other, as far as it takes: ranking is the dear part of a check.
  const found = readings(question, index)
    .values()
    .map((reading) => ({
      reading,
      matches: answering(verdictsOf({ whole: reading, clauses: [] }, index, days)).map(({ match }) => match),
    }))
    .find(({ matches }) => matches.length > 0);
  if (!found) return { events: [], misdated: [], disputes: [] };
  const events = tellingEvents(found.matches, found.reading, index);
  const highest = Math.max(0, ...events.map(({ score }) => score));
  const told = events.map(({ entry }) => entry.ref.id);
  const own = found.matches.filter(({ entry, score }) => {
    if (entry.ref.type !== "dispute") return false;
    return score > highest || story.disputes.get(entry.ref.id)?.events.some((id) => told.includes(id));
  });
  // What accounts differ on is told of by its events.
  const [first] = own;
  const ids = told.length > 0 || !first ? told : entryOf(story.disputes, first.entry.ref.id).events;
  const linked = ids.slice(0, 1).flatMap((id) => story.disputesOfEvent.get(id) ?? []);
  const disputes = [...own.map(({ entry }) => entry.ref.id), ...linked.map(({ id }) => id)];
  return {
    events: ids,
    misdated: ids.filter((id) => isOfAnotherDay(entryOf(story.events, id), question, story)),
    disputes: [...new Set(disputes)],
  };
}

/** Whether a statement names days, and an event was on none of them, neither here nor where it happened. */
function isOfAnotherDay(event: StoryEvent, { day }: Question, { about: { zones } }: Story): boolean {
  if (day === null) return false;
  const isOfDays = daysIn(event.when, zones.home) !== null;
  return isOfDays && Object.values(zones).every((zone) => !isOnDays(event.when, day.ranges, zone));
}

/**
 * The statement as it stands, else without the doer of a deed, about whom it may be wrong: "Musk fired Altman"
 * is about Altman's firing. Whoever it happened to stays: "Microsoft fired Toner" is about nobody else's. And without
 * what goes without saying: "Altman quit OpenAI" is about how he left.
 */
function readings(question: Question, { implied, story }: AskIndex): Question[] {
  const { concepts, names, deeds } = question;
  if (concepts.length < 2 || concepts.every(isName)) return [];
  const doubtful = deeds.flatMap(({ doers, others }) => (others.length > 0 ? doers : []));
  const without = doubtful.map((doer) => ({
    ...question,
    concepts: concepts.filter((concept) => concept !== doer),
    names: names.filter((name) => nameOf(name) !== doer),
    deeds: deeds.map((deed) => ({ ...deed, doers: deed.doers.filter((one) => one !== doer) })),
  }));
  const goesWithoutSaying = (concept: Concept) => implied.has(concept) && !isPerson(idOf(concept), story);
  const telling = concepts.filter((concept) => !goesWithoutSaying(concept));
  const isShorter = telling.length < concepts.length && telling.length > 1 && !telling.every(isName);
  const shorter = { ...question, concepts: telling, names: telling.filter(isName).map(idOf) };
  return [question, ...without, ...(isShorter ? [shorter] : [])];
}

/** How far below the best an event may score. */
const NEARLY = 0.9;

/** Of the events that answer, those whose titles say most of what is stated; people also ask for what came next. */
function tellingEvents(matches: readonly Match[], { concepts }: Question, { unitsOf }: AskIndex): Match[] {
  const told = matches
    .filter(({ entry }) => entry.ref.type === "event")
    .map((match) => {
      const titles = unitsOf(match.entry).filter(({ role }) => role === "title");
      const shares = titles.map(
        (title) => concepts.filter((concept) => title.concepts.includes(concept)).length,
      );
      return { match, share: Math.max(0, ...shares) };
    });
  const most = Math.max(0, ...told.map(({ share }) => share));
  const kept = told.filter(({ share }) => share === most).map(({ match }) => match);
  return kept.filter(({ score }) => score >= NEARLY * (kept[0]?.score ?? 0));
}
