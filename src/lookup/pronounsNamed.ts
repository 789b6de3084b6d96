import type { Language } from "../story/schema.ts";
import type { Story } from "../story/story.ts";
import type { NameFinder } from "./namedPeople.ts";
import { PART_END } from "./statements.ts";

/** Whoever does something; "il y a" and "il pleut" are nobody. */
const SUBJECT =
  /(?<![\p{L}’'-])(?:he|she|(?:il|elle)(?! (?:y|faut|pleut|neige|fait|s['’]|se peut|para[iî]t|semble|est (?:vrai|clair|possible|temps|certain|[eé]vident))))(?!\p{L})/iu;
/** Whom something happens to. */
const OBJECT = /(?<!\p{L})him(?!\p{L})/iu;
/** "L'a embauché": in French the name comes after the verb. */
const FRENCH_OBJECT = /(?<!\p{L})l['’](a|ont|avait|avaient)\s+(\p{L}+)/iu;

/**
 * A text in which "he" is called by the name of whoever was named before, so that each of its statements stands by
 * itself: "Altman was fired. He came back."
 */
export function withPronounsNamed(text: string, usual: Language, story: Story, namesIn: NameFinder): string {
  const personsIn = (part: string) => namesIn(part).filter((id) => story.people.get(id)?.kind === "person");
  let last: string | null = null;
  let named = "";
  for (const part of withEnds(text)) {
    const own = personsIn(part);
    const name: string | undefined = last === null ? undefined : story.people.get(last)?.name[usual];
    const isOther = last !== null && !own.includes(last);
    const told: string = name !== undefined && isOther ? called(part, name, personsIn) : part;
    named += told;
    // Of several the first is who the sentence is about.
    last = personsIn(told)[0] ?? last;
  }
  return named;
}

function called(part: string, name: string, personsIn: NameFinder): string {
  const { index } = SUBJECT.exec(part) ?? {};
  // "Brockman said that he quits" speaks of Brockman.
  if (index !== undefined && personsIn(part.slice(0, index)).length === 0) return part.replace(SUBJECT, name);
  return part.replace(OBJECT, name).replace(FRENCH_OBJECT, `$1 $2 ${name}`);
}

/** The parts of a text, each with what ends it. */
function withEnds(text: string): string[] {
  const ends = [...text.matchAll(new RegExp(PART_END, "giu"))].map((end) => end.index + end[0].length);
  return [0, ...ends].map((from, n) => text.slice(from, ends[n]));
}
