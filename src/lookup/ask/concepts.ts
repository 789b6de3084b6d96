import type { AskIndex } from "./askIndex.ts";
import type { Concept, Meaning } from "./lexicon.ts";
import type { Question } from "./understand.ts";

/** Whether a concept is a person or an organisation. */
export function isName(concept: Concept): boolean {
  return concept.startsWith("@");
}

/** The concept of a person or an organisation of the story, by its id. */
export function nameOf(id: string): Concept {
  return `@${id}`;
}

/** The id of whom a concept names. */
export function idOf(name: Concept): string {
  return name.slice(1);
}

/** The concepts of some meanings, each once, in order. */
export function conceptsOf(meanings: readonly Meaning[]): Concept[] {
  return [...new Set(meanings.map(({ concept }) => concept))];
}

/** A question about other concepts, and about whom those name. */
export function withConcepts(question: Question, concepts: readonly Concept[]): Question {
  return { ...question, concepts, names: concepts.filter(isName).map(idOf) };
}

/** Whether an id is that of a person of the story, and not of an organisation. */
export function isPerson(id: string, { people }: AskIndex["story"]): boolean {
  return people.get(id)?.kind === "person";
}

/** Tells the names that do not go without saying. */
export function isTellingName({ implied }: AskIndex): (concept: Concept) => boolean {
  return (concept) => isName(concept) && !implied.has(concept);
}

/** Tells what is asked, names and words of every subject aside. */
export function isThing({ lexicon }: AskIndex): (concept: Concept) => boolean {
  return (concept) => !isName(concept) && !lexicon.isLight(concept);
}

/** How much concepts tell together; each counts as far as `shareOf` says, 0 to 1. */
export function massOf(
  concepts: Iterable<Concept>,
  weightOf: AskIndex["weightOf"],
  shareOf: (concept: Concept) => number = () => 1,
): number {
  let mass = 0;
  for (const concept of concepts) mass += shareOf(concept) * weightOf(concept);
  return mass;
}

/** The sum of the squares of what concepts tell. */
export function squareOf(concepts: Iterable<Concept>, weightOf: AskIndex["weightOf"]): number {
  let square = 0;
  for (const concept of concepts) square += weightOf(concept) ** 2;
  return square;
}
