import { fold } from "../story/fold.ts";
import type { Quote, Story } from "../story/story.ts";
import type { Lookups } from "./lookups.ts";

/** Whose words, and about what; both as resolved or as typed. */
export interface QuoteQuestion {
  person: string | null;
  about: string | null;
}

/** The quotes that answer, best first, as ids; words nobody is known to have said stand apart. */
export interface QuotesAnswer {
  question: QuoteQuestion;
  quotes: string[];
  doubtful: string[];
}

/** The most quotes that an answer leafs through. */
const MOST_QUOTES = 50;

/** The quotes of a person (an id), about something (typed words), or all of them. */
export function quotesFor(question: QuoteQuestion, { story, quotes }: Lookups): QuotesAnswer {
  const candidates = question.about === null ? ranked(story) : aboutWords(question.about, story, quotes);
  const matching = candidates.filter(
    (quote) => question.person === null || quote.speaker === question.person,
  );
  const kept = matching.slice(0, MOST_QUOTES);
  return {
    question,
    quotes: kept.filter(({ kind }) => kind !== "rejected").map(({ id }) => id),
    doubtful: kept.filter(({ kind }) => kind === "rejected").map(({ id }) => id),
  };
}

/** With a person's id it still fits a custom id. */
const LONGEST_ABOUT = 40;

/** Words to look for, in a form that a custom id can hold. */
export function tamed(about: string): string {
  return fold(about).slice(0, LONGEST_ABOUT).trim();
}

/** The quotes of an event that somebody is known to have said, exact words first. */
export function quotesOfEvent(event: string, story: Story): Quote[] {
  return (story.quotesOfEvent.get(event) ?? [])
    .filter(({ kind }) => kind !== "rejected")
    .toSorted((a, b) => KIND_RANK[a.kind] - KIND_RANK[b.kind]);
}

/**
 * The very words that were chosen from suggestions first; reported ones after all others; among the rest what
 * begins as typed first, then exact words.
 */
function aboutWords(about: string, story: Story, search: Lookups["quotes"]): Quote[] {
  const beginning = fold(about);
  const isUnchosen = ({ words }: Quote) => Number(tamed(words) !== tamed(about));
  const isOther = ({ words }: Quote) => Number(!fold(words).startsWith(beginning));
  const isReported = ({ kind }: Quote) => Number(KIND_RANK[kind] >= KIND_RANK.reported);
  return search
    .matching(about)
    .flatMap((id) => story.quotes.get(id) ?? [])
    .toSorted(
      (a, b) =>
        isUnchosen(a) - isUnchosen(b) ||
        isReported(a) - isReported(b) ||
        isOther(a) - isOther(b) ||
        KIND_RANK[a.kind] - KIND_RANK[b.kind],
    );
}

const KIND_RANK = { verbatim: 0, "press-translation": 1, reported: 2, rejected: 3 } as const;

/** The exact words first, those on the speaker's own page before the press, then by what matters most. */
function ranked(story: Story): Quote[] {
  const isOwnPage = (quote: Quote) =>
    quote.proofs.some(({ source }) => ["post", "primary"].includes(story.sources.get(source)?.kind ?? ""));
  const weightOf = (quote: Quote) => (quote.event ? (story.events.get(quote.event)?.weight ?? 0) : 0);
  return [...story.quotes.values()].toSorted(
    (a, b) =>
      KIND_RANK[a.kind] - KIND_RANK[b.kind] ||
      Number(isOwnPage(b)) - Number(isOwnPage(a)) ||
      weightOf(b) - weightOf(a),
  );
}
