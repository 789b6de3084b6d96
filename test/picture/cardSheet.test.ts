import { describe, expect, test } from "vitest";
import { cardOf } from "../../src/picture/card.ts";
import { cardSheet } from "../../src/picture/cardSheet.ts";
import { entry } from "../../src/story/story.ts";
import { story } from "../support/story.ts";
import { canvas, LANGUAGES, outside, sizeOf, smallerThan, textsOf, voiceOf } from "./given.ts";

function cardFor(id: string, language: "fr" | "en") {
  const found = cardSheet(cardOf(entry(story.quotes, id), story, voiceOf(language)), canvas.ruler);
  return { ...found, drawn: textsOf(found.sheet).map(({ text }) => text) };
}

/** The size in which the words themselves are set. */
function sizeOfWords(id: string): number {
  const said = textsOf(cardFor(id, "fr").sheet).find(({ text }) => text.startsWith("«\u00a0"));
  return said ? sizeOf(said) : 0;
}

describe("the card of a quote", () => {
  test("has the whole of every quote of the story inside it, legible on a phone", () => {
    for (const { id } of story.quotes.values()) {
      for (const language of LANGUAGES) {
        const { sheet, description } = cardFor(id, language);
        expect(outside(sheet)).toEqual([]);
        expect(smallerThan(32, sheet)).toEqual([]);
        expect(sheet.height).toBeLessThanOrEqual(1350);
        expect(description.length).toBeLessThanOrEqual(1024);
      }
    }
  });

  test("says who, when in both zones, where, and from which source", () => {
    const { drawn, description } = cardFor("satya-hire", "fr");
    for (const text of [
      "Satya Nadella",
      "lundi 20 novembre 2023, 8\u00A0h\u00A053, heure de Paris",
      "dim. 23\u00A0h\u00A053 à San Francisco",
      "sur X",
      "Source\u00a0: post de Nadella (embauche), X, 20 nov. 2023",
    ]) {
      expect(drawn).toContain(text);
      expect(description).toContain(text);
    }
  });

  test("has the words as they were said, and beside them their translation with its label", () => {
    const { drawn, description } = cardFor("satya-hire", "fr");
    const whole = drawn.join(" ");
    expect(whole).toContain("«\u00a0And we’re extremely excited to share the news");
    expect(whole).toContain("Et nous sommes extrêmement heureux d’annoncer");
    expect(drawn).toContain("mots exacts");
    expect(drawn).toContain("notre traduction");
    expect(description).toContain("— notre traduction");
    expect(cardFor("satya-hire", "en").drawn).not.toContain("our translation");
  });

  test("names a press translation as one, and has the original beside it", () => {
    const translated = [...story.quotes.values()].find(
      ({ kind, original }) => kind === "press-translation" && original,
    );
    const { drawn } = cardFor(translated?.id ?? "", "fr");
    expect(drawn).toContain("traduction de presse");
    expect(drawn).toContain("en version originale");
  });

  test("sets long words in smaller letters than short ones", () => {
    expect(sizeOfWords("board")).toBeLessThan(sizeOfWords("gdb-quit"));
  });
});
