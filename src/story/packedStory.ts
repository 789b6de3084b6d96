import { LazyMap } from "./lazyMap.ts";
import type { EntryFile, UntoldRecord } from "./schema.ts";
import {
  datedEvent,
  datedQuote,
  entry,
  freeze,
  type Dispute,
  type Person,
  type Source,
  type Story,
  type Topic,
  type Words,
} from "./story.ts";
import { startsOf } from "./startsOf.ts";

/**
 * A linked story as plain data, to be kept in a file. Its entries stay JSON until they are asked for: to read all of
 * them takes longer than all else of a start, and who is answered first needs a few.
 */
export interface PackedStory extends Pick<Story, "version" | "about"> {
  readonly entries: Readonly<Record<EntryFile, PackedEntries>>;
  readonly disputesOfEvent: PackedGroups;
  readonly quotesOfEvent: PackedGroups;
  readonly quotesOfPerson: PackedGroups;
  readonly eventsOfPerson: PackedGroups;
}

/** The records of entries in UTF-8, one after the other. */
interface PackedEntries {
  readonly ids: readonly string[];
  readonly json: Uint8Array;
  /** Where each record begins, and the last one ends. */
  readonly starts: Uint32Array;
}

/** Groups of entries, by the entries' places. */
interface PackedGroups {
  readonly keys: readonly string[];
  readonly places: Uint32Array;
  /** Where each group begins among the places, and the last one ends. */
  readonly starts: Uint32Array;
}

/** Packs a story. Throws an Error for a group with an entry that the story does not hold. */
export function packStory(story: Story): PackedStory {
  const { version, about, events, quotes, disputes } = story;
  return {
    version,
    about,
    entries: {
      people: packEntries(story.people),
      sources: packEntries(story.sources),
      events: packEntries(events),
      quotes: packEntries(quotes),
      topics: packEntries(story.topics),
      disputes: packEntries(disputes),
      untold: packEntries(story.untold),
      words: packEntries(story.words),
    },
    disputesOfEvent: packGroups(story.disputesOfEvent, disputes),
    quotesOfEvent: packGroups(story.quotesOfEvent, quotes),
    quotesOfPerson: packGroups(story.quotesOfPerson, quotes),
    eventsOfPerson: packGroups(story.eventsOfPerson, events),
  };
}

/** The story that was packed. */
export function unpackStory({ version, about, entries, ...groups }: PackedStory): Story {
  const events = unpackEntries(entries.events, datedEvent);
  const quotes = unpackEntries(entries.quotes, datedQuote);
  const disputes = unpackEntries(entries.disputes, asItIs<Dispute>);
  return freeze({
    version,
    about,
    people: unpackEntries(entries.people, asItIs<Person>),
    sources: unpackEntries(entries.sources, asItIs<Source>),
    events,
    quotes,
    topics: unpackEntries(entries.topics, asItIs<Topic>),
    disputes,
    untold: unpackEntries(entries.untold, asItIs<UntoldRecord>),
    words: unpackEntries(entries.words, asItIs<Words>),
    disputesOfEvent: unpackGroups(groups.disputesOfEvent, disputes),
    quotesOfEvent: unpackGroups(groups.quotesOfEvent, quotes),
    quotesOfPerson: unpackGroups(groups.quotesOfPerson, quotes),
    eventsOfPerson: unpackGroups(groups.eventsOfPerson, events),
  });
}

function packEntries(entries: ReadonlyMap<string, object>): PackedEntries {
  const encoder = new TextEncoder();
  // What dates an entry is read anew from the date in its record.
  const records = [...entries.values()].map((entry) =>
    encoder.encode(JSON.stringify({ ...entry, when: undefined })),
  );
  return {
    ids: [...entries.keys()],
    json: concatenated(records),
    starts: startsOf(records),
  };
}

function unpackEntries<Entry extends object>(
  { ids, json, starts }: PackedEntries,
  entryOf: (record: never) => Entry,
): LazyMap<Entry> {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.length);
  return new LazyMap(ids, (place) => {
    const record: unknown = JSON.parse(bytes.toString("utf8", starts[place], starts[place + 1]));
    // It was checked before it was packed.
    return freeze(entryOf(record as never));
  });
}

/** As one array of its own: a Buffer is no array of numbers. */
function concatenated(records: readonly Uint8Array[]): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.concat(records);
  return new Uint8Array(buffer, byteOffset, length);
}

function packGroups<Entry extends { id: string }>(
  groups: ReadonlyMap<string, readonly Entry[]>,
  entries: ReadonlyMap<string, Entry>,
): PackedGroups {
  const placeOf = new Map([...entries.keys()].map((id, place) => [id, place] as const));
  const members = [...groups.values()];
  return {
    keys: [...groups.keys()],
    places: Uint32Array.from(members.flat(), ({ id }) => entry(placeOf, id)),
    starts: startsOf(members),
  };
}

function unpackGroups<Entry extends object>(
  { keys, places, starts }: PackedGroups,
  entries: LazyMap<Entry>,
): LazyMap<readonly Entry[]> {
  return new LazyMap(keys, (place) =>
    Object.freeze(Array.from(places.subarray(starts[place], starts[place + 1]), (at) => entries.at(at))),
  );
}

function asItIs<Entry>(record: Entry): Entry {
  return record;
}
