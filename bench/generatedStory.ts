import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Account, Localized } from "../src/story/schema.ts";
import type { Story, StoryRecords } from "../src/story/story.ts";
import type { Random } from "./random.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Shares of a story's entries; the rest are events. */
const SHARES = { people: 0.08, sources: 0.02, quotes: 0.15, topics: 0.1, disputes: 0.05 };

/** Words in the texts of an entry in one language, about. */
const WORDS_PER_ENTRY = 30;
const EVENTS_PER_DAY = 6;
const LAST_EVENT = Date.parse("2023-11-22T12:00:00Z");
const DAY = 86_400_000;

/**
 * The records of a made-up story with about `size` entries, in the frame of a real one (its week, its zones,
 * the words by which members ask). They pass every check that a story's files pass.
 */
export function generatedRecords(
  size: number,
  frame: Pick<Story, "about" | "words">,
  random: Random,
): StoryRecords {
  const fr = vocabularyOf("fr", size * WORDS_PER_ENTRY, random);
  const en = vocabularyOf("en", size * WORDS_PER_ENTRY, random);
  const text = (least: number, most: number): Localized => {
    const words = least + random.below(most - least + 1);
    return { fr: fr.phrase(words), en: en.phrase(words) };
  };
  const asked = () => ({ fr: [fr.phrase(4).toLowerCase()], en: [en.phrase(4).toLowerCase()] });
  const counts = {
    people: Math.max(3, Math.round(SHARES.people * size)),
    sources: Math.max(2, Math.round(SHARES.sources * size)),
    quotes: Math.round(SHARES.quotes * size),
    topics: Math.round(SHARES.topics * size),
    disputes: Math.round(SHARES.disputes * size),
  };
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const events = Math.max(1, size - counted);
  const days = Math.max(7, Math.round(events / EVENTS_PER_DAY));

  /** The first of a kind come up most, as the main figures of a story do. */
  const often = (kind: string, count: number) => `${kind}-${Math.floor((count + 1) ** random.next())}`;
  const account = (): Account => ({ source: often("source", counts.sources), says: text(5, 9) });
  const some = (kind: string, count: number) => [...new Set([often(kind, count), often(kind, count)])];
  const status = () => random.pick(["confirmed", "reported", "hypothesis", "opinion", "disputed"] as const);
  const numbered = <Entry>(kind: string, count: number, make: (id: string, n: number) => Entry): Entry[] =>
    Array.from({ length: count }, (_, n) => make(`${kind}-${n + 1}`, n));

  return {
    story: frame.about,
    untold: [],
    words: [...frame.words.values()],
    sources: numbered("source", counts.sources, (id, n) => {
      const label = { fr: `${fr.phrase(2)} ${n + 1}`, en: `${en.phrase(2)} ${n + 1}` };
      return {
        id,
        title: fr.phrase(6),
        titleExact: true,
        publisher: en.phrase(1),
        author: null,
        date: null,
        url: `https://example.org/${id}`,
        lang: "fr",
        kind: "press",
        label: { fr: label.fr.slice(-40), en: label.en.slice(-40) },
        article: true,
      };
    }),
    people: numbered("person", counts.people, (id, n) => {
      // A number keeps two people of one name apart.
      const name = `${capital(fr.word())} ${capital(en.word())}${n.toString(36)}`;
      return {
        id,
        kind: "person",
        name: { fr: name, en: name },
        aliases: [],
        portrait: text(6, 10),
        accounts: [account()],
        roles: [],
        asked: { fr: [], en: [] },
      };
    }),
    events: numbered("event", events, (id) => ({
      id,
      ...dateOf(LAST_EVENT - random.below(days) * DAY - random.below(DAY), random),
      title: text(5, 9),
      summary: text(8, 14),
      status: status(),
      weight: random.pick([1, 2, 3] as const),
      people: some("person", counts.people),
      accounts: [account()],
      asked: asked(),
    })),
    quotes: numbered("quote", counts.quotes, (id) => ({
      id,
      speaker: often("person", counts.people),
      lang: "fr",
      words: fr.phrase(8 + random.below(12)),
      kind: random.pick(["verbatim", "reported"] as const),
      translations: [{ lang: "en", text: en.phrase(8 + random.below(12)) }],
      date: null,
      where: text(3, 5),
      event: often("event", events),
      about: some("person", counts.people),
      proofs: [{ source: often("source", counts.sources) }],
      asked: asked(),
    })),
    topics: numbered("topic", counts.topics, (id) => ({
      id,
      question: text(6, 10),
      answer: text(12, 20),
      status: status(),
      accounts: [account()],
      people: some("person", counts.people),
      events: some("event", events),
      asked: asked(),
    })),
    disputes: numbered("dispute", counts.disputes, (id) => ({
      id,
      question: text(6, 10),
      differ: text(12, 20),
      settled: null,
      accounts: [
        { source: "source-1", says: text(6, 12) },
        { source: "source-2", says: text(6, 12) },
      ],
      events: some("event", events),
      people: some("person", counts.people),
      asked: asked(),
    })),
  };
}

/** Writes records as the files of a story's folder. */
export async function writeRecords(folder: string, records: StoryRecords): Promise<void> {
  for (const [name, entries] of Object.entries(records))
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ $schema: "", [name]: entries }));
}

/** Most events have their hour, some only their day, a few only their month. */
function dateOf(time: number, random: Random): { date: string; zone?: string } {
  const iso = new Date(time).toISOString();
  const kind = random.below(10);
  if (kind < 6) return { date: `${iso.slice(0, 19)}Z` };
  return kind < 9 ? { date: iso.slice(0, 10), zone: "Europe/Paris" } : { date: iso.slice(0, 7) };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
