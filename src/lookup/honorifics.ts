import type { Search } from "./search.ts";

/** Titles of courtesy before a name, in French and English, with or without their full stop. */
const HONORIFIC =
  /^\s*(?:m|mm|mr|mrs|ms|mme|mmes|mlle|miss|mister|dr|docteur|doctor|pr|prof|professeur|professor|sir|monsieur|madame|mademoiselle)(?:\.\s*|\s+)(?=\S)/i;

/** A search for people that looks for "Mr Nadella" and "Mme Murati" by their names alone, where no name is written so. */
export function withoutHonorifics(search: Search): Search {
  const named = (text: string) => {
    const untitled = text.replace(HONORIFIC, "");
    return untitled !== text && search.named(text).length > 0 ? text : untitled;
  };
  return {
    named: (text) => search.named(named(text)),
    matching: (text) => search.matching(named(text)),
    calledLike: (text) => search.calledLike(named(text)),
    sure: (text) => search.sure(named(text)),
    resolve: (text) => search.resolve(named(text)),
    nearest: (text, limit) => search.nearest(named(text), limit),
  };
}
