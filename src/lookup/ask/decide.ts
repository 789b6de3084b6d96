import { when, type When } from "../../story/dates.ts";
import { fold } from "../../story/fold.ts";
import type { Quote, Story } from "../../story/story.ts";
import { isCounting } from "./kinds.ts";
import type { AskIndex } from "./askIndex.ts";
import type { Concept } from "./lexicon.ts";
import { ELSEWHERE_ASKED, type Match } from "./rank.ts";
import type { Question } from "./understand.ts";

/** How surely an entry must answer: most of it is the share of the question that it knows. */
const SURE = 0.46;
/** The same where a yes or no depends on it. */
const SURE_FOR_YES_OR_NO = 0.55;
/** The same for a sentence that it tells, since nobody asks with it, unless it holds so many of the things asked, names aside. */
const SURE_TOLD = 0.65;
const MANY_THINGS = 3;
/** The share of what is asked about somebody, his name left aside; more of it where a yes or no depends on it. */
const ENOUGH_ABOUT_NAMES = 0.38;
const ENOUGH_FOR_YES_OR_NO = 0.5;
/** The share of an entry's best text that one word alone must be. */
const ENOUGH_OF_TEXT = 0.6;

/**
 * Whether an entry answers a question, and is not just near it. It must know enough of the question, be about
 * everybody whom it names and hold what is said of them, and be asked for what the question asks for.
 */
export function answers(match: Match, question: Question, index: AskIndex): boolean {
  return (
    match.sure >= sureness(match, question, index) &&
    isAboutAllNames(match, question, index) &&
    isOfThem(match, question, index) &&
    tellsDeeds(match, question, index) &&
    saysEnoughOfThem(match, question, index) &&
    isAskedFor(match, question, index) &&
    isNotTooBare(match, question, index) &&
    isCountedOrDated(match, question, index) &&
    holdsBoth(match, question, index) &&
    isOfTheTime(match, question, index) &&
    isNoDoubtfulQuote(match, question, index) &&
    hasWordsOfSpeaker(match, question, index)
  );
}

function sureness({ unit }: Match, { concepts, asksWhether }: Question, { lexicon }: AskIndex): number {
  const held = concepts.filter((concept) => unit.concepts.has(concept));
  const things = held.filter((concept) => !lexicon.isLight(concept) && !isName(concept));
  if (unit.role === "told" && things.length < MANY_THINGS) return SURE_TOLD;
  return asksWhether ? SURE_FOR_YES_OR_NO : SURE;
}

function isName(concept: Concept): boolean {
  return concept.startsWith("@");
}

function isAboutAllNames(
  { entry, unit, missing }: Match,
  { concepts }: Question,
  { implied }: AskIndex,
): boolean {
  const isPerson = entry.ref.type === "person";
  // A person's page is about him, whoever else its accounts mention.
  const isMissing = (name: Concept) => (isPerson ? !unit.concepts.has(name) : missing.includes(name));
  return !concepts.some(
    (concept) => isName(concept) && isMissing(concept) && !(implied.has(concept) && concepts.length > 1),
  );
}

/**
 * "Did Nadella apologise?" is not answered by a text on somebody else's apology, though the entry names him
 * as well; and whether somebody did something only by a text that names him.
 */
function isOfThem({ unit, entry }: Match, { names, asksWhether }: Question, { story }: AskIndex): boolean {
  const people = names.filter((id) => story.people.get(id)?.kind === "person");
  if (people.length === 0 || entry.ref.type === "person") return true;
  if (people.some((id) => unit.concepts.has(`@${id}`))) return true;
  const others = [...unit.concepts].some((concept) => story.people.get(concept.slice(1))?.kind === "person");
  return !others && !asksWhether;
}

/**
 * Who did what to whom: "was Toner fired by Georgetown?" needs an entry that tells of Toner being fired, and
 * a story in which Georgetown fires somebody. An organisation that goes without saying is nobody's doer.
 */
function tellsDeeds({ entry }: Match, { deeds }: Question, { implied, story, doersOf }: AskIndex): boolean {
  const counts = (name: Concept) => !implied.has(name) || story.people.get(name.slice(1))?.kind === "person";
  return deeds.every(({ act, doers, others }) => {
    const told = entry.deeds.filter((deed) => deed.act === act);
    const suffering = others.filter(counts);
    const isTold = suffering.every((name) => told.some((deed) => deed.others.includes(name)));
    const known = suffering.length > 0 ? doersOf(act) : new Set(told.flatMap((deed) => deed.doers));
    return isTold && doers.filter(counts).every((name) => known.has(name));
  });
}

/** "Did Sundar Pichai resign?" is not answered by all that tells of Sundar Pichai. */
function saysEnoughOfThem(
  { held }: Match,
  { concepts, asksWhether }: Question,
  { weightOf, lexicon }: AskIndex,
): boolean {
  const others = concepts.filter(
    (concept) => !isName(concept) && !lexicon.attributes.has(concept) && !lexicon.isLight(concept),
  );
  const known = others.reduce((sum, concept) => sum + (held.get(concept) ?? 0) * weightOf(concept), 0);
  const asked = others.reduce((sum, concept) => sum + weightOf(concept), 0);
  return known >= (asksWhether ? ENOUGH_FOR_YES_OR_NO : ENOUGH_ABOUT_NAMES) * asked;
}

