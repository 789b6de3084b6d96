import { fold } from "../src/story/fold.ts";
import type { Random } from "./random.ts";
import { slip } from "./slips.ts";

/** What people type, by kind. */
export const KINDS = ["exact", "accents", "typo", "alias", "empty"] as const;
type Kind = (typeof KINDS)[number];

/** An entry as members know it, in one language. */
export interface Typable {
  id: string;
  /** What it is called. */
  name: string;
  /** Other words by which people ask for it. */
  aliases: readonly string[];
}

/** The text of an option after one more key. */
export interface Keystroke {
  kind: Kind;
  typed: string;
  /** The one entry that is meant; null where what is typed fits several. */
  wanted: string | null;
}

/** Of 1,000 keystrokes; most of typing is the right beginning of a name. */
const SHARES: Record<Kind, number> = { exact: 0.4, accents: 0.15, typo: 0.25, alias: 0.15, empty: 0.05 };

/**
 * Keystrokes over entries, `count` of them, the same for the same seed. A typo is labelled: the words it was
 * made from stand in the name of one entry only.
 */
export function keystrokes(entries: readonly Typable[], count: number, random: Random): Keystroke[] {
  const accented = entries.filter(({ name }) => /\p{M}/u.test(name.normalize("NFD")));
  const aliases = entries.flatMap((one) => one.aliases);
  const texts = entries.map(({ id, name }) => ({ id, text: ` ${fold(name)} ` }));
  const make: Record<Kind, () => Keystroke> = {
    exact: () => ({ kind: "exact", typed: begun(random.pick(entries).name, random), wanted: null }),
    accents: () => ({
      kind: "accents",
      typed: fold(begun(random.pick(accented.length > 0 ? accented : entries).name, random)),
      wanted: null,
    }),
    typo: () => labelledTypo(entries, texts, random),
    alias: () => ({
      kind: "alias",
      typed: begun(random.pick(aliases.length > 0 ? aliases : entries.map(({ name }) => name)), random),
      wanted: null,
    }),
    empty: () => ({ kind: "empty", typed: "", wanted: null }),
  };
  return KINDS.flatMap((kind) => Array.from({ length: Math.round(SHARES[kind] * count) }, make[kind]));
}

/** The beginning of a name as somebody is typing it: from its start or from one of its words. */
function begun(name: string, random: Random): string {
  const words = name.split(/\s+/);
  const from = random.below(5) < 3 ? 0 : random.below(words.length);
  const some = words.slice(from, from + 1 + random.below(3));
  const last = some.pop() ?? "";
  return [...some, last.slice(0, 1 + random.below(last.length))].join(" ");
}

const MOST_TRIES = 200;

/** One to three words that only one entry has, one of them mistyped. */
function labelledTypo(
  entries: readonly Typable[],
  texts: readonly { id: string; text: string }[],
  random: Random,
): Keystroke {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const one = random.pick(entries);
    const words = fold(one.name).split(" ");
    const from = random.below(words.length);
    const some = words.slice(from, from + 1 + random.below(3));
    const text = ` ${some.join(" ")} `;
    const long = some.flatMap((word, n) => (word.length >= 5 ? [n] : []));
    if (long.length === 0 || texts.some((other) => other.id !== one.id && other.text.includes(text)))
      continue;
    const at = random.pick(long);
    const typed = some.with(at, slip(some[at] ?? "", random)).join(" ");
    return { kind: "typo", typed, wanted: one.id };
  }
  throw new RangeError(`no words in ${entries.length} entries that one of them alone has`);
}
