import { entryKey, readEntryKey, type EntryType } from "../story/entryRef.ts";
import { mostProminentFirst } from "../story/prominence.ts";
import {
  entry,
  type Dispute,
  type Person,
  type Quote,
  type Story,
  type StoryEvent,
  type Topic,
} from "../story/story.ts";
import { heaviestFirst } from "./search.ts";
import type { Called, Searchable } from "./search/searchable.ts";
import { searchIndexSteps, type SearchIndex } from "./search/searchIndex.ts";
import { gradually } from "./steps.ts";

/** Entries of a story as they are searched. */
interface Searched {
  /** The heaviest first; each is put together when its turn comes. */
  entries(story: Story): Iterable<Searchable>;
  /** What the entry of an id is called. Throws an Error on an id that the story does not hold. */
  called(id: string, story: Story): Called;
}

/** What is searched for, each by a search of its own. */
export const SEARCHED = {
  events: {
    entries: searchableEvents,
    called: (id, story) => calledEvent(entry(story.events, id)),
  },
  people: {
    entries: searchablePeople,
    called: (id, story) => calledPerson(entry(story.people, id)),
  },
  quotes: {
    entries: searchableQuotes,
    called: (id, story) => calledQuote(entry(story.quotes, id)),
  },
  /** Those of topics and disputes, by their keys (see entryKey). */
  questions: { entries: searchableQuestions, called: calledByKey },
} satisfies Record<string, Searched>;

export type SearchedKind = keyof typeof SEARCHED;

/** The index of each search. */
export type SearchIndexes = Readonly<Record<SearchedKind, SearchIndex>>;

/** Indexes all that is searched at once. */
export function searchIndexesOf(story: Story): SearchIndexes {
  const indexOf = (kind: SearchedKind) =>
    gradually(() => searchIndexSteps(SEARCHED[kind].entries(story))).get();
  return {
    events: indexOf("events"),
    people: indexOf("people"),
    quotes: indexOf("quotes"),
    questions: indexOf("questions"),
  };
}

function calledEvent({ id, title, asked }: StoryEvent): Called {
  return { id, names: [title.fr, title.en], asked: bothOf(asked) };
}

function* searchableEvents(story: Story): Iterable<Searchable> {
  const names = namesOfPeople(story);
  for (const event of mostProminentFirst(story.events.values()))
    yield { ...calledEvent(event), text: textOfEvent(event, story, names), weight: event.weight };
}

function calledPerson({ id, name, kind, aliases }: Person): Called {
  return {
    id,
    names: [name.fr, name.en],
    isNamedWhole: kind !== "person",
    spellings: aliases,
    asked: [],
  };
}

function* searchablePeople(story: Story): Iterable<Searchable> {
  const weightOf = ({ id }: Person) =>
    (story.quotesOfPerson.get(id)?.length ?? 0) + (story.eventsOfPerson.get(id)?.length ?? 0);
  for (const person of heaviestFirst(story.people.values(), weightOf))
    yield { ...calledPerson(person), text: [], weight: weightOf(person) };
}

function calledQuote({ id, words, translations, asked }: Quote): Called {
  return { id, names: [words, ...translations.map(({ text }) => text)], asked: bothOf(asked) };
}

function* searchableQuotes(story: Story): Iterable<Searchable> {
  const names = namesOfPeople(story);
  const weightOf = ({ event }: Quote) => story.events.get(event ?? "")?.weight ?? 0;
  for (const quote of heaviestFirst(story.quotes.values(), weightOf))
    yield {
      ...calledQuote(quote),
      text: [quote.where.fr, quote.where.en, ...quote.about.flatMap((id) => names.get(id) ?? [])],
      weight: weightOf(quote),
    };
}

function calledQuestion(type: EntryType, { id, question, asked }: Topic | Dispute): Called {
  return { id: entryKey({ type, id }), names: [question.fr, question.en], asked: bothOf(asked) };
}

function calledByKey(key: string, story: Story): Called {
  const ref = readEntryKey(key, story);
  if (ref?.type === "topic") return calledQuestion("topic", entry(story.topics, ref.id));
  if (ref?.type === "dispute") return calledQuestion("dispute", entry(story.disputes, ref.id));
  throw new Error(`the story asks no question "${key}"`);
}

/** A question counts the more, the more ways to ask it are known. */
function searchableQuestions({ topics, disputes }: Story): Iterable<Searchable> {
  const all = [
    ...topics.values().map((topic) => calledQuestion("topic", topic)),
    ...disputes.values().map((dispute) => calledQuestion("dispute", dispute)),
  ].map((called) => ({ ...called, text: [], weight: called.asked.length }));
  return heaviestFirst(all, ({ weight }) => weight);
}

/** What the story says of an event beside its title: who was in it, who tells of it, and how they differ. */
function textOfEvent(event: StoryEvent, story: Story, names: Names): string[] {
  const texts = [event.summary.fr, event.summary.en];
  for (const id of event.people) texts.push(...(names.get(id) ?? []));
  for (const { says, passage, source } of event.accounts) {
    texts.push(says.fr, says.en);
    if (passage) texts.push(passage.exact);
    const label = story.sources.get(source)?.label;
    if (label) texts.push(label.fr, label.en);
  }
  for (const { question, differ, asked } of story.disputesOfEvent.get(event.id) ?? [])
    texts.push(question.fr, question.en, differ.fr, differ.en, ...bothOf(asked));
  return texts;
}

function bothOf({ fr, en }: { fr: readonly string[]; en: readonly string[] }): string[] {
  return [...fr, ...en];
}

/** The names of each person in every spelling, by id. */
type Names = ReadonlyMap<string, readonly string[]>;

function namesOfPeople({ people }: Story): Names {
  return new Map([...people].map(([id, { name, aliases }]) => [id, [name.fr, name.en, ...aliases]]));
}
