import type { EntryRef } from "../../story/entryRef.ts";
import type { Account, Language, Localized } from "../../story/schema.ts";
import { entry, type Quote, type Story } from "../../story/story.ts";

const LANGUAGES = ["fr", "en"] as const;

/** A title or the question of a topic; another way in which people ask for it; anything that it tells. */
export type TextRole = "title" | "asked" | "told";

/** One text of an entry: a way in which people ask for it, or a sentence that it tells. */
export interface EntryText {
  text: string;
  /** The names under which it was published: no part of its sentences. */
  byline?: string;
  language: Language;
  role: TextRole;
}

/** An entry of the story, or a subject that it is known not to tell. */
export type CandidateRef = EntryRef | { type: "untold"; id: string };

/** An entry as the index reads it. */
export interface Candidate {
  ref: CandidateRef;
  texts: EntryText[];
  /** People and organisations that it is about. */
  people: readonly string[];
  /** What comes first among equals, 0 to 3. */
  weight: number;
}

/** Every entry that can answer a question, and what people ask that none answers; each is put together in its turn. */
export function* candidatesOf(story: Story): Iterable<Candidate> {
  yield* eventCandidates(story);
  yield* topicCandidates(story);
  yield* disputeCandidates(story);
  yield* quoteCandidates(story);
  yield* personCandidates(story);
  yield* untoldCandidates(story);
}

function eventCandidates(story: Story): Iterable<Candidate> {
  return story.events.values().map(({ id, title, summary, asked, people, accounts, weight }) => ({
    ref: { type: "event", id },
    texts: [...asking(title, asked), ...told(summary), ...accountTexts(accounts, story)],
    people,
    weight,
  }));
}

function topicCandidates(story: Story): Iterable<Candidate> {
  return story.topics.values().map(({ id, question, answer, asked, people, accounts }) => ({
    ref: { type: "topic", id },
    texts: [...asking(question, asked), ...told(answer), ...accountTexts(accounts, story)],
    people,
    weight: 2,
  }));
}

function disputeCandidates(story: Story): Iterable<Candidate> {
  return story.disputes
    .values()
    .map(({ id, question, differ, settled, asked, people, accounts, series }) => ({
      ref: { type: "dispute", id },
      texts: [
        ...asking(question, asked),
        ...told(differ),
        ...(settled ? told(settled) : []),
        ...(series ?? []).flatMap(({ value }) => told(value)),
        ...accountTexts(accounts, story),
      ],
      people,
      weight: 2,
    }));
}

function quoteCandidates(story: Story): Iterable<Candidate> {
  return story.quotes.values().map((quote) => ({
    ref: { type: "quote", id: quote.id },
    texts: [
      ...asking(entry(story.people, quote.speaker).name, quote.asked),
      { text: quote.words, language: quote.lang, role: "told" },
      ...quote.translations.map(({ text, lang }) => ({
        text,
        language: lang,
        role: "told" as const,
      })),
      ...told(quote.where),
      ...quote.proofs.flatMap(({ source }) => told(entry(story.sources, source).label)),
    ],
    people: [quote.speaker, ...quote.about],
    weight: weightOfQuote(quote, story),
  }));
}

const KIND_WEIGHTS = {
  verbatim: 1.5,
  "press-translation": 1,
  reported: 0.5,
  rejected: 0,
} as const;
const OWN_PAGE = 1;

/** Exact words before others, those on the speaker's own page before the press, then by what matters most. */
function weightOfQuote({ kind, proofs, event }: Quote, story: Story): number {
  const isOwnPage = proofs.some(({ source }) =>
    ["post", "primary"].includes(story.sources.get(source)?.kind ?? ""),
  );
  const ofEvent = (story.events.get(event ?? "")?.weight ?? 0) / 10;
  return KIND_WEIGHTS[kind] + (isOwnPage ? OWN_PAGE : 0) + ofEvent;
}

function personCandidates(story: Story): Iterable<Candidate> {
  return story.people.values().map(({ id, name, portrait, roles, asked, accounts }) => ({
    ref: { type: "person", id },
    texts: [
      ...asking(name, asked),
      ...roles.flatMap(({ title }) => asking(title, { fr: [], en: [] })),
      ...told(portrait),
      ...accountTexts([...accounts, ...roles.flatMap((role) => role.accounts)], story),
    ],
    people: [id],
    weight: 1,
  }));
}

function untoldCandidates(story: Story): Iterable<Candidate> {
  return story.untold.values().map(({ id, asked }) => ({
    ref: { type: "untold", id },
    texts: phrasings(asked),
    people: [],
    weight: 1,
  }));
}

/** The ways in which people ask for an entry, by language. */
type Asked = Readonly<Record<Language, readonly string[]>>;

function asking(title: Localized, asked: Asked): EntryText[] {
  const titles = LANGUAGES.map((language) => ({ text: title[language], language, role: "title" as const }));
  return [...titles, ...phrasings(asked)];
}

function phrasings(asked: Asked): EntryText[] {
  return LANGUAGES.flatMap((language) =>
    asked[language].map((text) => ({ text, language, role: "asked" as const })),
  );
}

const SENTENCES = { fr: segmenter("fr"), en: segmenter("en") };

function segmenter(language: Language): Intl.Segmenter {
  return new Intl.Segmenter(language, { granularity: "sentence" });
}

/** What holds nothing else has no end of a sentence within, and need not be looked through for one. */
const WITHOUT_END = /^[\p{L}\p{N}\p{Zs},'’]+[.?!]?$/u;

/** The sentences of a text, as the segmenter of its language parts them. */
export function sentencesOf(text: string, language: Language): string[] {
  if (WITHOUT_END.test(text)) return [text];
  return [...SENTENCES[language].segment(text)].map(({ segment }) => segment);
}

function told(text: Localized): EntryText[] {
  return LANGUAGES.flatMap((language) =>
    sentencesOf(text[language], language).map((sentence) => ({
      text: sentence,
      language,
      role: "told" as const,
    })),
  );
}

/** An account with the name of its source, so that "what does Reuters say" finds it. */
function accountTexts(accounts: readonly Account[], story: Story): EntryText[] {
  return accounts.flatMap(({ source, says }) => {
    const { label, publisher } = entry(story.sources, source);
    return LANGUAGES.map((language) => ({
      text: says[language],
      byline: `${label[language]} ${publisher ?? ""}`,
      language,
      role: "told" as const,
    }));
  });
}
