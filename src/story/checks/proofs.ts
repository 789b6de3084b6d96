import { citations } from "../citations.ts";
import type { Fault } from "../fault.ts";
import type { Draft } from "../read.ts";
import type { Language, QuoteRecord } from "../schema.ts";

/** Citations that nobody can check: the source has no address, and no passage shows its words. */
export function unprovedCitations(draft: Draft): Fault[] {
  const addresses = new Map(draft.sources.map(({ id, url }) => [id, url]));
  return citations(draft)
    .filter(({ source, passage }) => !passage && addresses.get(source) === null)
    .map(({ file, entry, field, source }) => ({
      file: `${file}.json`,
      place: `${entry}: ${field}`,
      reason: `${source} has no address, so its words are needed: give the passage`,
    }));
}

/** Quotes that lack what their kind needs, or that can't be read in both languages. */
export function wrongQuotes({ quotes }: Draft): Fault[] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  return quotes.flatMap((quote) => [
    ...wrongReason(quote),
    ...wrongOriginal(quote, byId),
    ...wrongTranslations(quote),
  ]);
}

function wrongReason({ id, kind, reason }: QuoteRecord): Fault[] {
  if (kind !== "rejected" || reason) return [];
  return [fault(id, "reason", "is missing: rejected words need the reason why they are doubtful")];
}

function wrongOriginal(quote: QuoteRecord, byId: ReadonlyMap<string, QuoteRecord>): Fault[] {
  const original = quote.original === undefined ? undefined : byId.get(quote.original);
  if (!original || (original.speaker === quote.speaker && original.lang !== quote.lang)) return [];
  return [
    fault(quote.id, "original", `"${original.id}" must be the same speaker's words in another language`),
  ];
}

function wrongTranslations({ id, lang, translations }: QuoteRecord): Fault[] {
  const faults: Fault[] = [];
  const languages: Language[] = ["fr", "en"];
  for (const language of languages) {
    const has = translations.some((translation) => translation.lang === language);
    if (language === lang && has)
      faults.push(fault(id, "translations", `"${lang}" is the language of the words themselves`));
    if (language !== lang && !has)
      faults.push(fault(id, "translations", `lacks "${language}"; a quote is read in French and in English`));
  }
  for (const [n, { source, passage }] of translations.entries()) {
    if (passage && source === undefined)
      faults.push(fault(id, `translations.${n}.source`, "is missing: a passage is somebody's print"));
  }
  return faults;
}

function fault(id: string, field: string, reason: string): Fault {
  return { file: "quotes.json", place: `${id}: ${field}`, reason };
}
