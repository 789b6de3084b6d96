import { citations, type Citation } from "./citations.ts";
import { placesOf, type Documents } from "./passages.ts";
import type { Draft } from "./read.ts";
import { ENTRY_FILES, type EntryFile, type Language } from "./schema.ts";

/** How far the entries of one file can be read and checked: counts of entries. */
export interface EntryCoverage {
  file: EntryFile;
  entries: number;
  /** Entries that say all in this language, and that hold a way in which people ask for them in it. */
  complete: Record<Language, number>;
  /** Entries that cite at least one source with an address; sources that have one; null where nothing is cited. */
  linked: number | null;
  /** Entries that cite at least one passage; sources of which one is cited; null where nothing is cited. */
  withPassage: number | null;
}

/** How much of a document the story cites. */
export interface DocumentCoverage {
  source: string;
  document: string;
  /** Entries that cite it. */
  entries: number;
  /** Different passages cited. */
  passages: number;
  /** Characters of the text, and those of them inside a passage; null without the text. */
  characters: number | null;
  cited: number | null;
}

/** The coverage of each file's entries of right form. */
export function entryCoverage(draft: Draft): EntryCoverage[] {
  const addresses = new Set(draft.sources.filter(({ url }) => url !== null).map(({ id }) => id));
  const cited = citations(draft);
  const quoted = cited.filter(({ passage }) => passage);
  const linked = cited.filter(({ source }) => addresses.has(source));
  return ENTRY_FILES.map((file) => {
    const entries: readonly Entry[] = draft[file];
    const complete = (language: Language) => entries.filter((entry) => isComplete(entry, language)).length;
    return {
      file,
      entries: entries.length,
      complete: { fr: complete("fr"), en: complete("en") },
      ...(file === "sources"
        ? { linked: addresses.size, withPassage: new Set(quoted.map(({ source }) => source)).size }
        : file === "words" || file === "untold"
          ? { linked: null, withPassage: null }
          : { linked: entriesOf(file, linked), withPassage: entriesOf(file, quoted) }),
    };
  });
}

/** How many entries of a file make these citations. */
function entriesOf(file: EntryFile, list: readonly Citation[]): number {
  return new Set(list.filter((citation) => citation.file === file).map(({ entry }) => entry)).size;
}

/** What the entries of all files may have of the fields that the schemas let empty in one language. */
interface Entry {
  id: string;
  asked?: Record<Language, readonly string[]>;
  lang?: Language;
  translations?: readonly { lang: Language }[];
}

/** The schemas make every text bilingual; what is left open are the ways of asking and a quote's translations. */
function isComplete({ asked, lang, translations }: Entry, language: Language): boolean {
  const isAsked = asked === undefined || asked[language].length > 0;
  const isRead =
    translations === undefined ||
    lang === language ||
    translations.some((translation) => translation.lang === language);
  return isAsked && isRead;
}

/** The coverage of each document; `documents` is null when their texts are not at hand. */
export function documentCoverage(draft: Draft, documents: Documents | null): DocumentCoverage[] {
  const cited = citations(draft);
  return draft.sources.flatMap(({ id, document }) => {
    if (document === undefined) return [];
    const own = cited.filter(({ source }) => source === id);
    const passages = own.flatMap(({ passage }) => (passage ? [passage] : []));
    const different = new Map(passages.map((passage) => [JSON.stringify(passage), passage]));
    const text = documents?.get(id);
    const spans =
      text === undefined
        ? []
        : [...different.values()].flatMap((passage) =>
            placesOf(passage, text).map((from) => ({ from, to: from + passage.exact.length })),
          );
    return [
      {
        source: id,
        document,
        entries: new Set(own.map(({ file, entry }) => `${file}: ${entry}`)).size,
        passages: different.size,
        characters: text?.length ?? null,
        cited: text === undefined ? null : lengthOf(spans),
      },
    ];
  });
}

/** The length of spans together, where they overlap counted once. */
function lengthOf(spans: readonly { from: number; to: number }[]): number {
  let length = 0;
  let reached = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length;
}
