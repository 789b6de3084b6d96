import Fuse from "fuse.js";
import { fold } from "../src/story/fold.ts";
import type { Typable } from "./keystrokes.ts";

/** Gives the ids of the entries that fit a typed text, best first. */
export type SearchFor = (typed: string, limit: number) => string[];

/** What others do; each is given the names and phrases of the same entries, in both languages. */
export const PEERS = {
  /** fuse.js as it comes. */
  "Fuse, defaults"(entries) {
    const fuse = new Fuse(entries, { keys: ["names", "asked"] });
    return (typed, limit) => fuse.search(typed, { limit }).map(({ item }) => item.id);
  },
  /** fuse.js set up as well as it can be for several words, over folded text. */
  "Fuse, token search"(entries) {
    const folded = entries.map(({ id, names, asked }) => ({
      id,
      names: names.map(fold),
      asked: asked.map(fold),
    }));
    const fuse = new Fuse(folded, {
      keys: [{ name: "names", weight: 3 }, "asked"],
      useTokenSearch: true,
      ignoreLocation: true,
      threshold: 0.4,
    });
    return (typed, limit) => fuse.search(fold(typed), { limit }).map(({ item }) => item.id);
  },
  /** What bots with a few hundred tags do: no typo, no missing accent is forgiven. */
  "substring scan"(entries) {
    const lowered = entries.map(({ id, names, asked }) => ({
      id,
      text: [...names, ...asked].join("\n").toLowerCase(),
    }));
    return (typed, limit) => {
      const wanted = typed.toLowerCase();
      const found: string[] = [];
      for (const { id, text } of lowered) {
        if (text.includes(wanted)) found.push(id);
        if (found.length === limit) break;
      }
      return found;
    };
  },
} as const satisfies Record<string, (entries: readonly PeerEntry[]) => SearchFor>;

export type PeerName = keyof typeof PEERS;

/** An entry as the peers get it. */
export interface PeerEntry {
  id: string;
  names: string[];
  asked: string[];
}

/** The entries of several languages as one list: a name for each language, its phrases together. */
export function peerEntries(languages: readonly (readonly Typable[])[]): PeerEntry[] {
  const entries = new Map<string, PeerEntry>();
  for (const { id, name, aliases } of languages.flat()) {
    const entry = entries.get(id) ?? { id, names: [], asked: [] };
    entry.names.push(name);
    entry.asked.push(...aliases.filter((alias) => !entry.asked.includes(alias)));
    entries.set(id, entry);
  }
  return [...entries.values()];
}
