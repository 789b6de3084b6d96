import type { TimeOfDay } from "../../story/dates.ts";
import type { Language } from "../../story/schema.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { DayQuestion, DayRange } from "../days.ts";
import type { MissingDate } from "../missingDate.ts";
import type { Lookups } from "../lookups.ts";
import { timelineOf } from "../timeline.ts";
import type { AskIndex } from "./askIndex.ts";
import { boardSeatAnswer } from "./boardSeat.ts";
import { dayAnswer, dayAnswerAfterAll, daysOfPeople, untoldDays } from "./dayAnswer.ts";
import { answering, toldIn, verdictsOf } from "./decide.ts";
import { datedEvent } from "./datedEvent.ts";
import { entryKey, type EntryRef } from "../../story/entryRef.ts";
import type { CandidateRef } from "./entries.ts";
import type { Kind } from "./kinds.ts";
import { nearest } from "./nearest.ts";
import { othersDid } from "./otherDoers.ts";
import { tellingAccounts } from "./tellingAccounts.ts";
import { read, type Reading } from "./read.ts";
import { twoQuestionsIn } from "./twoQuestions.ts";
import type { Question } from "./understand.ts";
import { LONGEST_QUESTION, wordsOf } from "./words.ts";

/** What a question finds, JSON-plain so that it can be cached. */
export interface AskAnswer {
  /** The language of the question where that is clear. */
  language: Language | null;
  kind: Kind | null;
  /** The days whose events answer, with their main events, for a question like "what happened on Monday?". */
  days: AskedDay[] | null;
  /** How many more days with events the question means than are told. */
  otherDays: number;
  /** With days, also none of them: the events of the time asked for that are known by month or year only. */
  undated: string[];
  /** With days, or where the story tells nothing of the days that an event tells: the time asked for. */
  ranges: DayRange[] | null;
  /** A date that the question names and no calendar has, where nothing answers. */
  missingDate: MissingDate | null;
  /** The entry that answers; null when none does. */
  best: AskedEntry | null;
  /** Of whom the question asks a deed that the nearest entry tells of others: ids. */
  notSaidOf: string[];
  /** Other entries near the question, nearest first; none when it asks nothing, as a greeting does. */
  near: EntryRef[];
}

export interface AskedEntry extends EntryRef {
  /** Which of its accounts speak of what was asked, by their place: the most telling first. */
  accounts: number[];
}

/** A day of the question: its main events in the order of time. */
export interface AskedDay {
  day: string;
  events: string[];
  /** Of the same day at the scene of the story, where that is another day here. */
  atScene: string[];
  /** How many events the day has here, all its parts together. */
  all: number;
  /** The part of the day that was asked for: only its events are named. */
  part: TimeOfDay | null;
}

/** Entries suggested beside an answer. */
const NEAR = 4;

/**
 * Answers a question from the entries of a story, or says that none does. `usual` is the asker's language,
 * `zone` that of the days. docs/lookup.md tells how.
 */
export function ask(text: string, usual: Language, lookups: Lookups, zone: string): AskAnswer {
  const { ask: index } = lookups;
  const calendar = lookups.calendar(zone);
  const two = twoQuestionsIn(text.slice(0, LONGEST_QUESTION), index);
  if (two === null) return answerTo(text, read(text, usual, index, calendar), lookups, zone);
  const reading = read(two.first, usual, index, calendar);
  const language = reading.whole.language ?? usual;
  const first = answerTo(two.first, reading, lookups, zone);
  const second = answerTo(
    two.second,
    read(two.second, language, index, calendar, reading.whole),
    lookups,
    zone,
  );
  const isAnswered = first.best !== null || first.days !== null;
  const answer = isAnswered ? first : answerTo(text, read(text, usual, index, calendar), lookups, zone);
  return leadingTo(second.best, answer);
}

/** An answer that suggests an entry before all others. */
function leadingTo(entry: EntryRef | null, answer: AskAnswer): AskAnswer {
  if (entry === null || (answer.best && !isOther(answer.best)(entry))) return answer;
  const near = [{ type: entry.type, id: entry.id }, ...answer.near.filter(isOther(entry))];
  return { ...answer, near: near.slice(0, NEAR) };
}

