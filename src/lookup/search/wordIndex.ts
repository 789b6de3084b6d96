import { NAME_COUNTS, TOLD_COUNTS } from "./entryWords.ts";
import type { Grams } from "./grams.ts";
import { BEGINNING_COUNTS, begunBy, slippedFrom, type Meant } from "./meant.ts";
import { firstAtLeast, GAIN, type Lists } from "./lists.ts";
import type { Postings } from "./postings.ts";
import { numberOf, type Run, type Vocabulary } from "./vocabulary.ts";

/** Finds entries by their words: as typed, as far as typed, or mistyped. */
export interface WordIndex {
  /** The entries in which each word begins as typed, what is merely told of them included where that is wanted. */
  beginning(words: readonly string[], withTold: boolean): Found;
  /**
   * The entries of which each word tells, but for a slip or two in a long one. What is merely told of them
   * is passed over: any long text holds some word that is a slip away.
   */
  mistyped(words: readonly string[]): Found;
  /** The entries of which any of the meant words tells. */
  anyOf(meant: readonly Meant[]): Found;
  /** The meant words that each of some entries holds, in the order in which they are meant. */
  heldBy(holders: readonly number[], meant: readonly Meant[]): string[][];
  /** Of how many entries a word as it stands tells. */
  holders(word: string): number;
  readonly vocabulary: Vocabulary;
  readonly grams: Grams;
  /** How many entries there are. */
  readonly size: number;
}

/** Entries by their positions, and how well each fits: in memory that the next search of the index uses again. */
export interface Found {
  /** How many there are; what stands behind them tells nothing. */
  readonly count: number;
  readonly entries: Uint32Array;
  readonly gains: Float64Array;
  /** 1 for those that hold each word in their names, or begun in them. */
  readonly named: Uint8Array;
}

/** What is looked through: what is merely told of entries too, and each form of a word beside the best one. */
interface Looked {
  withTold: boolean;
  withForms: boolean;
}

/** A typed word that says at least so much stands in a name. */
const NAMING = BEGINNING_COUNTS * NAME_COUNTS;
/** Other words of an entry that begin as typed tell by half, and not more than so much: "fires" and "fired". */
const MOST_OTHERS = 4;
const OTHERS_COUNT = 0.5;

/**
 * What stands in more places than this tells little ("c", "the"): then only names and phrases are looked
 * through, and in each word's list only as many of the first entries as come to so many in all.
 */
const MOST_PLACES = 4000;

