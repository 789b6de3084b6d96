import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { keyOf, type Context } from "../../src/bot/command.ts";
import { createLookupCache } from "../../src/cache/lookupCache.ts";
import { DEFAULT_SETTINGS } from "../../src/cache/settings.ts";
import { wordsOf, type Language } from "../../src/text/messages.ts";
import { readCustomId, shareId } from "../../src/view/customId.ts";
import type { Message, Reply } from "../../src/view/message.ts";
import { lookups } from "../support/story.ts";

/** A press that a member can make: a button, or an entry of a menu. */
interface Way {
  id: string;
  picked: string[];
}

function contextIn(language: Language): Context {
  const cache = createLookupCache();
  return {
    lookups,
    language,
    zone: "Europe/Paris",
    random: () => 0,
    pictures: {} as Context["pictures"],
    commands,
    version: "feuilleton 0",
    server: {
      settings: DEFAULT_SETTINGS,
      mayManage: true,
      change: async () => DEFAULT_SETTINGS,
      reset: async () => DEFAULT_SETTINGS,
    },
    cached: (question, compute) => cache.answer("guild", question, compute),
  };
}

function waysOf({ components = [] }: Message): Way[] {
  return components
    .flatMap((row) => row.components)
    .flatMap((part): Way[] => {
      if (!("custom_id" in part) || !part.custom_id) return [];
      const id = part.custom_id;
      return "options" in part
        ? part.options.map(({ value }) => ({ id, picked: [value] }))
        : [{ id, picked: [] }];
    });
}

/** Presses everything that any answer offers, and all that is offered then, until there is nothing new. */
async function pressEverything(
  from: Way[],
  language: Language,
): Promise<{ pressed: number; faults: string[] }> {
  const context = contextIn(language);
  const voice = { language, words: wordsOf(language), zone: context.zone };
  const waiting = [...from];
  const known = new Set(from.map((way) => JSON.stringify(way)));
  const faults: string[] = [];
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    const { command, action, details } = readCustomId(way.id);
    const reply: Reply | null | undefined = await commands
      .find((one) => keyOf(one) === command)
      ?.press?.({ action, details, picked: way.picked }, context);
    if (!reply) {
      faults.push(`${way.id} ${way.picked.join()} leads nowhere`);
      continue;
    }
    if (reply.again !== undefined && shareId(reply.again) === null)
      faults.push(`${reply.again} is too long to share`);
    for (const next of waysOf(reply.show(voice, null))) {
      const key = JSON.stringify(next);
      if (known.has(key)) continue;
      known.add(key);
      waiting.push(next);
    }
  }
  return { pressed: known.size, faults };
}

test.each(["fr", "en"] as const)(
  "in %s every button and every menu entry leads to an answer",
  async (language) => {
    const start = ["timeline:glance", "about:show", "help:all", "quote:random"].map((id) => ({
      id,
      picked: [],
    }));
    const people = [...lookups.story.people.keys()].map((id) => ({ id: "person:open", picked: [id] }));
    const topics = [...lookups.story.topics.keys()].map((id) => ({
      id: "ask:open",
      picked: [`topic:${id}`],
    }));
    const { pressed, faults } = await pressEverything([...start, ...people, ...topics], language);
    expect(faults).toEqual([]);
    expect(pressed).toBeGreaterThan(
      lookups.story.events.size + lookups.story.people.size + lookups.story.quotes.size,
    );
  },
);
