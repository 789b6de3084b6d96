import { afterAll, beforeAll, expect, test } from "vitest";
import about from "../../package.json" with { type: "json" };
import { answered, isPrivate, startTestBot, textOf, type TestBot } from "../support/bot.ts";
import { story } from "../support/story.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

const member = (locale: string) => bot.discord.member({ user: `reader-${locale}`, locale });

test.each([
  ["fr", "fr", "/à-propos", "`/réglages réinitialiser`", "Vie privée"],
  ["en-US", "en", "/about", "`/settings reset`", "Privacy"],
] as const)(
  "in %s it says what the story is, holds and keeps",
  async (locale, language, line, reset, title) => {
    const shown = await answered(member(locale).say(line));
    expect(isPrivate(shown)).toBe(false);
    const text = textOf(shown);
    expect(text).toContain(story.about.title[language]);
    expect(text).toContain(story.about.description[language]);
    expect(text).toContain(story.about.licence[language].split(";")[0]?.trim().slice(0, 20));
    const known = [...story.quotes.values()].filter(({ kind }) => kind !== "rejected").length;
    const { events, people, disputes, sources } = story;
    for (const count of [events.size, known, people.size, disputes.size, sources.size])
      expect(text).toMatch(new RegExp(`\\b${count} `));
    expect(text).toContain(`${about.name} ${about.version}`);
    expect(text).toContain(title);
    expect(text).toContain(reset);
    for (const source of [...story.sources.values()].filter(({ document }) => document))
      expect(text).toContain(source.label[language].replace("_", "\\_"));
  },
);

test("every source is listed, page by page, and back again", async () => {
  await answered(member("en-US").say("/about"));
  let shown = await answered(member("en-US").say("!All"));
  const first = textOf(shown);
  let all = "";
  const turns = Math.ceil(story.sources.size / 10) - 1;
  for (let page = 0; page <= turns; page++) {
    if (page > 0) shown = await answered(member("en-US").say("!More sources"));
    all += `${textOf(shown)}\n`;
  }
  for (let page = 0; page < turns; page++) shown = await answered(member("en-US").say("!Sources before"));
  expect(textOf(shown)).toBe(first);
  const addresses = [...story.sources.values()].flatMap(({ url }) => url ?? []);
  for (const url of addresses) expect(all).toContain(url.replaceAll("(", "%28").replaceAll(")", "%29"));
  expect(all.match(/^• /gm)).toHaveLength(story.sources.size);
  expect(textOf(await answered(member("en-US").say("!About")))).toContain(story.about.description.en);
});
