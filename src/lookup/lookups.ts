import { mostProminentFirst } from "../story/prominence.ts";
import { entryKey, type EntryType } from "../story/entryRef.ts";
import type { Dispute, Person, Quote, Story, StoryEvent, Topic } from "../story/story.ts";
import { askIndexSteps, type AskIndex } from "./ask/askIndex.ts";
import { createGrammar, type Grammar } from "./ask/grammar.ts";
import { calendarOf, type StoryCalendar } from "./calendar.ts";
import { withoutHonorifics } from "./honorifics.ts";
import { gradually, type Steps, type Turn } from "./steps.ts";
import { createRunningText, type RunningText } from "./runningText.ts";
import { heaviestFirst, searchSteps, type Search, type Searchable } from "./search.ts";
import { createZones, type Zones } from "./zones.ts";

/** All that questions are answered from, built once for a story. */
export interface Lookups {
  readonly story: Story;
  /** The days of the story in an IANA zone. */
  calendar(zone: string): StoryCalendar;
  /** These and what `/ask` searches are indexed by `prepare`, or when somebody asks before that. */
  readonly events: Search;
  readonly people: Search;
  readonly quotes: Search;
  readonly ask: AskIndex;
  /** The questions that the story itself asks: those of topics and disputes, by their keys (see entryKey). */
  readonly questions: Search;
  /** The same for who can't wait for it; null until it is indexed. */
  readonly askAtHand: AskIndex | null;
  /** The words by which sentences are built; they are at hand before the rest of what `/ask` searches. */
  readonly grammar: Grammar;
  /** Indexed when somebody first chooses a zone. */
  readonly zones: Zones;
  /** Indexed when somebody first has a message checked. */
  readonly runningText: RunningText;
  /**
   * Indexes what is searched, in turns: after the start, which it would hold up, and before a member waits for
   * it. Rejects with what the indexing throws.
   */
  prepare(turn: Turn): Promise<void>;
  /**
   * Waits for the preparation that is under way, if one is: what takes longest to index is better waited for than
   * made at once, which would let nobody else be answered. Never rejects: what failed is made when it is used.
   */
  prepared(): Promise<void>;
}

/** Takes a story, and indexes it as `prepare` or the first who asks wants it. */
export function createLookups(story: Story): Lookups {
  const calendars = new Map<string, StoryCalendar>();
  let preparation = Promise.resolve();
  /** How many wait for it. */
  let waiting = 0;
  let grammar: Grammar | undefined;
  let zones: Zones | undefined;
  let runningText: RunningText | undefined;
  const events = gradually(() => searchSteps(searchableEvents(story)));
  const people = gradually(() => peopleSteps(story));
  const quotes = gradually(() => searchSteps(searchableQuotes(story)));
  const ask = gradually(() => askIndexSteps(story));
  const questions = gradually(() => searchSteps(searchableQuestions(story)));
  return {
    story,
    prepare(turn) {
      const work = async () => {
        for (const index of [events, people, quotes, ask, questions])
          if (!turn.signal.aborted) await index.prepare({ ...turn, isAwaited: () => waiting > 0 });
      };
      const underWay = work();
      preparation = underWay.catch(() => {});
      return underWay;
    },
    async prepared() {
      waiting += 1;
      await preparation;
      waiting -= 1;
    },
    get events() {
      return events.get();
    },
    get people() {
      return people.get();
    },
    get quotes() {
      return quotes.get();
    },
    get ask() {
      return ask.get();
    },
    get askAtHand() {
      return ask.atHand();
    },
    get grammar() {
      return (grammar ??= createGrammar(story));
    },
    get questions() {
      return questions.get();
    },
    get zones() {
      return (zones ??= createZones());
    },
    get runningText() {
      return (runningText ??= createRunningText(story));
    },
    calendar(zone) {
      const known = calendars.get(zone) ?? calendarOf(story, zone);
      calendars.set(zone, known);
      return known;
    },
  };
}

/** Each is put together when its turn comes. */
function* searchableEvents(story: Story): Iterable<Searchable> {
  const names = namesOfPeople(story);
  for (const event of mostProminentFirst(story.events.values()))
    yield {
      id: event.id,
      names: [event.title.fr, event.title.en],
      asked: bothOf(event.asked),
      text: textOfEvent(event, story, names),
      weight: event.weight,
    };
}

function* peopleSteps(story: Story): Steps<Search> {
  return withoutHonorifics(yield* searchSteps(searchablePeople(story)));
}

function* searchablePeople(story: Story): Iterable<Searchable> {
  const weightOf = ({ id }: Person) =>
    (story.quotesOfPerson.get(id)?.length ?? 0) + (story.eventsOfPerson.get(id)?.length ?? 0);
  for (const person of heaviestFirst(story.people.values(), weightOf))
    yield {
      id: person.id,
      names: [person.name.fr, person.name.en],
      isNamedWhole: person.kind !== "person",
      spellings: person.aliases,
      asked: [],
      text: [],
      weight: weightOf(person),
    };
}

function* searchableQuotes(story: Story): Iterable<Searchable> {
  const names = namesOfPeople(story);
  const weightOf = ({ event }: Quote) => story.events.get(event ?? "")?.weight ?? 0;
  for (const quote of heaviestFirst(story.quotes.values(), weightOf))
    yield {
      id: quote.id,
      names: [quote.words, ...quote.translations.map(({ text }) => text)],
      asked: bothOf(quote.asked),
      text: [quote.where.fr, quote.where.en, ...quote.about.flatMap((id) => names.get(id) ?? [])],
      weight: weightOf(quote),
    };
}

/** A question counts the more, the more ways to ask it are known. */
function searchableQuestions(story: Story): Iterable<Searchable> {
  const searchable = (type: EntryType, { id, question, asked }: Topic | Dispute): Searchable => ({
    id: entryKey({ type, id }),
    names: [question.fr, question.en],
    asked: bothOf(asked),
    text: [],
    weight: asked.fr.length + asked.en.length,
  });
  const topics = [...story.topics.values()].map((topic) => searchable("topic", topic));
  const disputes = [...story.disputes.values()].map((dispute) => searchable("dispute", dispute));
  return heaviestFirst([...topics, ...disputes], ({ weight }) => weight);
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
