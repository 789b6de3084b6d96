import type { AskIndex } from "./askIndex.ts";
import { conceptsOf, isName, isThing } from "./concepts.ts";
import type { Grammar } from "./grammar.ts";
import type { Concept, Lexicon, Meaning } from "./lexicon.ts";
import type { Match } from "./rank.ts";
import type { Unit } from "./texts.ts";
import type { Question } from "./understand.ts";
import { whetherAt } from "./whether.ts";

/** What a text denies: "he did not sign" the signing, "everybody except Brockman was called" some call. */
export function deniedIn(
  words: readonly string[],
  meanings: readonly Meaning[],
  grammar: Grammar,
  lexicon: Pick<Lexicon, "isLight">,
): Concept[] {
  if (grammar.isIn("except", words)) return conceptsOf(thingsIn(meanings, lexicon));
  const ends = [...denials(words, "negation", grammar), ...denials(words, "without", grammar)];
  return ends.length === 0 ? [] : conceptsOf(deniedAfter(ends, words, thingsIn(meanings, lexicon), grammar));
}

/** What a question asks the opposite of: "who did not sign the letter?" */
export function deniedByQuestion(
  words: readonly string[],
  meanings: readonly Meaning[],
  grammar: Grammar,
  lexicon: Pick<Lexicon, "isLight">,
): Concept[] {
  const asks = words.findIndex((_, at) => grammar.lengthAt("question-word", words, at) > 0);
  if (asks < 0 || grammar.lengthAt("which", words, asks) === 0) return [];
  // What is denied behind another such word is no part of what is asked: "when did they drop what does not vote".
  const rest = words.slice(asks + 1);
  const next = rest.findIndex((_, at) => grammar.lengthAt("question-word", rest, at) > 0);
  const own = next < 0 ? words : words.slice(0, asks + 1 + next);
  return conceptsOf(
    deniedAfter(denials(own, "negation", grammar), own, thingsIn(meanings, lexicon), grammar),
  );
}

function thingsIn(meanings: readonly Meaning[], { isLight }: Pick<Lexicon, "isLight">): Meaning[] {
  return meanings.filter(({ concept }) => !isName(concept) && !isLight(concept));
}

/** Behind the words that deny something; "didn't Musk sign?" and "Musk n'a-t-il pas signé ?" ask whether he did. */
function denials(words: readonly string[], group: "negation" | "without", grammar: Grammar): number[] {
  const ends: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const turn = grammar.lengthAt("no-negation", words, at);
    const end = at + grammar.lengthAt(group, words, at);
    if (turn === 0 && end === at) continue;
    const isTurned =
      at === 0 || grammar.lengthAt("pronoun", words, end) > 0 || isAfterWhether(words, at, grammar);
    if (turn > 0) at += turn - 1;
    else if (!isTurned) ends.push(end);
  }
  return ends;
}

/** The first thing after each place; "pas signé" may be one phrase, and "I don't know who signed" denies no signing. */
function deniedAfter(
  ends: readonly number[],
  words: readonly string[],
  things: readonly Meaning[],
  grammar: Grammar,
): Meaning[] {
  return ends.flatMap((end) => {
    const next = things.find(({ at, length }) => at + length > end);
    const isAsked = (at: number) => grammar.lengthAt("question-word", words, at) > 0;
    return next && !words.slice(end, next.at).some((_, n) => isAsked(end + n)) ? [next] : [];
  });
}

/** The verb was turned round right before it: "n'a-t-il pas". */
function isAfterWhether(words: readonly string[], at: number, grammar: Grammar): boolean {
  return [2, 3].some((length) => at >= length && whetherAt(words, at - length, grammar) === length);
}

/**
 * Whether an entry tells what a question denies: a text of it denies the same, one that it tells or by which people ask
 * just that, and it is of something else that is asked.
 */
export function tellsDenial(
  { entry }: Match,
  { denied: typed, kinds: [kind], concepts }: Question,
  index: AskIndex,
): boolean {
  const denied = typed.filter(index.isTold);
  if (denied.length === 0) return true;
  const others = concepts.filter((concept) => !denied.includes(concept) && isThing(index)(concept));
  const isOfTheRest = others.length === 0 || others.some((concept) => entry.holds(concept));
  const isDenied = (unit: Unit) =>
    (unit.role !== "asked" || unit.kind === kind) && denied.every((concept) => unit.denied.includes(concept));
  return isOfTheRest && index.unitsOf(entry).some(isDenied);
}
