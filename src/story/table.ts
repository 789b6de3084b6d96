import type { DocumentCoverage, EntryCoverage } from "./coverage.ts";

/** What a story covers, as a table for a terminal, with the measure of each column below it. */
export function coverageTable(
  entries: readonly EntryCoverage[],
  documents: readonly DocumentCoverage[],
): string {
  const kinds = columns([
    ["kinds", "entries", "fr", "en", "with a link", "with a passage"],
    ...entries.map(({ file, entries: all, complete, linked, withPassage }) => [
      file,
      String(all),
      share(complete.fr, all),
      share(complete.en, all),
      share(linked, all),
      share(withPassage, all),
    ]),
  ]);
  const texts = columns([
    ["documents", "entries", "passages", "characters", "cited", ""],
    ...documents.map(({ source, entries: citing, passages, characters, cited }) => [
      source,
      String(citing),
      String(passages),
      characters === null ? "–" : String(characters),
      cited === null ? "–" : String(cited),
      cited === null || characters === null ? "" : share(cited, characters),
    ]),
  ]);
  return [
    kinds,
    "fr, en: entries that can be read and asked for in that language.",
    "with a link: entries that cite a source with an address (sources: that have one).",
    "with a passage: entries that cite exact words (sources: whose words are cited).",
    ...(documents.length === 0
      ? []
      : [
          "",
          texts,
          "entries: that cite the document. passages: different ones among them. cited: characters of the",
          "document inside at least one passage, each counted once; – where its text is not at hand (--texts).",
        ]),
  ].join("\n");
}

function share(part: number | null, whole: number): string {
  return part === null || whole === 0 ? "–" : `${Math.round((part / whole) * 100)}%`;
}

/** Rows in columns as wide as their widest cell: names to the left, figures to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
