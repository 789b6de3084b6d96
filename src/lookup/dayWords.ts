import { distance } from "fastest-levenshtein";
import type { TimeOfDay } from "../story/dates.ts";
import type { DayPart } from "../story/schema.ts";

/** What one word of a typed day can mean. */
export type DayWord =
  | { kind: "weekday"; weekday: number }
  /** "mar" alone: mardi for most, March for some. */
  | { kind: "weekdayOrMonth"; weekday: number; month: number }
  | { kind: "month"; month: number }
  /** With an hour, that of which it was said: "noon", "4pm". */
  | { kind: "part"; part: TimeOfDay; hour?: number }
  | { kind: "third"; third: 0 | 1 | 2 }
  /** Which week of a month, the last is −1: "la première semaine de décembre". */
  | { kind: "ordinal"; nth: number }
  | { kind: "relation"; relation: "before" | "after" | "since" }
  | { kind: "weekend" }
  | { kind: "week" }
  | { kind: "to" }
  | { kind: "until" }
  | { kind: "between" }
  | { kind: "and" }
  | { kind: "skip" };

/** Monday is 1, as in ISO 8601. Folded, the full name first, then how people shorten it. */
const WEEKDAYS = [
  "lundi lundis lun monday mondays mon",
  "mardi mardis tuesday tuesdays tue tues",
  "mercredi mercredis mer merc wednesday wednesdays wed weds",
  "jeudi jeudis jeu thursday thursdays thu thur thurs",
  "vendredi vendredis ven vend friday fridays fri",
  "samedi samedis sam saturday saturdays sat",
  "dimanche dimanches dim sunday sundays sun",
];

const MONTHS = [
  "janvier janv jan january",
  "fevrier fevr fev february feb",
  "mars march",
  "avril avr april apr",
  "mai may",
  "juin june jun",
  "juillet juil july jul",
  "aout august aug",
  "septembre sept september sep",
  "octobre oct october",
  "novembre nov november",
  "decembre dec december",
];

/** "Friday night" is the evening in English; "la nuit" is not in French. */
const PARTS: Record<DayPart, string> = {
  night: "nuit",
  morning: "matin matinee morning",
  afternoon: "aprem afternoon",
  evening: "soir soiree evening night nite",
};

const THIRDS = ["debut early beginning", "mi mid middle", "fin late end"] as const;

const ORDINALS = [
  "derniere last",
  "premiere first",
  "deuxieme seconde second",
  "troisieme third",
  "quatrieme fourth",
  "cinquieme fifth",
];

const SKIP =
  "le la les l du de des d the of on from in en dans ce cette this that dernier jour journee day date pour for";

/** Every word of a day that this product reads, folded, in French and English. */
export const DAY_WORDS: ReadonlyMap<string, DayWord> = new Map([
  ...WEEKDAYS.flatMap((names, n) => meaning(names, { kind: "weekday", weekday: n + 1 })),
  ...MONTHS.flatMap((names, n) => meaning(names, { kind: "month", month: n + 1 })),
  ...meaning("mar", { kind: "weekdayOrMonth", weekday: 2, month: 3 }),
  ...Object.entries(PARTS).flatMap(([part, names]) =>
    meaning(names, { kind: "part", part: part as DayPart }),
  ),
  ...meaning("midi noon", { kind: "part", part: "afternoon", hour: 12 }),
  ...THIRDS.flatMap((names, n) => meaning(names, { kind: "third", third: n as 0 | 1 | 2 })),
  ...ORDINALS.flatMap((names, n) => meaning(names, { kind: "ordinal", nth: n === 0 ? -1 : n })),
  ...meaning("avant before", { kind: "relation", relation: "before" }),
  ...meaning("apres after", { kind: "relation", relation: "after" }),
  ...meaning("depuis since", { kind: "relation", relation: "since" }),
  ...meaning("weekend weekends", { kind: "weekend" }),
  ...meaning("semaine week", { kind: "week" }),
  ...meaning("au aux a to through", { kind: "to" }),
  ...meaning("jusqu jusque until till", { kind: "until" }),
  ...meaning("entre between", { kind: "between" }),
  ...meaning("et and ou or", { kind: "and" }),
  ...meaning(SKIP, { kind: "skip" }),
]);

const FUZZY = new Set<DayWord["kind"]>(["weekday", "month", "part", "weekend", "week"]);

/**
 * The day, month or part of a day that a mistyped word means: the same beginning and one slip (a wrong,
 * missing or added letter, or two swapped), two in a longer word. Short words are too near to each other, and
 * what is as near to two days ("tursday") is neither.
 */
export function mistypedDayWord(typed: string): DayWord | undefined {
  if (typed.length < 4) return undefined;
  let best: { word: DayWord; slips: number } | undefined;
  let isTied = false;
  for (const [name, word] of DAY_WORDS) {
    if (name.length < 5 || name[0] !== typed[0] || !FUZZY.has(word.kind)) continue;
    const slips = swapped(typed, name) ? 1 : distance(typed, name);
    const allowed = typed.length >= 6 && name[1] === typed[1] ? 2 : 1;
    if (slips > allowed || slips > (best?.slips ?? allowed)) continue;
    isTied = slips === best?.slips && (isTied || !isSame(word, best.word));
    best = { word, slips };
  }
  return isTied ? undefined : best?.word;
}

/** Names of one day in two languages or spellings mean the same. */
function isSame(one: DayWord, other: DayWord): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function swapped(typed: string, name: string): boolean {
  return distance(typed, name) === 2 && sortedLetters(typed) === sortedLetters(name);
}

function sortedLetters(word: string): string {
  return word.split("").toSorted().join("");
}

function meaning(names: string, word: DayWord): [string, DayWord][] {
  return names.split(" ").map((name) => [name, word]);
}
