import type { Story } from "../story/story.ts";
import { askIndexSteps, type AskIndex } from "./ask/askIndex.ts";
import { createGrammar, type Grammar } from "./ask/grammar.ts";
import { calendarOf, type StoryCalendar } from "./calendar.ts";
import { withoutHonorifics } from "./honorifics.ts";
import type { Indexed } from "./indexed.ts";
import { gradually, type Steps, type Turn } from "./steps.ts";
import { createRunningText, type RunningText } from "./runningText.ts";
import { searchIn, type Search } from "./search.ts";
import { searchIndexSteps } from "./search/searchIndex.ts";
import { SEARCHED, type SearchedKind } from "./searched.ts";
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

/**
 * Takes a story, and indexes it as `prepare` or the first who asks wants it, where it was not indexed before. What was
 * indexed belongs to the look-ups then: words that members type get numbers in it.
 */
export function createLookups(story: Story, indexed?: Indexed): Lookups {
  const calendars = new Map<string, StoryCalendar>();
  let preparation = Promise.resolve();
  /** How many wait for it. */
  let waiting = 0;
  let grammar: Grammar | undefined;
  let zones: Zones | undefined;
  let runningText: RunningText | undefined;
  const searchSteps = function* (kind: SearchedKind): Steps<Search> {
    const { entries, called } = SEARCHED[kind];
    const index = indexed?.searches[kind] ?? (yield* searchIndexSteps(entries(story)));
    return searchIn(index, (id) => called(id, story));
  };
  const events = gradually(() => searchSteps("events"));
  const people = gradually(function* () {
    return withoutHonorifics(yield* searchSteps("people"));
  });
  const quotes = gradually(() => searchSteps("quotes"));
  const ask = gradually(() => askIndexSteps(story, indexed?.ask));
  const questions = gradually(() => searchSteps("questions"));
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
      return (runningText ??= createRunningText(story, indexed?.ask.quotes));
    },
    calendar(zone) {
      const known = calendars.get(zone) ?? calendarOf(story, zone, indexed?.days.get(zone));
      calendars.set(zone, known);
      return known;
    },
  };
}
