import { daySpan } from "../../story/dates.ts";
import { mostProminentFirst } from "../../story/prominence.ts";
import type { Language } from "../../story/schema.ts";
import { entry as entryOf, type Story, type StoryEvent } from "../../story/story.ts";
import type { DayQuestion } from "../days.ts";
import type { Lookups } from "../lookups.ts";
import type { Statement } from "../statements.ts";
import type { AskIndex } from "./askIndex.ts";
import { idOf, isName, isPerson, nameOf, withConcepts } from "./concepts.ts";
import {
  contradictionOf,
  isDoneToAll,
  isReversed,
  isToldDone,
  isToldReversed,
  type Contradiction,
} from "./contradiction.ts";
import type { Deed } from "./deeds.ts";
import { answering, verdictsOf } from "./decide.ts";
import { disputesTouched } from "./disputesTouched.ts";
import type { Concept } from "./lexicon.ts";
import type { Match } from "./rank.ts";
import { isOfOtherDays } from "./onDays.ts";
import { understand, type Question } from "./understand.ts";

/** An event that a statement is about. */
interface TouchedEvent {
  id: string;
  /** How the statement differs from what the story tells of it; null where nothing shows that it does. */
  contradiction: Contradiction | null;
}

/** What of the story a statement is about, the nearest first. */
export interface Touched {
  events: TouchedEvent[];
  disputes: string[];
}

/** A way of reading a statement, and which matches it takes. */
interface StatementReading {
  question: Question;
  takes: (match: Match) => boolean;
  /** Its roles are those of the statement, turned round. */
  isReversed: boolean;
}

/**
 * The events and disputes that a statement is about: what would answer it if it were asked. One word
 * states nothing, and names alone don't either.
 */
export function touchedBy(statement: Statement, usual: Language, lookups: Lookups): Touched {
  const { ask: index, story } = lookups;
  const days = lookups.calendar(story.about.zones.home);
  // A statement stands and falls with who did what, as a question by yes or no does.
  const question = {
    ...understand(statement.text, usual, index, days),
    asksWhether: true,
    speech: null,
  };
  // One after the other, as far as it takes: ranking is the dear part of a check.
  const found = readings(question, index, days.week)
    .values()
    .map(({ takes, ...reading }) => ({
      ...reading,
      matches: answering(verdictsOf({ whole: reading.question, clauses: [] }, index, days))
        .filter(({ likely }) => question.names.length > 0 || likely >= SURE)
        .map(({ match }) => match)
        .filter(takes),
    }))
    .find(({ matches }) => matches.length > 0);
  if (!found) return { events: [], disputes: [] };
  const telling = tellingEvents(found.matches, found.question, index);
  const stated = { statement, question, days };
  const { own, linked } = disputesTouched(stated, found.matches, telling, index);
  const told = ofTheDays(
    telling.map(({ entry }) => entryOf(story.events, entry.ref.id)),
    question,
    story,
  );
  // What accounts differ on is told of by its events, and words by the one at which they were said.
  const [dispute] = own;
  const related = dispute?.events ?? eventsOfQuotes(found.matches, story);
  const events = told.length > 0 ? told : related.map((id) => entryOf(story.events, id));
  return {
    events: events.map((event) => ({
      id: event.id,
      contradiction: contradictionOf(event, { statement, question, isReversed: found.isReversed }, index),
    })),
    disputes: [...new Set([...own, ...linked].map(({ id }) => id))],
  };
}

function eventsOfQuotes(matches: readonly Match[], { quotes }: Story): string[] {
  const [first] = matches.filter(({ entry }) => entry.ref.type === "quote");
  return first ? [entryOf(quotes, first.entry.ref.id).event].filter((event) => event !== undefined) : [];
}

/** Who names nobody of the story hardly speaks of it: "my sister quit her job because her boss lied". */
const SURE = 0.7;

/** A statement tells little more than so many events. */
const MOST_OF_A_STATEMENT = 3;

/**
 * Of some events those of the days that a statement names; where none is, the weightiest, since the statement may be
 * wrong about its day.
 */
function ofTheDays(events: readonly StoryEvent[], { day }: Question, story: Story): readonly StoryEvent[] {
  if (day === null) return events.slice(0, MOST_OF_A_STATEMENT);
  const onDays = events.filter(({ when }) => !isOfOtherDays(when, day.ranges, story));
  return onDays.length > 0 ? onDays.slice(0, MOST_OF_A_STATEMENT) : mostProminentFirst(events).slice(0, 1);
}

/**
 * The statement as it stands, whatever day it names; else with the doer and the other of its deeds turned round,
 * where a title tells just that; else without the doer, about whom it may be wrong: "Musk fired Altman" is about
 * Altman's firing. Whoever it happened to stays: "Microsoft fired Toner" is about nobody else's. Last without what goes
 * without saying.
 */
