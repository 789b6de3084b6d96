import { when } from "../../story/dates.ts";
import { isProven } from "../../story/proof.ts";
import type { AskIndex } from "./askIndex.ts";
import { idOf, isName, isPerson, isThing, nameOf } from "./concepts.ts";
import { MISTAKEN_DAYS } from "./grace.ts";
import type { Concept } from "./lexicon.ts";
import { tellsDenial } from "./negation.ts";
import { hasWordsOfSpeaker } from "./ownWords.ts";
import type { Match } from "./rank.ts";
import type { Question } from "./understand.ts";

/**
 * Whether an entry can't be the answer, however near it is: it is of another time, it holds words that nobody is
 * known to have said, it does not deny what is asked who did not do it, or whether somebody did something hangs on it
 * and it tells of others.
 */
export function isBarred(match: Match, question: Question, index: AskIndex): boolean {
  if (!tellsDenial(match, question, index)) return true;
  if (match.entry.ref.type === "untold") return false;
  return !(
    isOfTheTime(match, question, index) &&
    isNoDoubtfulQuote(match, question, index) &&
    hasWordsOfSpeaker(match, question, index) &&
    isCountedOrDated(match, question, index) &&
    isOfTheHead(match, question, index) &&
    (question.kinds[0] !== "when" ||
      (isAboutAllNames(match, question, index) && tellsDeeds(match, question, index))) &&
    (!question.asksWhether ||
      (isAboutAllNames(match, question, index) &&
        isOfThem(match, question, index) &&
        tellsDeeds(match, question, index)))
  );
}

/** Everybody whom a question names is in it: "Did Google buy OpenAI?" is not answered by somebody else's buyout. */
function isAboutAllNames({ missing }: Match, { concepts }: Question, { implied }: AskIndex): boolean {
  return !missing.some((one) => isName(one) && !(implied.has(one) && concepts.length > 1));
}

/**
 * Who did what to whom: "was Toner fired by Georgetown?" needs an entry that tells of Toner being fired, and
 * a story in which Georgetown fires somebody. An organisation that goes without saying is nobody's doer.
 */
export function tellsDeeds({ entry }: Match, { deeds }: Question, index: AskIndex): boolean {
  const counts = (name: Concept) => isCounted(name, index);
  return deeds.every(({ act, doers, others }) => {
    const told = entry.deeds.filter((deed) => deed.act === act);
    const suffering = others.filter(counts);
    const isTold = suffering.every((name) => told.some((deed) => deed.others.includes(name)));
    const known = suffering.length > 0 ? index.doersOf(act) : new Set(told.flatMap((deed) => deed.doers));
    return isTold && doers.filter(counts).every((name) => known.has(name));
  });
}

/** Whether a name tells anything of a deed: an organisation that goes without saying does not. */
export function isCounted(name: Concept, { implied, story }: AskIndex): boolean {
  return !implied.has(name) || isPerson(idOf(name), story);
}

/** "Did Nadella apologise?" is hardly answered by a text on somebody else's apology, though the entry names him. */
export function isOfThem(
  { unit, entry }: Match,
  { names, asksWhether }: Question,
  { story }: AskIndex,
): boolean {
  const people = names.filter((id) => isPerson(id, story));
  if (people.length === 0 || entry.ref.type === "person") return true;
  if (people.some((id) => unit.concepts.includes(nameOf(id)))) return true;
  const others = unit.concepts.some((concept) => isPerson(idOf(concept), story));
  return !others && !asksWhether;
}

/** "How many" is answered by an entry for which people ask a number, "when" by an event or by what is asked when. */
function isCountedOrDated({ unit, entry }: Match, { kinds }: Question, { unitsOf }: AskIndex): boolean {
  const [kind] = kinds;
  if (kind === "many") return unitsOf(entry).some((one) => one.kind === "many");
  if (kind !== "when" || entry.ref.type === "event") return true;
  return unit.kind === "when" || unit.kind === "long";
}

/** The group of words.json for being at the head of something. */
const HEAD: Concept = "ceo";

/** "Who is Altman's boss?" asks for the head of a person, and not for that of his company. */
function isOfTheHead({ entry }: Match, question: Question, index: AskIndex): boolean {
  const { kinds, deeds, concepts } = question;
  const led = deeds.filter(({ act }) => act === HEAD).flatMap(({ others }) => others);
  const people = led.filter((name) => isPerson(idOf(name), index.story));
  const asksNoMore = concepts.filter(isThing(index)).length === 1;
  if (kinds[0] !== "who" || people.length === 0 || !asksNoMore) return true;
  const told = entry.deeds.filter(({ act }) => act === HEAD);
  return people.every(
    (name) =>
      told.some(({ others }) => others.includes(name)) && !told.some(({ doers }) => doers.includes(name)),
  );
}

/** Instants know no days. */
const MISTAKEN = { hours: MISTAKEN_DAYS * 24 };

/** "Who resigned in May 2024?" is no question for November 2023, nor for somebody's whole life. */
function isOfTheTime({ entry }: Match, { day, names }: Question, { story }: AskIndex): boolean {
  const { type, id } = entry.ref;
  if (day !== null && type === "person") return names.includes(id);
  const time = type === "event" || type === "quote" ? story[`${type}s`].get(id)?.when : null;
  if (day === null || !time) return true;
  // Days of UTC are near enough here.
  return day.ranges.some(
    ({ from, to }) =>
      Temporal.Instant.compare(time.start.subtract(MISTAKEN), when({ date: to }).end) < 0 &&
      Temporal.Instant.compare(time.end.add(MISTAKEN), when({ date: from }).start) > 0,
  );
}

/** Words without proof answer who asks for words, and nobody else. */
function isNoDoubtfulQuote({ entry }: Match, { kinds }: Question, { story }: AskIndex): boolean {
  if (entry.ref.type !== "quote" || kinds.includes("quote") || kinds.includes("source")) return true;
  const quote = story.quotes.get(entry.ref.id);
  return quote !== undefined && isProven(quote);
}
