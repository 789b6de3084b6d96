import { afterAll, beforeAll, expect, test } from "vitest";
import { entry } from "../../src/story/story.ts";
import { answered, isPrivate, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";
import { story } from "../support/story.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

const member = (locale = "en-US") => bot.discord.member({ user: `reader-${locale}`, locale });

test.each(["altman", "Sam", "SAM ALTMAN", "altmann"])("%s is Sam Altman", async (name) => {
  const shown = await answered(member().say(`/person name:${name}`));
  expect(isPrivate(shown)).toBe(false);
  expect(textOf(shown)).toMatch(/^Sam Altman\n/);
});

test.each([
  ["en-US", "Metshir", "en"],
  ["fr", "satia", "fr"],
  ["fr", "openai", "fr"],
] as const)("a portrait in %s has roles, events, counts and sources", async (locale, typed, language) => {
  const shown = await answered(member(locale).say(`/person name:${typed}`));
  const text = textOf(shown);
  const person = [...story.people.values()].find(({ name }) => text.startsWith(`${name[language]}\n`));
  if (!person) throw new Error(`nobody in ${text}`);
  expect(text).toContain(person.portrait[language]);
  for (const role of person.roles) expect(text).toContain(role.title[language]);
  const events = story.eventsOfPerson.get(person.id) ?? [];
  expect(text).toContain(`${events.length} ${language === "fr" ? "événements" : "events"}`);
  expect(text).toMatch(/\]\(https:\/\//);
});

test("every event of a person can be opened", async () => {
  const shown = await answered(member().say("/person name:altman"));
  const seen = new Set<string>();
  const events = story.eventsOfPerson.get("sam-altman") ?? [];
  expect(events.length).toBeGreaterThan(25);
  for (const row of shown.components ?? [])
    for (const part of "components" in row ? row.components : [])
      if ("options" in part) for (const { value } of part.options) seen.add(value);
  expect([...seen].toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  const [event] = events;
  await answered(member().say("/person name:altman"));
  expect(textOf(await answered(member().say(`!${event?.title.en}`)))).toContain(event?.summary.en);
});

test("the quotes and the sources of a person are one press away, and the way back", async () => {
  await answered(member("fr").say("/personne nom:Nadella"));
  expect(textOf(await answered(member("fr").say("!Citations")))).toMatch(/^Citation\s: Satya Nadella/);
  expect(textOf(await answered(member("fr").say("!Qui parle")))).toMatch(/^Satya Nadella\n/);
  const person = entry(story.people, "satya-nadella");
  const sources = textOf(await answered(member("fr").say("!Sources")));
  for (const { says } of person.accounts.slice(0, 3)) expect(sources).toContain(says.fr);
  expect(textOf(await answered(member("fr").say("!Portrait")))).toContain(person.portrait.fr);
});

test("words that nothing proves do not count among somebody's quotes", async () => {
  const shown = await answered(member().say("/person name:altman"));
  const quotes = story.quotesOfPerson.get("sam-altman") ?? [];
  const known = quotes.filter(({ kind }) => kind !== "rejected").length;
  expect(known).toBeLessThan(quotes.length);
  expect(textOf(shown)).toContain(`${known} quotes`);
  expect(waysOn(shown)).toContain(`Quotes (${known})`);
  expect(textOf(await answered(member().say("!Quotes")))).toContain(`1 of ${known}`);
});

test("somebody who is not in the story is missed privately, with people to choose from", async () => {
  const missed = await answered(member().say("/person name:Zxqwvut @everyone `"));
  expect(isPrivate(missed)).toBe(true);
  expect(textOf(missed)).toContain("`Zxqwvut @everyone ˋ`");
  expect(textOf(missed)).toMatch(/knows nobody called/);
  expect(waysOn(missed)).toEqual(["Those the story speaks of most…"]);
  const near = await answered(member().say("/person name:altmqn sqm"));
  expect(textOf(near)).toMatch(/Sam Altman|Did you mean/);
});

test.each(["Trump", "tarte tatin"])("%s resembles nobody, and nobody is put forward for it", async (name) => {
  const missed = await answered(member("fr").say(`/personne nom:${name}`));
  expect(textOf(missed)).toContain(`L’histoire ne connaît personne sous ce nom\u00A0: \`${name}\`.`);
  expect(waysOn(missed)).toEqual(["Ceux dont l’histoire parle le plus…"]);
});

test("a role in an organisation leads to whoever has one there", async () => {
  const missed = await answered(member("fr").say("/personne nom:fondateur de tedx"));
  expect(isPrivate(missed)).toBe(true);
  const shown = textOf(await answered(member("fr").say("!Michel Lévy-Provençal")));
  expect(shown).toMatch(/^Michel Lévy-Provençal/);
});

test("an everyday word is answered privately, and nobody is taken for it", async () => {
  for (const word of ["le chat", "le chien", "char", "macro"])
    expect(isPrivate(await answered(member("fr").say(`/personne nom:${word}`)))).toBe(true);
  expect(isPrivate(await answered(member("fr").say("/citation personne:chat")))).toBe(true);
});

const suggested = async (typed: string) =>
  (await member("fr").say(`?/personne nom:${typed}`)).choices?.map(({ value }) => value) ?? [];

test("completion finds people by any spelling, and those who matter most for nothing typed", async () => {
  expect((await suggested("satia"))[0]).toBe("satya-nadella");
  expect((await suggested("ïlya"))[0]).toBe("ilya-sutskever");
  expect((await suggested("")).slice(0, 5)).toContain("sam-altman");
});
