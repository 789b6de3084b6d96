import { fold } from "../story/fold.ts";
import type { Language } from "../story/schema.ts";
import { entry, type Story } from "../story/story.ts";
import type { Contradiction } from "./ask/contradiction.ts";
import { touchedBy } from "./ask/touched.ts";
import type { Lookups } from "./lookups.ts";
import { withPronounsNamed } from "./pronounsNamed.ts";
import { givesWords, quotedWords, type LikeQuote } from "./quotedWords.ts";
import type { RunningText } from "./runningText.ts";
import { statementsOf } from "./statements.ts";

/** What of the story a message touches: ids only. */
export interface MessageFindings {
  quotes: FoundQuote[];
  events: string[];
  /** How the message differs from what is told of some of the events. */
  contradictions: Record<string, Contradiction>;
  /** How many more events it touches. */
  others: number;
  disputes: string[];
  /** The people and organisations that it names. */
  people: string[];
}

/** A quote of the story in a message. */
export interface FoundQuote {
  id: string;
  /** Whether the message has words near to the quote rather than its very words. */
  near: boolean;
  /** Whom the message gives the words to, where their speaker is not among them. */
  insteadOf: string[];
}

/** A message is read up to here, in UTF-16 units: the longest that Discord lets anybody send. */
const LONGEST_MESSAGE = 4000;
const MOST_QUOTED = 8;
export const MOST_FOUND = { quotes: 3, events: 8, disputes: 3, people: 10 } as const;
/** A custom id holds so many ids, those of whom a quote is wrongly given to among them; of events it holds at least four. */
const MOST_IDS = 13;

/** How many events may be shown beside quotes and disputes. */
export function mostEvents({ quotes, disputes }: Pick<MessageFindings, "quotes" | "disputes">): number {
  const given = quotes.some(({ insteadOf }) => insteadOf.length > 0) ? quotes.length : 0;
  return Math.min(MOST_FOUND.events, MOST_IDS - quotes.length - given - disputes.length);
}

/**
 * Finds what a message touches: its quoted words and their events first, then the events and disputes of its
 * statements.
 * `usual` is the language of a statement that could be of either.
 */
export function checkMessage(message: string, usual: Language, lookups: Lookups): MessageFindings {
  const text = message.slice(0, LONGEST_MESSAGE);
  const { story, runningText } = lookups;
  const named = withPronounsNamed(text, usual, story, runningText.namesIn);
  const touched = statementsOf(named, usual).flatMap((statement) => {
    const found = touchedBy(statement, usual, lookups);
    // The reason for what the story does not tell is none of its business.
    if (statement.reason === null || found.events.length === 0) return [found];
    return [found, touchedBy({ text: statement.reason, reason: null }, usual, lookups)];
  });
  const quotes = quotesIn(text, story, runningText).slice(0, MOST_FOUND.quotes);
  const ofQuotes = quotes
    .map(({ id }) => entry(story.quotes, id).event)
    .filter((event) => event !== undefined);
  const ofStatements = turnByTurn(touched.map((one) => one.events.map(({ id }) => id)));
  const all = [...new Set([...ofQuotes, ...ofStatements])];
  const disputes = turnByTurn(touched.map((one) => one.disputes)).slice(0, MOST_FOUND.disputes);
  const events = all.slice(0, mostEvents({ quotes, disputes }));
  const contradictions = touched.flatMap((one) =>
    one.events.flatMap(({ id, contradiction }) =>
      contradiction && events.includes(id) ? [[id, contradiction] as const] : [],
    ),
  );
  const speakers = quotes.map(({ id }) => entry(story.quotes, id).speaker);
  const people = [...new Set([...runningText.namesIn(text), ...speakers])];
  return {
    quotes,
    events,
    contradictions: Object.fromEntries(contradictions),
    others: all.length - events.length,
    disputes,
    people: people.slice(0, MOST_FOUND.people),
  };
}

/** The quotes whose words a message has, in the order of the message; a translation rather than its original. */
function quotesIn(text: string, story: Story, { namesIn, quotes }: RunningText): FoundQuote[] {
  const found = new Map<string, FoundQuote>();
  const givenTo = (around: string) => (givesWords(around) ? namesIn(around) : []);
  const add = (likes: readonly LikeQuote[], named: readonly string[]) => {
    for (const { quote, near } of likes.filter((like) => like.fit === likes[0]?.fit)) {
      const known = found.get(quote.id);
      if (known && (near || !known.near)) continue;
      found.set(quote.id, { id: quote.id, near, insteadOf: named.includes(quote.speaker) ? [] : [...named] });
    }
  };
  for (const { words, around } of quotedWords(text).slice(0, MOST_QUOTED)) {
    const named = givenTo(around);
    add(quotes.like(words, named), named);
  }
  add(quotes.within(fold(text)), givenTo(text));
  const originals = new Set([...found.keys()].map((id) => entry(story.quotes, id).original));
  return [...found.values()].filter(({ id }) => !originals.has(id));
}

/** The first of each list, then the second of each, and so on: no statement crowds out another. */
function turnByTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  return [...new Set(turns.flat())];
}
