import { describe, expect, test } from "vitest";
import { createGrammar } from "../../../src/lookup/ask/grammar.ts";
import { betweenEventsIn, openTimeIn, relativeDayIn } from "../../../src/lookup/ask/relativeDay.ts";
import { story } from "../../support/story.ts";

const grammar = createGrammar(story);

describe("a time that is told by an event", () => {
  test.each([
    ["le lendemain du renvoi, qui a démissionné ?", 1, 1, "renvoi", "qui a démissionné ?"],
    ["il s'est passé quoi la veille de l’annonce", -1, -1, "annonce", "il s'est passé quoi"],
    ["deux jours après son renvoi, il fait quoi ?", 2, 2, "son renvoi", "il fait quoi ?"],
    ["what did he post 3 days before the deal?", -3, -3, "the deal", "what did he post ?"],
    ["the day after he was fired, who quit?", 1, 1, "he was fired", "who quit?"],
    ["on the eve of the vote what did she say", -1, -1, "the vote", "what did she say"],
    ["a week after his return, what happened", 7, 7, "his return", "what happened"],
    ["deux semaines après le renvoi", 14, 14, "le renvoi", ""],
    ["le surlendemain du renvoi, qui est parti ?", 2, 2, "renvoi", "qui est parti ?"],
    ["quoi de neuf l’avant-veille du retour", -2, -2, "retour", "quoi de neuf"],
    ["le jour de la lettre, il s'est passé quoi d'autre ?", 0, 0, "lettre", "il s'est passé quoi d'autre ?"],
    ["le jour où Altman est revenu", 0, 0, "Altman est revenu", ""],
    ["what happened the day of the letter", 0, 0, "the letter", "what happened"],
    ["on the day Altman returned what else happened", 0, 0, "Altman returned", "what else happened"],
    ["quelques heures après le renvoi, qui est parti ?", 0, 1, "le renvoi", "qui est parti ?"],
    ["a few days after the letter, who left?", 1, 5, "the letter", "who left?"],
    ["anything happen the Thursday before he got axed?", -7, -1, "he got axed", "anything happen ?"],
    ["le lundi après son renvoi, il y a eu quoi", 1, 7, "son renvoi", "il y a eu quoi"],
    ["six mois après le départ, il a fait quoi", 165, 195, "le départ", "il a fait quoi"],
  ])("%s", (text, least, most, event, rest) => {
    expect(relativeDayIn(text, grammar)).toMatchObject({ least, most, event, rest });
  });

  test("may be a weekday after it, or before", () => {
    expect(relativeDayIn("the Thursday before he got axed", grammar)?.weekday).toBe(4);
    expect(relativeDayIn("le lundi après son renvoi", grammar)?.weekday).toBe(1);
    expect(relativeDayIn("le lendemain du renvoi", grammar)?.weekday).toBeNull();
  });

  test.each([
    "combien de jours avant son éviction",
    "how many days after the firing did he return",
    "le lendemain, qui est parti ?",
    "who left after the firing?",
    "lundi",
    "",
  ])("is not in: %s", (text) => {
    expect(relativeDayIn(text, grammar)).toBeNull();
  });
});

describe("a time between two events", () => {
  test.each([
    ["que s'est-il passé entre le renvoi et le retour ?", "le renvoi", "le retour", "que s'est-il passé ?"],
    ["between the firing and the return, what happened", "the firing", "the return", "what happened"],
  ])("%s", (text, first, last, rest) => {
    expect(betweenEventsIn(text, grammar)).toEqual({ first, last, rest });
  });

  test.each(["entre nous, qui l'a renvoyé ?", "le renvoi et le retour", ""])("is not in: %s", (text) => {
    expect(betweenEventsIn(text, grammar)).toBeNull();
  });
});

describe("what is after an event or before it, without how long", () => {
  test.each([
    ["après le retour, que s'est-il passé ?", 1, "le retour", "que s'est-il passé ?"],
    ["what happened after the letter?", 1, "the letter", "what happened ?"],
    ["avant le renvoi", -1, "le renvoi", ""],
    ["que s'est-il passé avant qu'Altman soit renvoyé ?", -1, "Altman soit renvoyé", "que s'est-il passé ?"],
  ])("%s", (text, direction, event, rest) => {
    expect(openTimeIn(text, grammar)).toEqual({ direction, event, rest });
  });

  test.each([
    "vendredi après-midi",
    "d'après le podcast, il a menti ?",
    "que s'est-il passé après ?",
    "after all",
  ])("is not in: %s", (text) => {
    expect(openTimeIn(text, grammar)).toBeNull();
  });
});
