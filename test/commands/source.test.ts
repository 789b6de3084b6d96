import * as fc from "fast-check";
import { expect, test } from "vitest";
import { source } from "../../commands/source.ts";
import { mostProminentFirst } from "../../src/story/prominence.ts";
import { entry } from "../../src/story/story.ts";
import { readCustomId } from "../../src/view/customId.ts";
import { plain } from "../../src/view/markdown.ts";
import type { Message } from "../../src/view/message.ts";
import { printed } from "../../src/view/typography.ts";
import { capital } from "../../src/view/when.ts";
import { contextWith, idsOf, replyFaults } from "../support/context.ts";
import { choiceBreaches, linksOf, markdownOf, withoutLinks, wordsOf } from "../support/limits.ts";
import { anyPress } from "../support/presses.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const context = contextWith();

function complete(typed: string) {
  return source.complete?.({ option: "event", typed, options: {} }, context) ?? [];
}

const pageOf = (id: string) => Number(id.split(":").at(-1));

async function pagesOf(event: string, voice = FRENCH): Promise<Message[]> {
  const pages: Message[] = [];
  let next: string | undefined = `source:event:${event}`;
  while (next !== undefined && pages.length < 20) {
    const { action, details } = readCustomId(next);
    const reply = await source.press?.({ action, details, picked: [] }, context);
    const message = reply?.show(voice) ?? {};
    pages.push(message);
    next = idsOf(message)
      .map(({ id }) => id)
      .find((id) => id.startsWith("source:page:") && pageOf(id) === pages.length);
  }
  return pages;
}

test("every event is answered by its title in each language, with each of its accounts and how they differ", async () => {
  for (const event of story.events.values()) {
    for (const title of [event.title.fr, event.title.en]) {
      const reply = await source.answer({ options: { event: title } }, context);
      expect([reply.visibility, reply.again]).toEqual(["public", `source:page:${event.id}:0`]);
    }
    const pages = await pagesOf(event.id);
    const fields = pages.flatMap(({ embeds }) => embeds?.[0]?.fields ?? []);
    const disputes = story.disputesOfEvent.get(event.id) ?? [];
    const names = fields.map(({ name }) => name);
    for (const { question } of disputes)
      expect(names.filter((name) => name === `⚖ Récits divergents · ${plain(question.fr)}`)).toHaveLength(1);
    expect(names.filter((name) => name.startsWith("⚖"))).toHaveLength(disputes.length);
    const labels = event.accounts.map(({ source: id }) =>
      plain(capital(story.sources.get(id)?.label.fr ?? id)),
    );
    for (const label of new Set(labels)) {
      const shown = names.filter((name) => name.startsWith(`${label} — `));
      expect([event.id, label, shown.length]).toEqual([
        event.id,
        label,
        labels.filter((one) => one === label).length,
      ]);
    }
  }
});

test("what is settled of a dispute begins with no bare yes, no or both, as if it answered the member", () => {
  const bare = /^(oui|non|les deux|yes|no|both)(?=\s?[:,;.—]|\s(are|sont|right|s’))/iu;
  const settled = [...story.disputes.values()].flatMap(({ settled: text }) =>
    text ? [text.fr, text.en] : [],
  );
  expect(settled.filter((text) => bare.test(text))).toEqual([]);
});

test("the summary stands on the first page of accounts alone, and each page leads to those beside it", async () => {
  const { summary } = entry(story.events, "letter");
  const pages = await pagesOf("letter");
  expect(pages.length).toBeGreaterThan(3);
  for (const [n, page] of pages.entries()) {
    expect(page.embeds?.[0]?.description?.includes(plain(summary.fr))).toBe(n === 0);
    const leads = idsOf(page).flatMap(({ id }) => (id.startsWith("source:page:") ? [pageOf(id)] : []));
    expect(leads).toEqual([n - 1, n + 1].filter((to) => to >= 0 && to < pages.length));
  }
});

test("how many accounts there are is said beside their sources", async () => {
  const { accounts } = entry(story.events, "altman-fired");
  const sources = new Set(accounts.map(({ source: id }) => id)).size;
  expect(sources).toBeLessThan(accounts.length);
  const [first] = await pagesOf("altman-fired");
  expect(first?.embeds?.[0]?.description).toContain(`${accounts.length} récits, ${sources} sources`);
});

