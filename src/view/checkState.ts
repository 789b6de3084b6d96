import type { FoundQuote, MessageFindings } from "../lookup/checkMessage.ts";
import type { Story } from "../story/story.ts";
import { customId } from "./customId.ts";
import { longId, shortId } from "./shortId.ts";

/** Marks words that are only near to the quote. */
const NEAR = "~";
const BETWEEN = ".";
/** Marks an event to which the message gives another day. */
const MISDATED = "!";

/** The custom id that gives the findings of a message again; of people it keeps those that quotes are given to. */
export function writeFindings({ quotes, events, misdated, disputes }: MessageFindings): string {
  const quoteTexts = quotes.map(({ id, near, insteadOf }) =>
    [`${near ? NEAR : ""}${shortId(id)}`, ...insteadOf.slice(0, 1).map(shortId)].join("!"),
  );
  return customId(
    "check",
    "found",
    quoteTexts.join(BETWEEN),
    events.map((id) => `${shortId(id)}${misdated.includes(id) ? MISDATED : ""}`).join(BETWEEN),
    disputes.map(shortId).join(BETWEEN),
  );
}

/** Reads the details of such a custom id; null where the story does not hold all of it any more. */
export function readFindings(details: readonly string[], story: Story): MessageFindings | null {
  const [quoteTexts = "", eventTexts = "", disputeTexts = ""] = details;
  const quotes = partsOf(quoteTexts).map((text) => readQuote(text, story));
  const marked = partsOf(eventTexts).map((text) => ({
    id: longId(text.replace(MISDATED, ""), story.events.keys()),
    isMisdated: text.endsWith(MISDATED),
  }));
  const events = marked.map(({ id }) => id);
  const disputes = partsOf(disputeTexts).map((short) => longId(short, story.disputes.keys()));
  if (!isWhole(quotes) || !isWhole(events) || !isWhole(disputes)) return null;
  if (quotes.length + events.length + disputes.length === 0) return null;
  const misdated = marked.flatMap(({ id, isMisdated }) => (isMisdated && id !== null ? [id] : []));
  return { quotes, events, misdated, disputes, people: [] };
}

function readQuote(text: string, story: Story): FoundQuote | null {
  const near = text.startsWith(NEAR);
  const [short = "", instead] = text.slice(near ? NEAR.length : 0).split("!");
  const id = longId(short, story.quotes.keys());
  const person = instead === undefined ? null : longId(instead, story.people.keys());
  if (id === null || (instead !== undefined && person === null)) return null;
  return { id, near, insteadOf: person === null ? [] : [person] };
}

function partsOf(text: string): string[] {
  return text === "" ? [] : text.split(BETWEEN);
}

function isWhole<One>(all: readonly (One | null)[]): all is One[] {
  return all.every((one) => one !== null);
}
