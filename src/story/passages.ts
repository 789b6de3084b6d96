import { citations } from "./citations.ts";
import type { Fault } from "./fault.ts";
import type { Passage, SourceRecord } from "./schema.ts";
import type { Draft } from "./read.ts";

/** The texts of a story's documents, by the id of their source. */
export type Documents = ReadonlyMap<string, string>;

/**
 * Where a passage stands in a text, as offsets of its words: every place where prefix, words and suffix
 * follow each other to the letter.
 */
export function placesOf({ exact, prefix = "", suffix = "" }: Passage, text: string): number[] {
  const places: number[] = [];
  const whole = prefix + exact + suffix;
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1))
    places.push(at + prefix.length);
  return places;
}

/** Passages that are not in their document, or not in one place only. */
export function lostPassages(draft: Draft, documents: Documents): Fault[] {
  const names = new Map(draft.sources.map(({ id, document }) => [id, document]));
  return citations(draft).flatMap(({ file, entry, field, source, passage }) => {
    const text = documents.get(source);
    if (text === undefined || !passage) return [];
    const count = placesOf(passage, text).length;
    if (count === 1) return [];
    const where = `${entry}: ${field}.passage`;
    return [
      { file: `${file}.json`, place: where, reason: reasonOf(passage, count, text, names.get(source)) },
    ];
  });
}

function reasonOf(passage: Passage, count: number, text: string, document = ""): string {
  const words = JSON.stringify(passage.exact);
  if (count > 1) return `${words} is ${count} times in ${document}; add the words before or after it`;
  if (text.includes(passage.exact))
    return `${words} is in ${document}, but not between this prefix and suffix; copy them again`;
  if (loose(text).includes(loose(passage.exact)))
    return `${words} is in ${document} with other spaces, line ends or apostrophes; copy it again`;
  return `${words} is not in ${document}; copy it again`;
}

/** A text without what a copy easily changes. */
function loose(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/[“”«»]/g, '"');
}

/** The documents of sources that no file was found for. */
export function missingDocuments(sources: readonly SourceRecord[], documents: Documents): Fault[] {
  return sources
    .filter(({ id, document }) => document !== undefined && !documents.has(id))
    .map(({ id, document }) => ({
      file: "sources.json",
      place: `${id}: document`,
      reason: `${document} is not among the texts; add it or mend its name`,
    }));
}
