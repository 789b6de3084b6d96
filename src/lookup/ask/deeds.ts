import { isName } from "./concepts.ts";
import type { Concept, Meaning } from "./lexicon.ts";

/** What somebody does to somebody: in "Shear replaces Murati" he is the doer, and she the other. */
export interface Deed {
  act: Concept;
  doers: readonly Concept[];
  others: readonly Concept[];
}

/** How far from its verb a name may stand, in words. */
const REACH = 7;
/** How far before its verb an auxiliary may stand: "a-t-il donc été viré". */
const AUXILIARY_REACH = 5;

/** What begins another clause, whose names have another verb. */
const CLAUSE = wordSet(
  "que qu qui dont ou si car parce quand lorsque apres avant depuis pendant puisque comme mais selon " +
    "that who whom which because when while after before since until if but where as though than according",
);
const RELATIVE = wordSet("qui who that");
const AND = wordSet("et and ou or");
const BY = wordSet("by par");
const OF = wordSet("of de d du des");
/** What follows a verb that has no object. */
const AFTERWARDS = wordSet(
  "of de d du des from at by par on in en via pour for over as comme after apres pourquoi why quand when comment how ou or et and then puis",
);
/** What stands after one of these is neither subject nor object: "fired from Tesla", "un rival de Nvidia créé par…". */
const BESIDE = wordSet(
  "of de d du des to from at inside within with among against about for chez avec parmi contre vers pour sur",
);
const ARTICLES = wordSet("le la l un une du au ce cette cet son sa ses leur the an his her their");
const PASSIVE = wordSet(
  "est sont etait etaient ete fut furent etre sera seront " +
    "was were is are been being be got gets get getting wasn isn weren",
);
const ACTIVE = wordSet(
  "a ont avait avaient avoir ayant va vont veut voulait pourrait peut doit " +
    "do does did has have had having will would can could to didn doesn hasn",
);
/** "S'est fait virer" is passive, "a fait virer" active. */
const MADE = wordSet("fait faire fasse faisait");
const REFLEXIVE = wordSet("se s sest");
const PARTICIPLE = /(?:e|ee|es|ees|u|ue|us|is|ed|en|wn|ght)$|^(?:let|put|set|cut)$/;

/**
 * Reads from a text who does what to whom, for the concepts that are deeds. The order of its words tells: a
 * subject before its verb, an object after it, and the other way round in the passive voice or with "by".
 * Where the text does not tell, nobody is named.
 */
export function deedsOf(
  text: readonly string[],
  meanings: readonly Meaning[],
  deeds: ReadonlySet<Concept>,
): Deed[] {
  const acts = meanings.filter(({ concept, at }) => deeds.has(concept) && at < text.length);
  if (acts.length === 0) return [];
  const names = meanings.filter(({ concept, at }) => isName(concept) && at < text.length);
  return acts.map((act, n) => {
    const end = endOf(act);
    const clause = clauseStart(text, act.at);
    const from = Math.max(endOf(acts[n - 1]), clause, act.at - REACH);
    const to = Math.min(acts[n + 1]?.at ?? text.length, clauseEnd(text, end), end + REACH);
    const own = names.filter((name) => name.at >= from && endOf(name) <= act.at).toReversed();
    // "C'est Murati qui a viré Altman": who stands before the pronoun does it.
    const led = names.filter((name) => endOf(name) === clause - 1 && RELATIVE.has(text[clause - 1] ?? ""));
    const before = own.length > 0 ? own : led;
    const after = names.filter((name) => name.at >= end && name.at < to);
    return {
      act: act.concept,
      ...partsOf(text, act, joined(before, text), after),
    };
  });
}

/** Who does it and who suffers it, from the names before and after it. */
function partsOf(
  text: readonly string[],
  act: Meaning,
  before: readonly Meaning[],
  after: readonly Meaning[],
): Omit<Deed, "act"> {
  const previous = text[act.at - 1] ?? "";
  // Of several words ("get fired") the last is the verb.
  const verb = endOf(act) - 1;
  const isParticiple = PARTICIPLE.test(text[verb] ?? "");
  const voice = voiceOf(text, verb, isParticiple);
  const follows = (name: Meaning, words: ReadonlySet<string>) => words.has(text[name.at - 1] ?? "");
  const by = after.filter((name) => follows(name, BY));
  const owned = joined(
    after.filter((name) => name.at <= endOf(act) + 1 && follows(name, OF)),
    text,
  );
  const objects = joined(
    after.filter((name) => !by.includes(name) && !follows(name, BESIDE)),
    text,
  );
  // Names before it stand in the order of their nearness: the last is the first of a chain.
  const leading = before.at(-1);
  const subjects = leading && follows(leading, BESIDE) ? [] : before;
  const isOwned = previous === "s";
  const isNoun = isOwned || ARTICLES.has(previous) || (voice === null && !isParticiple);
  // "The board's firing of Altman", "le renvoi d'Altman", "founder of Twitch".
  if (isNoun && owned.length > 0)
    return {
      doers: ids([...by, ...(isOwned ? before : [])]),
      others: ids(owned),
    };
  if (isOwned) return { doers: ids(by), others: ids(before) };
  if (ARTICLES.has(previous)) return { doers: ids(by), others: [] };
  if (voice === "passive" || by.length > 0)
    return {
      doers: ids(by),
      others: ids(before.length > 0 ? subjects : objects),
    };
  // As headlines have it: "Altman viré", "Altman fired by phone"; but "Google set up labs".
  const endsThere = endOf(act) === text.length || AFTERWARDS.has(text[endOf(act)] ?? "");
  if (voice === null && isParticiple && endsThere) return { doers: [], others: ids(subjects) };
  return { doers: ids(before), others: ids(objects) };
}

function voiceOf(text: readonly string[], at: number, isParticiple: boolean): "active" | "passive" | null {
  for (let n = at - 1; n >= Math.max(0, at - AUXILIARY_REACH); n -= 1) {
    const word = text[n] ?? "";
    if (MADE.has(word)) return text.slice(Math.max(0, n - 3), n).some(isReflexive) ? "passive" : "active";
    if (PASSIVE.has(word)) return isParticiple ? "passive" : "active";
    if (ACTIVE.has(word)) return "active";
    if (CLAUSE.has(word)) return null;
  }
  return null;
}

function isReflexive(word: string): boolean {
  return REFLEXIVE.has(word);
}

/** The first of some names, and those that "and" joins to it. */
function joined([first, ...rest]: readonly Meaning[], text: readonly string[]): Meaning[] {
  if (!first) return [];
  const chain = [first];
  for (const name of rest) {
    const last = chain.at(-1) ?? first;
    const [left, right] = last.at < name.at ? [last, name] : [name, last];
    if (!text.slice(endOf(left), right.at).every((word) => AND.has(word))) break;
    chain.push(name);
  }
  return chain;
}

function clauseStart(text: readonly string[], at: number): number {
  for (let n = at - 1; n >= 0; n -= 1) if (CLAUSE.has(text[n] ?? "")) return n + 1;
  return 0;
}

function clauseEnd(text: readonly string[], at: number): number {
  for (let n = at; n < text.length; n += 1) if (CLAUSE.has(text[n] ?? "")) return n;
  return text.length;
}

function endOf(meaning: Meaning | undefined): number {
  return meaning ? meaning.at + meaning.length : 0;
}

function ids(names: readonly Meaning[]): Concept[] {
  return names.map(({ concept }) => concept);
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
