import { expect, test } from "vitest";
import { entry } from "../../src/story/story.ts";
import { citation } from "../../src/view/cite.ts";
import { printed } from "../../src/view/typography.ts";
import { quoteEmbed } from "../../src/view/quote.ts";
import { story } from "../support/story.ts";
import { shownEntries } from "../support/shownEntries.ts";
import { wordsOf } from "../support/limits.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

test("French words of others have the apostrophes of print, and English ones stay as they are", () => {
  expect(printed("l'article qu'« on » lit", "fr")).toBe("l’article qu’« on » lit");
  expect(printed("I don't, and '77", "fr")).toBe("I don’t, and '77");
  expect(printed("I don't", "en")).toBe("I don't");
});

test("no French quote, passage or title of a source is shown with a typewriter's apostrophe", () => {
  for (const quote of story.quotes.values()) {
    const { description = "" } = quoteEmbed(quote, null, story, FRENCH);
    const translated = quote.lang === "fr" ? description : description.split("\n\n").slice(1).join("\n");
    expect([quote.id, translated]).toEqual([quote.id, expect.not.stringMatching(/\p{L}'\p{L}/u)]);
  }
  for (const source of [...story.sources.values()].filter(({ lang }) => lang === "fr"))
    expect(citation(source, FRENCH).replace(/\]\(\S+\)/, "")).not.toMatch(/\p{L}'\p{L}/u);
});

test("a page that bears no date is dated at the earliest, and no answer has two sets of brackets in each other", () => {
  const page = entry(story.sources, "seed-000-mogw");
  expect(citation(page, FRENCH)).toContain("au plus tôt le 23 janv. 2026");
  expect(citation(page, ENGLISH)).toContain("23 Jan 2026 at the earliest");
  const nested = [...shownEntries(story, FRENCH)].flatMap(([name, message]) =>
    wordsOf(message).some((text) => /traduction\s: [^)\n]*\)\*?\)/.test(text)) ? [name] : [],
  );
  expect(nested).toEqual([]);
});
