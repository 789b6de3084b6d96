import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, isPrivate, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

/** What a member does by the labels that he reads, and what the next answer has to show. */
type Walk = readonly (readonly [press: string, shows: RegExp])[];

const french: Walk = [
  ["lundi 20 novembre", /^Lundi 20 novembre 2023\n/],
  ["dim. 19", /^Dimanche 19 novembre 2023\n/],
  ["lun. 20", /^Lundi 20 novembre 2023\n/],
  ["Microsoft recrute", /^Microsoft recrute Altman et Brockman\n.*8\u00A0h\u00A053/],
  ["Récits suivants", /récits, page 2 sur/],
  ["Satya Nadella", /^Satya Nadella\n/],
  ["Sources", /^Satya Nadella\s: qui dit quoi\n/],
  ["Portrait", /^Satya Nadella\n.*Microsoft/],
  ["Citations", /^Citation\s: Satya Nadella\n> «/],
  ["Une autre citation", /^Citation\s: Satya Nadella\n.*2 sur \d+$/s],
];

const english: Walk = [
  ["Monday 20 November", /^Monday 20 November 2023\n/],
  ["Sun 19", /^Sunday 19 November 2023\n/],
  ["Mon 20", /^Monday 20 November 2023\n/],
  ["Microsoft hires", /^Microsoft hires Altman and Brockman\n.*08:53/],
  ["More accounts", /accounts, page 2 of/],
  ["Satya Nadella", /^Satya Nadella\n/],
  ["Sources", /^Satya Nadella: who says what\n/],
  ["Portrait", /^Satya Nadella\n.*Microsoft/],
  ["Quotes", /^In the words of Satya Nadella\n> “/],
  ["Another quote", /^In the words of Satya Nadella\n.*2 of \d+$/s],
];

describe.each([
  { locale: "fr", walk: french, event: "L’événement", glance: "En un coup d’œil" },
  { locale: "en-US", walk: english, event: "The event", glance: "At a glance" },
])("a member who reads $locale walks by buttons alone", ({ locale, walk, event, glance }) => {
  const member = () => bot.discord.member({ user: `walker-${locale}`, guild: `walk-${locale}`, locale });

  test("from the story at a glance to a quote in ten presses, and back, in one message", async () => {
    const start = await answered(member().say("/timeline"));
    let shown = start;
    for (const [press, shows] of walk) {
      shown = await answered(member().say(`!${press}`));
      expect(textOf(shown)).toMatch(shows);
      expect(waysOn(shown).length).toBeGreaterThan(0);
    }
    shown = await answered(member().say(`!${event}`));
    const day = waysOn(shown).find((label) => label.startsWith("◀"));
    for (const press of [day, glance]) shown = await answered(member().say(`!${press}`));
    expect(textOf(shown)).toBe(textOf(start));
    expect(shown.id).toBe(start.id);
    expect(isPrivate(shown)).toBe(false);
  });

  test("and the same after the bot was started anew in between", async () => {
    let shown: APIMessage = await answered(member().say("/timeline"));
    for (const [n, [press, shows]] of walk.entries()) {
      if (n === 5) await bot.restart();
      shown = await answered(member().say(`!${press}`));
      expect(textOf(shown)).toMatch(shows);
    }
  });
});
