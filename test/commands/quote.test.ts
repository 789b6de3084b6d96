import * as fc from "fast-check";
import { expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { readCustomId } from "../../src/view/customId.ts";
import type { Message } from "../../src/view/message.ts";
import { contextWith, idsOf, replyFaults } from "../support/context.ts";
import { choiceBreaches } from "../support/limits.ts";
import { anyPress } from "../support/presses.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const context = contextWith();

function complete(option: "person" | "about", typed: string, options: Record<string, string> = {}) {
  return quote.complete?.({ option, typed, options }, context) ?? [];
}

async function shown(options: Record<string, string>): Promise<Message> {
  return (await quote.answer({ options }, context)).show(FRENCH);
}

test("without a person any exact words may come, and each can", async () => {
  const count = 40;
  const titles = new Set<string | undefined>();
  for (let n = 0; n < count; n++) {
    const reply = await quote.answer({ options: {} }, contextWith({ random: () => n / count }));
    const [embed] = reply.show(ENGLISH).embeds ?? [];
    expect([reply.visibility, embed?.footer?.text]).toEqual(["public", "exact words"]);
    titles.add(embed?.description);
  }
  expect(titles.size).toBeGreaterThan(20);
  const last = await quote.answer({ options: {} }, contextWith({ random: () => 1 - Number.EPSILON }));
  expect(last.visibility).toBe("public");
});

test("every person of the story is answered: in public with words, else privately with ways on", async () => {
  for (const { id, name } of story.people.values()) {
    const reply = await quote.answer({ options: { person: name.fr } }, context);
    const has = (story.quotesOfPerson.get(id) ?? []).some(({ kind }) => kind !== "rejected");
    expect([id, reply.visibility]).toEqual([id, has ? "public" : "private"]);
    expect(replyFaults(reply)).toEqual([]);
    expect(idsOf(reply.show(FRENCH)).length).toBeGreaterThan(0);
  }
});

test("“another quote” leafs through all of a person's words and comes back to the first", async () => {
  const first = await shown({ person: "altman" });
  const own = (story.quotesOfPerson.get("sam-altman") ?? []).filter(({ kind }) => kind !== "rejected");
  const seen: (string | undefined)[] = [];
  let message = first;
  for (let n = 0; n < own.length; n++) {
    seen.push(message.embeds?.[0]?.description);
    const next = idsOf(message).find(({ id }) => id.startsWith("quote:turn:"))?.id ?? "";
    const { action, details } = readCustomId(next);
    message = (await quote.press?.({ action, details, picked: [] }, context))?.show(FRENCH) ?? {};
  }
  expect(new Set(seen).size).toBe(own.length);
  expect(message).toEqual(first);
});

test("words that nobody said are named as such, never shown as a quote", async () => {
  for (const about of ["L’IA pourrait tous nous tuer", "tous nous tuer", "accélérer la recherche"]) {
    const [embed] = (await shown({ about })).embeds ?? [];
    expect(embed?.title).toMatch(/^⚠ Mots sans preuve/);
    expect(embed?.description).toMatch(/^~~.*~~$/s);
    expect(embed?.fields?.map(({ name }) => name)).toContain("Pourquoi");
  }
});

test("a translation says whose it is", async () => {
  const [ours] = (await shown({ person: "sutskever" })).embeds ?? [];
  expect(ours?.description).toMatch(/\(\*notre traduction\*\)/);
  const [press] = (await shown({ about: "à plein temps chez Microsoft" })).embeds ?? [];
  expect(press?.footer?.text).toMatch(/mots exacts|traduction de presse/);
  const [english] =
    (await quote.answer({ options: { person: "sutskever" } }, context)).show(ENGLISH).embeds ?? [];
  expect(english?.description).not.toMatch(/translation/);
});

test("people with words are suggested before those without, each once", () => {
  const people = complete("person", "").map(({ value }) => value);
  const has = people.map((id) => Number(!story.quotesOfPerson.has(id)));
  expect(has).toEqual(has.toSorted((a, b) => a - b));
  expect(people).toEqual([...new Set(people)]);
  expect(people).toHaveLength(25);
});

test("words are suggested of the chosen person alone, each once, and lead to that quote", async () => {
  for (const { name, value } of complete("about", "", { person: "Nadela" })) {
    const [embed] = (await shown({ person: "nadella", about: value })).embeds ?? [];
    expect(embed?.title).toBe("Citation\u00A0: Satya Nadella");
    expect(embed?.description?.replaceAll("\\", "")).toContain(name.replace(/…$/, "").slice(0, 40));
  }
  const names = complete("about", "").map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test("any text is completed within the limits", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 6000 }),
      fc.constantFrom("person", "about"),
      (typed, option) => {
        expect(choiceBreaches(complete(option as "person", typed))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("any press whatever gives an answer that Discord takes, or null", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPress(["random", "one", "open", "of", "turn", "doubt", "event", "card"]),
      async (press) => {
        const reply = await quote.press?.(press, context);
        expect(reply ? replyFaults(reply) : []).toEqual([]);
      },
    ),
  );
});

test("a place beyond the last is one that exists", async () => {
  for (const action of ["turn", "doubt"]) {
    const reply = await quote.press?.({ action, details: ["sam-altman", "1000"], picked: [] }, context);
    const [, at, all] = /(\d+) sur (\d+)/.exec(reply?.show(FRENCH).embeds?.[0]?.footer?.text ?? "") ?? [];
    expect(Number(at)).toBeLessThanOrEqual(Number(all));
    expect(Number(at)).toBeGreaterThan(0);
  }
});
