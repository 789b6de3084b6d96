import { fold } from "../story/fold.ts";
import type { Language } from "../story/schema.ts";
import { entry, type Story } from "../story/story.ts";
import { touchedBy } from "./ask/touched.ts";
import type { Lookups } from "./lookups.ts";
import { givesWords, quotedWords, type LikeQuote } from "./quotedWords.ts";
import type { RunningText } from "./runningText.ts";
import { statementsOf } from "./statements.ts";

/** What of the story a message touches: ids only. */
export interface MessageFindings {
  quotes: FoundQuote[];
  events: string[];
  /** Those of the events to which the message gives another day than theirs. */
  misdated: string[];
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
/** A custom id holds all of these but the people. */
export const MOST_FOUND = { quotes: 3, events: 4, disputes: 3, people: 10 } as const;

/**
 * Finds what a message touches: its quoted words and their events first, then the events and disputes of its
 * statements.
 * `usual` is the language of a statement that could be of either.
 */
export function checkMessage(message: string, usual: Language, lookups: Lookups): MessageFindings {
  const text = message.slice(0, LONGEST_MESSAGE);
  const { story, runningText } = lookups;
  const touched = statementsOf(text, usual).map((statement) => touchedBy(statement, usual, lookups));
  const quotes = quotesIn(text, story, runningText).slice(0, MOST_FOUND.quotes);
  const ofQuotes = quotes
    .map(({ id }) => entry(story.quotes, id).event)
    .filter((event) => event !== undefined);
  const ofStatements = turnByTurn(touched.map((one) => one.events));
  const events = [...new Set([...ofQuotes, ...ofStatements])].slice(0, MOST_FOUND.events);
  const disputes = turnByTurn(touched.map((one) => one.disputes));
  const speakers = quotes.map(({ id }) => entry(story.quotes, id).speaker);
  const people = [...new Set([...runningText.namesIn(text), ...speakers])];
  return {
    quotes,
    events,
    misdated: events.filter((id) => touched.some((one) => one.misdated.includes(id))),
    disputes: disputes.slice(0, MOST_FOUND.disputes),
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