/** An age or a price is answered only by a text by which people ask for it, and of the same people. */
function isAskedFor({ unit }: Match, { concepts }: Question, { lexicon, implied }: AskIndex): boolean {
  if (!concepts.some((concept) => lexicon.attributes.has(concept))) return true;
  const needed = concepts.filter(
    (concept) => lexicon.attributes.has(concept) || (isName(concept) && !implied.has(concept)),
  );
  return unit.role !== "told" && needed.every((concept) => unit.concepts.has(concept));
}

/** One word alone asks for an entry only if that is most of what the entry is called; words that tell little ask nothing. */
function isNotTooBare({ named }: Match, { concepts }: Question, { lexicon }: AskIndex): boolean {
  const telling = concepts.filter((concept) => !lexicon.isLight(concept));
  return telling.length > 0 && (concepts.length > 1 || named >= ENOUGH_OF_TEXT);
}

/**
 * Of two things that a question is about, one of them a name, one text must hold both, or the entry be about
 * him: "the CEO of Meta" is not any CEO, and Meta somewhere else.
 */
function holdsBoth({ held, entry }: Match, { concepts }: Question, { lexicon, implied }: AskIndex): boolean {
  const telling = concepts.filter((concept) => !lexicon.isLight(concept) && !implied.has(concept));
  if (telling.length !== 2 || !telling.some(isName)) return true;
  return telling.every(
    (concept) =>
      (held.get(concept) ?? 0) > ELSEWHERE_ASKED || (isName(concept) && entry.people.has(concept.slice(1))),
  );
}

/** "How many" is answered by an entry for which people ask a number, "when" by an event or by what is asked when. */
function isCountedOrDated({ unit, entry }: Match, { kinds }: Question, { unitsOf }: AskIndex): boolean {
  const [kind] = kinds;
  if (kind === "many") return unitsOf(entry).some((one) => isCounting(one.kind));
  if (kind !== "when" || entry.ref.type === "event") return true;
  return unit.kind === "when" || unit.kind === "long";
}

/** How far from what is asked a date may lie, in hours: members mistake a day easily, hardly a month. */
const MISTAKEN = { hours: 3 * 24 };

/** "Who resigned in May 2024?" is no question for November 2023, nor for somebody's whole life. */
function isOfTheTime({ entry }: Match, { day, names }: Question, { story }: AskIndex): boolean {
  const { type, id } = entry.ref;
  if (day !== null && type === "person") return names.includes(id);
  const time = type === "event" ? story.events.get(id)?.when : type === "quote" ? saidWhen(id, story) : null;
  if (day === null || !time) return true;
  // Days of UTC are near enough here.
  return day.ranges.some(
    ({ from, to }) =>
      Temporal.Instant.compare(time.start.subtract(MISTAKEN), when({ date: to }).end) < 0 &&
      Temporal.Instant.compare(time.end.add(MISTAKEN), when({ date: from }).start) > 0,
  );
}

function saidWhen(id: string, { quotes }: Story): When | null {
  const date = quotes.get(id)?.date ?? null;
  return date === null ? null : when({ date });
}

/** Words without proof answer who asks for words, and nobody else. */
function isNoDoubtfulQuote({ entry }: Match, { kinds }: Question, { story }: AskIndex): boolean {
  if (entry.ref.type !== "quote" || kinds.includes("quote") || kinds.includes("source")) return true;
  const quote = story.quotes.get(entry.ref.id);
  return quote !== undefined && isProven(quote);
}

/** Somebody's very words, or a translation of them, rather than what others report or only lend him. */
function isProven({ kind }: Quote): boolean {
  return kind === "verbatim" || kind === "press-translation";
}

/** What somebody said, and nothing more, is answered by his own words, proven ones first. More than that is
 * answered by his words, or by an entry for which people ask just so. */
function hasWordsOfSpeaker(match: Match, { kinds, names, concepts }: Question, { story }: AskIndex): boolean {
  const [speaker] = names;
  const own = story.quotesOfPerson.get(speaker ?? "") ?? [];
  const { type, id } = match.entry.ref;
  const isBare = kinds[0] === "quote" && names.length === 1 && concepts.length === 1;
  if (isBare && (own.length > 0 || type === "quote")) {
    const proven = own.filter(isProven);
    return type === "quote" && (proven.length > 0 ? proven : own).some((quote) => quote.id === id);
  }
  if (kinds[0] !== "quote" || speaker === undefined || story.quotesOfPerson.has(speaker)) return true;
  if (isPublisher(speaker)) return true;
  // People name the speaker first: "what did Nadella tell Swisher" asks for no words of hers.
  const [first] = [...match.unit.concepts].filter(isName);
  return match.entry.ref.type !== "person" && match.unit.kind === "quote" && first === `@${speaker}`;

  function isPublisher(id: string): boolean {
    const name = fold(story.people.get(id)?.name.en ?? "");
    return [...story.sources.values()].some(({ publisher }) => publisher && fold(publisher).startsWith(name));
  }
}
