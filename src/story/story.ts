import { when, type When } from "./dates.ts";
import type {
  AboutStory,
  DisputeRecord,
  EventRecord,
  PersonRecord,
  QuoteRecord,
  SourceRecord,
  TopicRecord,
  UntoldRecord,
  WordRecord,
} from "./schema.ts";

/** The entries of a story's files, as they were read. */
export interface StoryEntries {
  people: PersonRecord[];
  sources: SourceRecord[];
  events: EventRecord[];
  quotes: QuoteRecord[];
  topics: TopicRecord[];
  disputes: DisputeRecord[];
  untold: UntoldRecord[];
  words: WordRecord[];
}

export interface StoryRecords extends StoryEntries {
  story: AboutStory;
}

export type StoryEvent = Readonly<EventRecord> & { readonly when: When };
export type Quote = Readonly<QuoteRecord> & {
  /** When the words were said; null where nothing dates them. */
  readonly when: When | null;
};
export type Person = Readonly<PersonRecord>;
export type Source = Readonly<SourceRecord>;
export type Topic = Readonly<TopicRecord>;
export type Dispute = Readonly<DisputeRecord>;
/** Words by which members ask: see docs/lookup.md. */
export type Words = Readonly<WordRecord>;

/** A whole story: its entries by id, in the order of their files, events in the order of time. */
export interface Story {
  /** Changes whenever any of the files does. */
  readonly version: string;
  readonly about: Readonly<AboutStory>;
  readonly people: ReadonlyMap<string, Person>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly events: ReadonlyMap<string, StoryEvent>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  /** What members ask and the story does not tell, so that the answer says so instead of telling something near. */
  readonly untold: ReadonlyMap<string, Readonly<UntoldRecord>>;
  readonly words: ReadonlyMap<string, Words>;
  readonly disputesOfEvent: ReadonlyMap<string, readonly Dispute[]>;
  readonly quotesOfEvent: ReadonlyMap<string, readonly Quote[]>;
  readonly quotesOfPerson: ReadonlyMap<string, readonly Quote[]>;
  readonly eventsOfPerson: ReadonlyMap<string, readonly StoryEvent[]>;
}

/** Links checked records into a frozen story; `version` names their content. */
export function linkStory(records: StoryRecords, version: string): Story {
  const events = records.events
    .map(datedEvent)
    // Read once for each event and not at each comparison.
    .map((event) => ({ event, start: event.when.start.epochMilliseconds }))
    .toSorted((a, b) => a.start - b.start || b.event.weight - a.event.weight)
    .map(({ event }) => event);
  const quotes = records.quotes.map(datedQuote);
  return freeze({
    version,
    about: records.story,
    people: byId(records.people),
    sources: byId(records.sources),
    events: byId(events),
    quotes: byId(quotes),
    topics: byId(records.topics),
    disputes: byId(records.disputes),
    untold: byId(records.untold),
    words: byId(records.words),
    disputesOfEvent: grouped(records.disputes, (dispute) => dispute.events),
    quotesOfEvent: grouped(quotes, (quote) => (quote.event ? [quote.event] : [])),
    quotesOfPerson: grouped(quotes, (quote) => [quote.speaker]),
    eventsOfPerson: grouped(events, (event) => event.people),
  });
}

/** An event with what its date means. Throws what `when` throws. */
export function datedEvent(record: EventRecord): StoryEvent {
  return { ...record, when: when(record) };
}

/** A quote with what its date means, where it has one. Throws what `when` throws. */
export function datedQuote(record: QuoteRecord): Quote {
  const { date, zone } = record;
  return { ...record, when: date === null ? null : when({ date, zone }) };
}

/** The entry of an id that the story's own links gave. Throws an Error on an id that it does not hold. */
export function entry<Entry>(entries: ReadonlyMap<string, Entry>, id: string): Entry {
  const found = entries.get(id);
  if (found === undefined) throw new Error(`the story holds no entry "${id}"`);
  return found;
}

function byId<Entry extends { id: string }>(entries: Entry[]): Map<string, Entry> {
  return new Map(entries.map((one) => [one.id, one]));
}

function grouped<Entry>(entries: Entry[], keysOf: (one: Entry) => readonly string[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const one of entries) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

/** Shared by every guild's cache, so nobody may change it; maps are read-only by their type. */
export function freeze<Value>(value: Value): Value {
  if (value instanceof Map) for (const inner of value.values()) freeze(inner);
  else if (typeof value === "object" && value !== null && isPlain(value) && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