function readings(stated: Question, index: AskIndex, week: string): StatementReading[] {
  const { concepts, names, deeds } = stated;
  if (concepts.length < 2 || concepts.every(isName)) return [];
  // Of nobody in particular, and in the days of the crisis, a day may be any week's: "my boss fired me on Monday".
  const isAnyWeeks = names.length === 0 && stated.day !== null && isWithin(stated.day, week);
  const question = isAnyWeeks ? stated : { ...stated, day: null };
  const asItStands = { question, takes: () => true, isReversed: false };
  const mutual = deeds.filter(({ doers, others }) => doers.length > 0 && others.length > 0);
  // Most deeds are told of nobody in this way: those need no ranking.
  const isTold = (told: (deed: Deed) => boolean) => index.entries.some(({ deeds: some }) => some.some(told));
  const reversed = mutual.filter((deed) => isTold((told) => isReversed(told, deed)));
  const turned = reversed.map((deed) => ({
    question: {
      ...question,
      deeds: deeds.map((one) => (one === deed ? { ...one, doers: one.others, others: one.doers } : one)),
    },
    takes: ({ entry: { ref } }: Match) =>
      ref.type === "event" && isToldReversed(entryOf(index.story.events, ref.id), deed, index),
    isReversed: true,
  }));
  const without = mutual
    .filter((deed) => isTold((told) => isDoneToAll(told, deed)))
    .flatMap((deed) => deed.doers.map((doer) => ({ doer, deed })))
    .map(({ doer, deed }) => ({
      isReversed: false,
      // "Google bought OpenAI" is about no other purchase, though OpenAI goes without saying elsewhere.
      takes: ({ entry }: Match) => entry.deeds.some((told) => isDoneToAll(told, deed)),
      question: {
        ...question,
        concepts: concepts.filter((concept) => concept !== doer),
        names: names.filter((name) => nameOf(name) !== doer),
        deeds: deeds.map((deed) => ({ ...deed, doers: deed.doers.filter((one) => one !== doer) })),
      },
    }));
  return [...withoutImplied(question, index), asItStands, ...turned, ...without];
}

/** Without what goes without saying: "Altman quit OpenAI" is about how he left. */
function withoutImplied(question: Question, { implied, story }: AskIndex): StatementReading[] {
  const { concepts } = question;
  const isImplied = (concept: Concept) => implied.has(concept) && !isPerson(idOf(concept), story);
  const telling = concepts.filter((concept) => !isImplied(concept));
  if (telling.length === concepts.length || telling.length < 2 || telling.every(isName)) return [];
  return [{ question: withConcepts(question, telling), takes: () => true, isReversed: false }];
}

function isWithin({ ranges }: DayQuestion, week: string): boolean {
  const { from, to } = daySpan(week);
  return ranges.every((range) => from.toString() <= range.from && range.to <= to.toString());
}

/** How far below the best an event may score. */
const NEARLY = 0.9;

/** Of the events that answer, those whose titles say most of what is stated; people also ask for what came next. */
function tellingEvents(
  matches: readonly Match[],
  { concepts, names, deeds }: Question,
  index: AskIndex,
): Match[] {
  const { story, unitsOf } = index;
  const ofEvents = matches.filter(({ entry }) => entry.ref.type === "event");
  const done = ofEvents.filter(({ entry }) =>
    deeds.some((deed) => isToldDone(entryOf(story.events, entry.ref.id), deed, index)),
  );
  // Who fired Altman by the statement may be in the titles of other events.
  const events = done.length > 0 ? done : ofEvents;
  const least = NEARLY * Math.max(0, ...events.map(({ score }) => score));
  const told = events
    .filter(({ score }) => score >= least)
    .map((match) => {
      const titles = unitsOf(match.entry).filter(({ role }) => role === "title");
      const shares = titles.map(
        (title) => concepts.filter((concept) => title.concepts.includes(concept)).length,
      );
      const first = titles.map((title) => title.concepts.map(idOf).find((id) => isPerson(id, story)));
      const isOfThem = first.some((id) => id !== undefined && names.includes(id));
      return { match, share: Math.max(0, ...shares), isOfThem };
    });
  // "Altman quit" is rather about Altman's firing than about Brockman, who quit over it.
  const ofThem = told.filter(({ isOfThem }) => isOfThem);
  const telling = ofThem.length > 0 ? ofThem : told;
  const most = Math.max(0, ...telling.map(({ share }) => share));
  return telling.filter(({ share }) => share === most).map(({ match }) => match);
}