test("an account whose source has an address links to it, to the very words of an article", async () => {
  const urls = (await pagesOf("board-statement")).flatMap(markdownOf).flatMap(linksOf);
  const sources = entry(story.events, "board-statement").accounts.map(({ source: id }) =>
    entry(story.sources, id),
  );
  const addresses = sources.flatMap(({ url }) => url ?? []);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses)
    expect(urls).toContainEqual(expect.stringMatching(new RegExp(`^${RegExp.escape(address)}(#:~:|$)`)));
  const quoted = [...story.events.values()].flatMap(({ id, accounts }) =>
    accounts
      .filter(
        ({ source: name, passage }) =>
          passage && story.sources.get(name)?.article && story.sources.get(name)?.url,
      )
      .map(() => id),
  );
  expect(quoted.length).toBeGreaterThan(0);
  for (const id of new Set(quoted)) {
    const links = (await pagesOf(id)).flatMap(markdownOf).flatMap(linksOf);
    expect([id, links.some((link) => link.includes("#:~:text="))]).toEqual([id, true]);
  }
});

test("a number that moved is told whole, from its first claim to its last", async () => {
  const moving = [...story.disputes.values()].filter(({ series = [] }) => series.length > 0);
  expect(moving.length).toBeGreaterThan(0);
  for (const { series = [], events } of moving)
    for (const event of events) {
      const told = (await pagesOf(event))
        .flatMap(({ embeds }) => embeds?.[0]?.fields ?? [])
        .filter(({ name }) => name.startsWith("Au fil du temps"))
        .flatMap(({ value }) => value.split("\n"));
      expect(told).toHaveLength(series.length);
      for (const [n, { value }] of series.entries()) expect(told[n]).toContain(` — ${value.fr} — `);
    }
  const letter = (await pagesOf("letter"))[0]?.embeds?.[0]?.fields?.map(({ value }) => value).join("\n");
  expect(letter).toContain("Au fil du temps\u00A0: moins de 500 … 750 sur 770");
});

test("a post, which has no title, is named in the reader's language", async () => {
  const text = (await pagesOf("altman-return-post")).flatMap(markdownOf).join("\n");
  expect(text).toContain("[Post d’Altman (retour)](");
  expect(text).not.toContain("Post by");
});

test("words that are not in the reader’s language say in which they are", async () => {
  for (const [voice, note] of [
    [FRENCH, " (*en anglais*)"],
    [ENGLISH, " (*in French*)"],
  ] as const) {
    const lines = (await pagesOf("altman-fired", voice)).flatMap(markdownOf).join("\n").split("\n");
    const passages = entry(story.events, "altman-fired").accounts.flatMap(({ passage, source: id }) =>
      passage ? [{ words: passage.exact, lang: entry(story.sources, id).lang }] : [],
    );
    expect(new Set(passages.map(({ lang }) => lang))).toEqual(new Set(["fr", "en"]));
    for (const { words, lang } of passages) {
      const quoted = `> ${voice.words.quoted(plain(printed(words, lang)))}`;
      expect(lines).toContain(lang === voice.language ? quoted : quoted + note);
    }
  }
});

test("an account whose source has no address says so", async () => {
  const texts = (await pagesOf("letter")).flatMap(markdownOf).map(withoutLinks);
  const unaddressed = texts.filter((text) => /Psychodrame OpenAI\s:/.test(text));
  expect(unaddressed.length).toBeGreaterThan(0);
  for (const text of unaddressed) expect(text).toContain("adresse inconnue");
});

test("an event that nobody knows is missed privately, with the nearest in a menu that opens one", async () => {
  const reply = await source.answer({ options: { event: "zzyzx" } }, context);
  expect(reply.visibility).toBe("private");
  const message = reply.show(FRENCH);
  expect(wordsOf(message).join(" ")).toMatch(
    /ne connaît aucun événement[^]*Les événements les plus marquants/,
  );
  const [menu] = idsOf(message);
  expect(menu?.values).toHaveLength(10);
  const opened = await source.press?.(
    { action: "open", details: [], picked: [menu?.values[0] ?? ""] },
    context,
  );
  expect(opened?.visibility).toBe("public");
});

test("an empty text suggests what the story can't be told without", () => {
  const mostImportant = mostProminentFirst(story.events.values()).map(({ id }) => id);
  expect(complete("").map(({ value }) => value)).toEqual(mostImportant.slice(0, 25));
});

test("any text is completed within the limits, by events that exist", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 6000 }), (typed) => {
      const choices = complete(typed);
      expect(choiceBreaches(choices)).toEqual([]);
      expect(choices.every(({ value }) => story.events.has(value))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("any text whatever is answered with a message that Discord takes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (event) => {
      expect(replyFaults(await source.answer({ options: { event } }, context))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("any press whatever gives an answer that Discord takes, or null", async () => {
  await fc.assert(
    fc.asyncProperty(anyPress(["open", "event", "page"]), async (press) => {
      const reply = await source.press?.(press, context);
      expect(reply ? replyFaults(reply) : []).toEqual([]);
    }),
  );
});
