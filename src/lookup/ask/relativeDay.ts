import { fold } from "../../story/fold.ts";
import { DAY_WORDS } from "../dayWords.ts";
import { numberNamed } from "../numberWords.ts";

/** A time that is told by an event: "deux jours après son renvoi", "le jour de la lettre". */
export interface RelativeDay {
  /** How many days after the event, at least and at most; below 0 before it, 0 on its day. */
  least: number;
  most: number;
  /** The weekday among those days that is meant, Monday is 1; null where all of them are. */
  weekday: number | null;
  /** The words that name the event. */
  event: string;
  /** The rest of the text. */
  rest: string;
}

interface Pattern {
  /** The time, without the event. The groups `amount` and `unit` say how long, where it is not one day. */
  time: RegExp;
  /** How many of which unit, where the pattern does not say. */
  amount: string;
  unit: string;
  /** 1 for what comes after the event, −1 for what comes before. */
  direction: 1 | -1;
}

const LONG = String.raw`(?:an?\s+(?=few))?(?<amount>\d+|[\p{L}-]+)\s+(?<unit>minutes?|min|mins|heures?|hours?|hrs?|jours?|days?|semaines?|weeks?|mois|months?|ans?|années?|annees?|years?)`;
const OF = String.raw`(?:de\s+la\s+|de\s+l['’]|de\s+|du\s+|des\s+|d['’])`;

const WEEKDAY = String.raw`(?:le\s+|the\s+)?(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+`;

const PATTERNS: readonly Pattern[] = [
  pattern(1, String.raw`${LONG}\s+(?:apr[eè]s|after)\s+`),
  pattern(-1, String.raw`${LONG}\s+(?:avant|before)\s+`),
  pattern(1, String.raw`(?:le\s+|au\s+|d[eè]s\s+le\s+)?lendemain\s+${OF}`),
  pattern(1, String.raw`(?:le\s+|au\s+|d[eè]s\s+le\s+)?sur-?lendemain\s+${OF}`, { amount: "2" }),
  pattern(-1, String.raw`(?:à\s+)?(?:l['’]\s*)?avant[\s-]*veille\s+${OF}`, { amount: "2" }),
  pattern(-1, String.raw`(?:à\s+)?(?:la\s+)?veille\s+${OF}`),
  pattern(
    1,
    String.raw`(?:le\s+jour|the\s+(?:very\s+)?(?:day|morning))\s+(?:d['’]\s*)?(?:apr[eè]s|after)\s+`,
  ),
  pattern(-1, String.raw`(?:le\s+jour|(?:the\s+)?(?:day|night|evening))\s+(?:d['’]\s*)?(?:avant|before)\s+`),
  pattern(-1, String.raw`(?:on\s+)?the\s+eve\s+of\s+`),
  // "The Thursday before he was fired"
  pattern(1, String.raw`${WEEKDAY}(?:d['’]\s*)?(?:apr[eè]s|after)\s+`, { unit: "weekday" }),
  pattern(-1, String.raw`${WEEKDAY}(?:d['’]\s*)?(?:avant|before)\s+`, { unit: "weekday" }),
  // The day of the event itself: "le jour du renvoi", "on the day Altman returned".
  pattern(1, String.raw`(?:le\s+)?jour\s+(?:m[eê]me\s+)?(?:${OF}|o[uù]\s+)`, { amount: "0" }),
  pattern(1, String.raw`(?:on\s+)?the\s+(?:very\s+|same\s+)?day\s+(?:of\s+|that\s+|when\s+|as\s+)?`, {
    amount: "0",
  }),
];

function pattern(
  direction: Pattern["direction"],
  time: string,
  { amount = "1", unit = "day" }: Partial<Pick<Pattern, "amount" | "unit">> = {},
): Pattern {
  return { direction, amount, unit, time: new RegExp(String.raw`(?<![\p{L}\d-])${time}`, "iu") };
}

/** Where the words for the event end: at a sign, or where the question itself begins. */
const END =
  /[,;:?!.]|\s(?:who|whom|what|which|when|where|why|how|did|qui|quoi|quand|combien|pourquoi|comment|lequel|laquelle|quel|quelle|quels|quelles|il\s+s['’]|il\s+y|que\s+s['’])(?![\p{L}\d])|\squ['’]/iu;
const MOST_WORDS = 8;

/** The time in a text that is told by an event; null where there is none. */
export function relativeDayIn(text: string): RelativeDay | null {
  for (const { time, direction, amount, unit } of PATTERNS) {
    const found = time.exec(text);
    const span = found && spanOf({ amount, unit, ...found.groups }, direction);
    if (!span) continue;
    const after = text.slice(found.index + found[0].length);
    const event = eventAtStart(after);
    const weekday = weekdayNamed(found.groups?.["weekday"]);
    return {
      ...span,
      weekday,
      event,
      rest: withoutSigns(text.slice(0, found.index) + after.slice(event.length)),
    };
  }
  return null;
}

/** A time between two events: "entre le renvoi et le retour". */
export interface BetweenEvents {
  first: string;
  last: string;
  rest: string;
}

const BETWEEN = /(?<![\p{L}\d])(?:entre|between)\s+(?<first>[^,;:?!.]+?)\s+(?:et|and)\s+/iu;

/** The time in a text between two events; null where there is none. */
export function betweenEventsIn(text: string): BetweenEvents | null {
  const found = BETWEEN.exec(text);
  if (!found) return null;
  const after = text.slice(found.index + found[0].length);
  const last = eventAtStart(after);
  return {
    first: found.groups?.["first"] ?? "",
    last,
    rest: withoutSigns(text.slice(0, found.index) + after.slice(last.length)),
  };
}

/** Whether a text tells a time by an event, of the story or not. */
export function namesDaysByEvent(text: string): boolean {
  return relativeDayIn(text) !== null || betweenEventsIn(text) !== null;
}

/** The words for an event with which a text begins. */
function eventAtStart(text: string): string {
  const end = END.exec(text)?.index ?? text.length;
  return text.slice(0, end).split(/\s+/).slice(0, MOST_WORDS).join(" ").trimEnd();
}

function withoutSigns(rest: string): string {
  return rest
    .replace(/^[\s,;:.]+/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function weekdayNamed(word = ""): number | null {
  const meant = DAY_WORDS.get(fold(word));
  return meant?.kind === "weekday" ? meant.weekday : null;
}

/** Days in a unit of time, and how many more or fewer are meant as well. */
const UNITS: readonly [unit: RegExp, days: number, give: number][] = [
  [/^(?:min|h)/i, 0, 1],
  [/^(?:j|d)/i, 1, 0],
  [/^weekday/, 4, 3],
  [/^(?:s|w)/i, 7, 0],
  [/^mo/i, 30, 15],
  [/^/, 365, 60],
];
/** "Quelques", "a few": as many as this, give or take one less. */
const SOME = 3;

function spanOf(
  { amount = "", unit = "" }: Partial<Record<string, string>>,
  direction: Pattern["direction"],
): Pick<RelativeDay, "least" | "most"> | null {
  const isSome = /^(?:quelques|plusieurs|some|several|few)$/i.test(amount);
  const count = isSome ? SOME : numberNamed(amount);
  if (count === undefined) return null;
  const [, days, give] = UNITS.find(([start]) => start.test(unit)) as (typeof UNITS)[number];
  const slack = give + (isSome ? days * (SOME - 1) : 0);
  // Nothing that came after an event came before it.
  const [near, far] = [Math.max(0, count * days - slack), count * days + slack];
  return direction > 0 ? { least: near, most: far } : { least: -far, most: -near };
}
