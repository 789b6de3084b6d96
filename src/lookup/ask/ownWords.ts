import { fold } from "../../story/fold.ts";
import { isProven } from "../../story/proof.ts";
import type { Quote, Story } from "../../story/story.ts";
import type { AskIndex } from "./askIndex.ts";
import { idOf, isName, isPerson, isThing, nameOf } from "./concepts.ts";
import { shareIn } from "./held.ts";
import type { Match } from "./rank.ts";
import type { Speech } from "./speech.ts";
import type { Question } from "./understand.ts";

/** The proven words of somebody. */
export function provenWordsOf(id: string, { quotesOfPerson }: Story): Quote[] {
  return (quotesOfPerson.get(id) ?? []).filter(isProven);
}

/**
 * What somebody said, and nothing more, is answered by his own words, proven ones first. More than that is
 * answered by his words, or by an entry for which people ask just so.
 */
export function hasWordsOfSpeaker(match: Match, question: Question, index: AskIndex): boolean {
  const { kinds, names, concepts, speech } = question;
  const { story } = index;
  if (kinds[0] !== "quote") return true;
  const [speaker] = names;
  const own = story.quotesOfPerson.get(speaker ?? "") ?? [];
  const { type, id } = match.entry.ref;
  const isBare = names.length === 1 && concepts.length === 1;
  if (isBare && (own.length > 0 || type === "quote")) {
    const proven = own.filter(isProven);
    return type === "quote" && (proven.length > 0 ? proven : own).some((quote) => quote.id === id);
  }
  if (speech && isToldOf(speech, index)) return isOfSpeech(match, speech, question, index);
  // "What did Nadella say about Ilya?" asks for no words of Ilya's.
  if (type === "quote" && own.length > 0 && names.length > 1)
    return story.quotes.get(id)?.speaker === speaker;
  if (speaker === undefined || story.quotesOfPerson.has(speaker)) return true;
  if (isPublisher(speaker, story)) return true;
  return match.entry.ref.type !== "person" && isAskedOf(speaker, match);
}

/** Whether there are proven words of his; an organisation that goes without saying has many voices. */
function isToldOf({ speaker }: Speech, { implied, story }: AskIndex): boolean {
  const goesWithoutSaying = implied.has(nameOf(speaker)) && !isPerson(speaker, story);
  return !goesWithoutSaying && provenWordsOf(speaker, story).length > 0;
}

/** His own words on what is asked, or an event that tells how he said some. */
function isOfSpeech(match: Match, speech: Speech, question: Question, index: AskIndex): boolean {
  const { story } = index;
  const { type, id } = match.entry.ref;
  const own = story.quotesOfPerson.get(speech.speaker) ?? [];
  if (!holdsSomeThing(match, question, index)) return false;
  if (type === "event")
    return (
      own.some((quote) => quote.event === id && isAbout(quote, speech)) ||
      isAskedInFull(match, speech, question)
    );
  const quote = own.find((one) => type === "quote" && one.id === id);
  if (!quote || !isAbout(quote, speech)) return false;
  // Words without proof are for who asks for just them.
  const asksNoMore = question.concepts.every(isName);
  return isProven(quote) || !asksNoMore || !own.some((other) => isProven(other) && isAbout(other, speech));
}

/** People ask for it with his words, and with all else that is asked. */
function isAskedInFull(match: Match, { speaker, subject }: Speech, { concepts }: Question): boolean {
  const asksOfAll = concepts.every((concept) => match.entry.isAskedWith(concept));
  return subject === null && asksOfAll && isAskedOf(speaker, match);
}

/** Where more is asked than names, some of that: "what did Murati say about the firing" is for no other words. */
function holdsSomeThing({ entry }: Match, { concepts }: Question, index: AskIndex): boolean {
  const things = concepts.filter(isThing(index));
  return (
    things.length === 0 ||
    things.some((thing) => shareIn(thing, (one) => entry.holds(one), index.lexicon) > 0)
  );
}

function isAbout({ about }: Quote, { subject }: Speech): boolean {
  return subject === null || about.includes(subject);
}

/** People name the speaker first: "what did Nadella tell Swisher" asks for no words of hers. */
function isAskedOf(speaker: string, { unit }: Match): boolean {
  const [first] = unit.concepts.filter(isName);
  return unit.kind === "quote" && first !== undefined && idOf(first) === speaker;
}

/** Whether sources of the story were published by it: what it says stands in them. */
function isPublisher(id: string, { people, sources }: Story): boolean {
  const name = fold(people.get(id)?.name.en ?? "");
  return [...sources.values()].some(({ publisher }) => publisher && fold(publisher).startsWith(name));
}
