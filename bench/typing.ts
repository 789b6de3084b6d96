import type { Lookups } from "../src/lookup/lookups.ts";
import type { Language } from "../src/story/schema.ts";
import type { Story } from "../src/story/story.ts";
import { LIMITS } from "../src/view/limits.ts";
import { commandNamed, contextFor } from "./context.ts";
import { keystrokes, type Keystroke } from "./keystrokes.ts";
import { COMPLETED, type CompletedOption } from "./options.ts";
import type { Random } from "./random.ts";
import { peerEntries, PEERS, type PeerName } from "./searches.ts";

/** A keystroke and where it is typed. */
export interface Typed extends Keystroke {
  option: CompletedOption;
  language: Language;
}

/** Entries from which keystrokes are made; a label holds among them. */
const MOST_TYPED = 2000;

/** About `count` keystrokes over all completed options in both languages, in a mixed order. */
export function typingScript(story: Story, count: number, random: Random): Typed[] {
  const script = COMPLETED.flatMap((option) =>
    (["fr", "en"] as const).flatMap((language) =>
      keystrokes(some(option.typable(story, language)), (count * option.share) / 2, random).map(
        (keystroke) => ({ ...keystroke, option, language }),
      ),
    ),
  );
  // Fisher and Yates
  for (let n = script.length - 1; n > 0; n -= 1) {
    const other = random.below(n + 1);
    [script[n], script[other]] = [script[other] as Typed, script[n] as Typed];
  }
  return script;
}

/** Entries from all over a list. */
function some<Entry>(entries: readonly Entry[]): Entry[] {
  const step = Math.max(1, Math.floor(entries.length / MOST_TYPED));
  return entries.filter((_, n) => n % step === 0);
}

/** Finds the ids of the entries that a keystroke is completed with, best first. */
export type Find = (typed: Typed, limit: number) => string[];

/** The search behind the commands' completion. */
export function ownFind(lookups: Lookups): Find {
  return ({ option, typed }, limit) => option.search(lookups).nearest(typed, limit);
}

/** A peer's search over the same entries. */
export function peerFind(peer: PeerName, story: Story): Find {
  const searches = new Map(
    COMPLETED.map((option) => [
      option,
      PEERS[peer](peerEntries([option.typable(story, "fr"), option.typable(story, "en")])),
    ]),
  );
  return ({ option, typed }, limit) => searches.get(option)?.(typed, limit) ?? [];
}

/** What a keystroke costs. */
export type Complete = (typed: Typed) => unknown;

/** Completion as members get it, by the commands: the search, and the choices made of what it finds. */
export function ownCompletion(lookups: Lookups): Complete {
  const contexts = { fr: contextFor(lookups, "fr"), en: contextFor(lookups, "en") };
  return ({ option: { command, option }, language, typed }) =>
    commandNamed(command).complete?.({ option, typed, options: {} }, contexts[language]);
}

/** The same by a peer. */
export function peerCompletion(peer: PeerName, story: Story): Complete {
  const find = peerFind(peer, story);
  const names = new Map(
    COMPLETED.flatMap((option) =>
      (["fr", "en"] as const).map((language) => [
        `${option.option} ${language}`,
        new Map(option.typable(story, language).map(({ id, name }) => [id, name])),
      ]),
    ),
  );
  return (typed) => {
    const known = names.get(`${typed.option.option} ${typed.language}`);
    return find(typed, LIMITS.choices).map((id) => ({
      name: (known?.get(id) ?? "").slice(0, LIMITS.choiceText),
      value: id,
    }));
  };
}

/** Of the labelled typos, the share whose entry is among the first `limit` found. */
export function recall(find: Find, script: readonly Typed[], limit: number): number {
  const labelled = script.filter(({ wanted }) => wanted !== null);
  const hits = labelled.filter((typed) =>
    find(typed, limit)
      .slice(0, limit)
      .includes(typed.wanted ?? ""),
  );
  return hits.length / labelled.length;
}

/** Milliseconds for each keystroke. */
export function timed(complete: Complete, script: readonly Typed[]): number[] {
  return script.map((typed) => {
    const start = performance.now();
    complete(typed);
    return performance.now() - start;
  });
}
