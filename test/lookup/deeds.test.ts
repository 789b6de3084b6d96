import { describe, expect, test } from "vitest";
import { deedsOf } from "../../src/lookup/ask/deeds.ts";
import { wordsOf } from "../../src/lookup/ask/words.ts";
import type { Language } from "../../src/text/messages.ts";
import { lookups } from "../support/story.ts";

const { lexicon } = lookups.ask;

/** "doers act others" of each deed in a sentence. */
function deeds(sentence: string, language: Language): string[] {
  const words = wordsOf(sentence);
  return deedsOf(words, lexicon.meanings(words, language), lexicon.deeds).map(({ act, doers, others }) =>
    [doers.join("+"), act, others.join("+")].join(" ").trim(),
  );
}

describe("who does what to whom is read from the order of words", () => {
  test.each([
    ["Shear replaces Murati", "@emmett-shear replace @mira-murati"],
    ["did Nadella fire anyone", "@satya-nadella fire"],
    ["was Nadella fired", "fire @satya-nadella"],
    ["Altman fired", "fire @sam-altman"],
    ["was Helen Toner fired by Google", "@google fire @helen-toner"],
    ["why did Altman get fired", "fire @sam-altman"],
    ["Altman's firing", "fire @sam-altman"],
    ["the board's firing of Altman", "@openai-board fire @sam-altman"],
    ["when was Google founded", "found @google"],
    ["Google and Facebook set up AI labs", "@meta+@google found"],
    ["who is the CEO of Meta", "ceo @meta"],
    ["Microsoft hires Altman and Brockman", "@microsoft hire @sam-altman+@greg-brockman"],
  ])("%s", (sentence, deed) => {
    expect(deeds(sentence, "en")).toContain(deed);
  });

  test.each([
    ["Shear remplace Murati", "@emmett-shear replace @mira-murati"],
    ["Nadella a-t-il viré quelqu’un ?", "@satya-nadella fire"],
    ["est-ce que Nadella a été viré", "fire @satya-nadella"],
    ["Altman s’est fait virer", "fire @sam-altman"],
    ["pourquoi Altman s’est-il fait virer ?", "fire @sam-altman"],
    ["Altman viré", "fire @sam-altman"],
    ["le renvoi d’Altman par le conseil", "@openai-board fire @sam-altman"],
    ["quand a été créée Anthropic", "found @anthropic"],
    ["qui a fondé Google", "found @google"],
    ["qui dirige Meta", "ceo @meta"],
  ])("%s", (sentence, deed) => {
    expect(deeds(sentence, "fr")).toContain(deed);
  });
});

test("a text that does not tell who it happened to names nobody", () => {
  expect(deeds("was Nadella informed of the firing", "en")).toEqual(["fire"]);
  expect(deeds("Nadella était-il au courant du renvoi ?", "fr")).toEqual(["fire"]);
});