/** Answers one question that was read. */
function answerTo(text: string, reading: Reading, lookups: Lookups, zone: string): AskAnswer {
  const { ask: index } = lookups;
  const calendar = lookups.calendar(zone);
  const { whole: question } = reading;
  const [kind = null] = question.kinds;
  const { language } = question;
  const answer: AskAnswer = {
    language,
    kind,
    days: null,
    otherDays: 0,
    undated: [],
    ranges: null,
    missingDate: null,
    best: null,
    notSaidOf: [],
    near: [],
  };
  // Asked in the very words of an entry, that one answers.
  const words = wordsOf(text);
  const phrased = index.phrased(words);
  const days = dayAnswer(reading, lookups, zone);
  if (days) return { ...answer, ...days };
  const verdicts = verdictsOf(reading, index, calendar);
  const untold = phrased ? null : untoldDays(reading, lookups, zone);
  if (untold) {
    const others = nearest(verdicts, [], question, index).filter((ref) =>
      untold.near.every((own) => isOther(own)(ref)),
    );
    const near = [...untold.near, ...others];
    return { ...answer, ranges: untold.ranges, near: near.slice(0, NEAR) };
  }
  const isInTime = question.day === null || hasEvents(question.day, calendar);
  const found = isInTime && phrased?.type !== "untold" ? answering(verdicts) : [];
  const dated = phrased ? null : datedEvent(question, words, index, calendar);
  const afterAll = found.length > 0 || phrased || dated ? null : dayAnswerAfterAll(question, lookups, zone);
  if (afterAll) return { ...answer, ...afterAll };
  const ofBoard = phrased ? null : boardSeatAnswer(question, index, calendar);
  const ofPeople = phrased ? null : daysOfPeople(question, lookups, zone);
  if (ofPeople) return { ...answer, ...ofPeople };
  const { wordsOfWhom } = question;
  const quote = wordsOfWhom === null ? null : quoteOf(wordsOfWhom, reading, index);
  // Whoever asks who said some words is answered by nothing else; what a source is asked for may be a title.
  const isOfWordsAlone = wordsOfWhom !== null && kind !== "source";
  const surely = quote ?? (isOfWordsAlone ? null : (toldAlone(phrased) ?? ofBoard ?? dated));
  const ofOthers =
    surely || isOfWordsAlone || !asksOfDoer(question) ? null : othersDid(question, found, index, calendar);
  const isUntold = ofOthers !== null && ofOthers.notSaidOf.length > 0;
  const told = ofOthers?.entry ?? toldIn(found)[0] ?? null;
  const best = surely ?? (isOfWordsAlone || isUntold ? null : told);
  const near = (asksForEntries(question, index) ? nearest(verdicts, found, question, index) : [])
    .filter((ref) => best === null || isOther(best)(ref))
    .slice(0, NEAR);
  return {
    ...leadingTo(isUntold ? ofOthers.entry : null, { ...answer, near }),
    missingDate: best === null ? question.missingDate : null,
    best: best && { ...best, accounts: tellingAccounts(best, question, index) },
    notSaidOf: ofOthers?.notSaidOf ?? [],
  };
}

function isOther(ref: EntryRef): (other: EntryRef) => boolean {
  return (other) => entryKey(other) !== entryKey(ref);
}

function toldAlone(ref: CandidateRef | null): EntryRef | null {
  return ref === null || ref.type === "untold" ? null : ref;
}

/** The quote of these words, or the one of which they are a part, if they say anything: "at this point" is anybody's. */
function quoteOf(words: string, { whole }: Reading, { quotes, lexicon }: AskIndex): EntryRef | null {
  const isTelling = whole.concepts.some((concept) => !lexicon.isLight(concept));
  const found = quotes.like(words)[0]?.quote ?? (isTelling ? quotes.holding(words) : null);
  return found ? { type: "quote", id: found.id } : null;
}

/** Whether somebody did something is asked by yes or no, or so: "c'est Musk qui a viré Altman ?" */
function asksOfDoer({ asksWhether, kinds: [kind] }: Question): boolean {
  return asksWhether || kind === undefined || kind === "who";
}

/** Of a day or year of which the story tells nothing, nothing answers. */
function hasEvents(day: DayQuestion, calendar: StoryCalendar): boolean {
  const { days, undated } = timelineOf({ ranges: day.ranges }, calendar);
  return days.length + undated.length > 0;
}

/** Who greets or sends signs asks nothing, and nothing is near to that; nor to a question for sources of everything. */
function asksForEntries(
  { concepts, kinds: [kind], day, missingDate }: Question,
  { lexicon }: AskIndex,
): boolean {
  const isOfAll = kind === "source" ? concepts.every(lexicon.isLight) : concepts.length === 0;
  return !isOfAll || day !== null || missingDate !== null;
}