/** Searches entries, the most important first, by their words and the pairs of letters of those that tell of any. */
export function createWordIndex({ vocabulary, telling, told, words }: Postings, grams: Grams): WordIndex {
  // Filled and wiped by each search, so that none clears memory that grows with the story.
  const best = new Float64Array(words.starts.length - 1);
  const sums = new Float64Array(best.length);
  const entries = new Uint32Array(best.length);
  const gains = new Float64Array(best.length);
  const named = new Uint8Array(best.length);
  /** How much each meant word counts. */
  const counted = new Float64Array(vocabulary.length);
  /** All words that count are among these. */
  let among: Run = { from: 0, to: 0 };
  const counting = <Result>(meant: readonly Meant[], work: () => Result): Result => {
    among = {
      from: Math.min(...meant.map(({ from }) => from)),
      to: Math.max(...meant.map(({ to }) => to)),
    };
    for (const { from, to, counts } of meant) counted.fill(counts, from, to);
    try {
      return work();
    } finally {
      for (const { from, to } of meant) counted.fill(0, from, to);
    }
  };

  /** The entries of the meant words, each with its best gain, in no order. */
  const gather = (meant: readonly Meant[], { withTold, withForms }: Looked): Found => {
    const share = Math.min(1, MOST_PLACES / sizeOf(meant, telling));
    let count = 0;
    let due = 0;
    const note = (entry: number, gain: number) => {
      const before = best[entry] ?? 0;
      if (before === 0) entries[count++] = entry;
      if (gain > before) best[entry] = gain;
      sums[entry] = (sums[entry] ?? 0) + gain;
    };
    for (const { from, to, counts } of meant) {
      for (let word = from; word < to; word += 1) {
        const start = telling.starts[word] ?? 0;
        // Carried over from word to word: of many words with one place each, only every so many has its turn.
        due += share * ((telling.starts[word + 1] ?? 0) - start);
        const end = start + Math.floor(due);
        due -= end - start;
        for (let n = start; n < end; n += 1)
          note(telling.numbers[n] ?? 0, GAIN * counts * (telling.gains[n] ?? 0));
      }
      if (!withTold) continue;
      for (let n = told.starts[from] ?? 0; n < (told.starts[to] ?? 0); n += 1)
        note(told.numbers[n] ?? 0, TOLD_COUNTS * counts);
    }
    for (let n = 0; n < count; n += 1) {
      const entry = entries[n] ?? 0;
      const own = best[entry] ?? 0;
      gains[n] = withForms ? withOthers(own, sums[entry] ?? 0) : own;
      named[n] = Number(own >= NAMING);
      best[entry] = 0;
      sums[entry] = 0;
    }
    return { count, entries, gains, named };
  };

  /** What the counted words say of an entry, 0 where it holds none of them, and whether one of them is of its name. */
  const gainIn = (entry: number, { withTold, withForms }: Looked) => {
    const end = words.starts[entry + 1] ?? 0;
    let gain = 0;
    let sum = 0;
    for (let n = firstAtLeast(words.numbers, among.from, words.starts[entry] ?? 0, end); n < end; n += 1) {
      const word = words.numbers[n] ?? 0;
      if (word >= among.to) break;
      const counts = counted[word] ?? 0;
      if (counts === 0) continue;
      const own = counts * (GAIN * (words.gains[n] ?? 0) || (withTold ? TOLD_COUNTS : 0));
      gain = Math.max(gain, own);
      sum += own;
    }
    return { gain: withForms ? withOthers(gain, sum) : gain, isNamed: gain >= NAMING };
  };

  /** The counted words of an entry, those that count least first. */
  const countedIn = (entry: number): string[] =>
    [...words.numbers.subarray(words.starts[entry], words.starts[entry + 1])]
      .filter((word) => counted[word] !== 0)
      .toSorted((a, b) => (counted[a] ?? 0) - (counted[b] ?? 0) || a - b)
      .map((word) => vocabulary[word] ?? "");

  /** Those of the found entries that hold a meant word as well. */
  const alsoHolding = (found: Found, meant: readonly Meant[], looked: Looked): Found => {
    let count = 0;
    counting(meant, () => {
      for (let n = 0; n < found.count; n += 1) {
        const entry = entries[n] ?? 0;
        const { gain, isNamed } = gainIn(entry, looked);
        if (gain === 0) continue;
        entries[count] = entry;
        gains[count] = (gains[n] ?? 0) + gain;
        named[count] = isNamed ? (named[n] ?? 0) : 0;
        count += 1;
      }
    });
    return { ...found, count };
  };

  /** The entries that hold every typed word: the rarest is looked up, the others in what it finds. */
  const inAll = (typed: readonly (readonly Meant[])[], looked: Looked): Found => {
    const sized = typed.map((meant) => ({
      meant,
      size: sizeOf(meant, telling) + (looked.withTold ? sizeOf(meant, told) : 0),
    }));
    const [rarest, ...others] = sized.toSorted((a, b) => a.size - b.size);
    if (!rarest) return { count: 0, entries, gains, named };
    const first = gather(rarest.meant, {
      ...looked,
      withTold: looked.withTold && rarest.size <= MOST_PLACES,
    });
    const found = others.reduce((those, { meant }) => alsoHolding(those, meant, looked), first);
    for (let n = 0; n < found.count; n += 1) gains[n] = (gains[n] ?? 0) / typed.length;
    return found;
  };

  return {
    vocabulary,
    grams,
    size: best.length,
    anyOf: (meant) => gather(meant, { withTold: false, withForms: false }),
    heldBy: (holders, meant) => {
      const ordered = meant.map(({ from, to }, place) => ({ from, to, counts: place + 1 }));
      // Of two runs that hold a word, the first is marked last.
      return counting(ordered.toReversed(), () => holders.map(countedIn));
    },
    beginning: (typed, withTold) =>
      inAll(
        typed.map((word) => begunBy(word, vocabulary)),
        { withTold, withForms: true },
      ),
    mistyped: (typed) =>
      inAll(
        typed.map((word) => slippedFrom(word, vocabulary, grams)),
        { withTold: false, withForms: false },
      ),
    holders: (word) => {
      const number = numberOf(vocabulary, word);
      return number < 0 ? 0 : sizeOf([{ from: number, to: number + 1 }], telling);
    },
  };
}

function withOthers(own: number, sum: number): number {
  return own + OTHERS_COUNT * Math.min(MOST_OTHERS, sum - own);
}

/** In how many places words stand. */
function sizeOf(runs: readonly Run[], { starts }: Lists): number {
  return runs.reduce((sum, { from, to }) => sum + (starts[to] ?? 0) - (starts[from] ?? 0), 0);
}
