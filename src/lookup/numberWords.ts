import { DAY_WORDS } from "./dayWords.ts";

/** The days of a month in words, folded, in order. Spaces may stand for hyphens. */
const NUMBERS = [
  "premier un one first",
  "deux two second",
  "trois three third",
  "quatre four fourth",
  "cinq five fifth",
  "six sixth",
  "sept seven seventh",
  "huit eight eighth",
  "neuf nine ninth",
  "dix ten tenth",
  "onze eleven eleventh",
  "douze twelve twelfth",
  "treize thirteen thirteenth",
  "quatorze fourteen fourteenth",
  "quinze fifteen fifteenth",
  "seize sixteen sixteenth",
  "dix-sept seventeen seventeenth",
  "dix-huit eighteen eighteenth",
  "dix-neuf nineteen nineteenth",
  "vingt twenty twentieth",
  "vingt-et-un vingt-un twenty-one twenty-first",
  "vingt-deux twenty-two twenty-second",
  "vingt-trois twenty-three twenty-third",
  "vingt-quatre twenty-four twenty-fourth",
  "vingt-cinq twenty-five twenty-fifth",
  "vingt-six twenty-six twenty-sixth",
  "vingt-sept twenty-seven twenty-seventh",
  "vingt-huit twenty-eight twenty-eighth",
  "vingt-neuf twenty-nine twenty-ninth",
  "trente thirty thirtieth",
  "trente-et-un trente-un thirty-one thirty-first",
];

const VALUES: ReadonlyMap<string, number> = new Map(
  NUMBERS.flatMap((names, n) => names.split(" ").map((name): [string, number] => [name, n + 1])),
);

function oneOf(words: Iterable<string>): string {
  const longestFirst = [...words].toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.join("|").replaceAll("-", "[\\s-]+")})(?!\\p{L})`;
}

const NUMBER = oneOf(VALUES.keys());
const MONTH = oneOf(
  [...DAY_WORDS].flatMap(([name, { kind }]) => (kind === "month" || kind === "weekdayOrMonth" ? [name] : [])),
);
/** What may stand between two days of one month: "du dix-sept au vingt-deux novembre". */
const JOINT = "(?:\\s*[,&-]\\s*|\\s+(?:au|a|et|ou|to|and|or|until|through)\\s+)(?:le\\s+|the\\s+)?";

/** Days in words right before their month, or right after it: elsewhere "neuf" is new and "one" is anybody. */
const BEFORE_MONTH = new RegExp(
  `(?<!\\p{L})${NUMBER}(?:${JOINT}${NUMBER})*(?=\\s+(?:of\\s+|de\\s+|d['’])?${MONTH})`,
  "gu",
);
const AFTER_MONTH = new RegExp(
  `(?<=(?<!\\p{L})${MONTH}\\s+(?:the\\s+)?)${NUMBER}(?:${JOINT}${NUMBER})*`,
  "gu",
);
const EACH = new RegExp(`(?<!\\p{L})${NUMBER}`, "gu");

/** A folded text with the days of its months in digits: "vingt novembre" is "20 novembre". */
export function withDigits(text: string): string {
  const inDigits = (days: string) =>
    days.replace(EACH, (day) => String(VALUES.get(day.replace(/[\s-]+/g, "-")) ?? day));
  return text.replace(BEFORE_MONTH, inDigits).replace(AFTER_MONTH, inDigits);
}

/** The number that a word or digits name; undefined for any other word. */
export function numberNamed(word: string): number | undefined {
  const name = word.toLowerCase();
  if (/^\d{1,3}$/.test(name)) return Number(name);
  return ["une", "a", "an"].includes(name) ? 1 : VALUES.get(name);
}
