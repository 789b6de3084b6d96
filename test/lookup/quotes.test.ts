import { describe, expect, test } from "vitest";
import { quotesFor } from "../../src/lookup/quotes.ts";
import { entry, type Quote } from "../../src/story/story.ts";
import { lookups, story } from "../support/story.ts";

function entries(ids: readonly string[]): Quote[] {
  return ids.map((id) => entry(story.quotes, id));
}

function ask(person: string | null, about: string | null = null) {
  const { quotes, doubtful } = quotesFor({ person, about }, lookups);
  return { quotes: entries(quotes), doubtful: entries(doubtful) };
}

describe("the quotes of a person", () => {
  test.each([...story.people.keys()])("%s are all of theirs and nobody else's", (person) => {
    const { quotes, doubtful } = ask(person);
    const own = [...story.quotes.values()].filter(({ speaker }) => speaker === person);
    expect(new Set([...quotes, ...doubtful])).toEqual(new Set(own));
    expect(quotes.every(({ kind }) => kind !== "rejected")).toBe(true);
    expect(doubtful.every(({ kind }) => kind === "rejected")).toBe(true);
  });

  test("begin with their exact words, those on their own page first", () => {
    const kinds = ["verbatim", "press-translation", "reported"];
    for (const person of ["sam-altman", "satya-nadella", "openai-board", "kevin-scott"]) {
      const ranks = ask(person).quotes.map(({ kind }) => kinds.indexOf(kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
    const [first] = ask("satya-nadella").quotes;
    expect(first?.event).toBe("msft-hires");
  });

  test("never hold the satire of “L’IA pourrait tous nous tuer” as Altman's words", () => {
    expect(ask("sam-altman").quotes.map(({ words }) => words)).not.toContain("L’IA pourrait tous nous tuer");
    expect(ask("sam-altman").doubtful.map(({ words }) => words)).toContain("L’IA pourrait tous nous tuer");
  });
});

describe("the quotes about something", () => {
  test.each([
    ["regret", "I deeply regret"],
    ["regrette", "I deeply regret"],
    ["badge", "first and last time"],
    ["candid", "not consistently candid"],
    ["franchise", "not consistently candid"],
    ["first and last time i ever wear one of", "first and last time"],
    ["salaire", "matches your compensation"],
    ["nothing without its people", "OpenAI is nothing without its people"],
    ["what the fuck", "What the fuck"],
    ["plein temps", "full time"],
  ])("%j begin with those words", (about, words) => {
    expect(ask(null, about).quotes.map((quote) => quote.words)[0]).toContain(words);
  });

  test.each(["xyz", "blurf", "constructor", "", "recette de cuisine"])("%j are none", (about) => {
    expect(ask(null, about)).toEqual({ quotes: [], doubtful: [] });
  });

  test("hold no words that have nothing to do with it", () => {
    expect(ask(null, "tous nous tuer").quotes).toEqual([]);
    expect(ask(null, "tous nous tuer").doubtful.map(({ words }) => words)).toEqual([
      "L’IA pourrait tous nous tuer",
    ]);
    expect(ask("sam-altman", "tuer").quotes).toEqual([]);
  });

  test("of a person are of that person alone", () => {
    const { quotes } = ask("sam-altman", "ilya");
    expect(quotes.length).toBeGreaterThan(0);
    expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(["sam-altman"]));
    expect(ask("tim-cook", "microsoft")).toEqual({ quotes: [], doubtful: [] });
  });

  test("are found by any word of the quote, in its own language and in translation", () => {
    for (const quote of story.quotes.values())
      for (const text of [quote.words, ...quote.translations.map((one) => one.text)]) {
        const { quotes, doubtful } = ask(null, text.slice(0, 60));
        expect([...quotes, ...doubtful]).toContain(quote);
      }
  });
});

test("all quotes together are as many as an answer leafs through", () => {
  const { quotes, doubtful } = ask(null);
  expect(quotes.length + doubtful.length).toBe(Math.min(50, story.quotes.size));
});

test("an answer is plain JSON, so that any store can hold it", () => {
  const answer = quotesFor({ person: null, about: "microsoft" }, lookups);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
