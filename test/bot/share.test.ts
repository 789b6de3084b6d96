import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answered,
  idOf,
  isPrivate,
  MANAGER,
  startTestBot,
  textOf,
  waysOn,
  type TestBot,
} from "../support/bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
  bot.discord.guild("french", { locale: "fr" });
  bot.discord.guild("quiet", { locale: "fr" });
  await answered(
    bot.discord.member({ ...MANAGER, guild: "quiet" }).say("/settings answers visibility:private"),
  );
});
afterAll(() => bot.stop());

const anna = (guild = "french", locale = "en-US") => bot.discord.member({ user: "anna", guild, locale });
const ben = (guild = "french", locale = "en-US") => bot.discord.member({ user: "ben", guild, locale });

describe("another member who presses a button", () => {
  test("gets a private copy in his language, and the answer stays as it was", async () => {
    const shown = await answered(anna().say("/timeline day:lundi"));
    expect(textOf(shown)).toContain("Lundi 20 novembre 2023");
    const copy = await answered(ben().press(shown, "timeline:day:2023-11-19"));
    expect(isPrivate(copy)).toBe(true);
    expect(textOf(copy)).toContain("Sunday 19 November 2023");
    expect(
      anna()
        .messages()
        .map(({ id }) => id),
    ).not.toContain(copy.id);
    const still = anna()
      .messages()
      .find(({ id }) => id === shown.id);
    expect(still?.embeds).toEqual(shown.embeds);
  });

  test("goes on in his own copy, and shares it when he likes", async () => {
    const shown = await answered(anna().say("/timeline day:lundi"));
    const copy = await answered(ben().press(shown, "timeline:day:2023-11-19"));
    const next = await answered(ben().press(copy, "timeline:day:2023-11-20"));
    expect(next.id).toBe(copy.id);
    expect(isPrivate(next)).toBe(true);
    const shared = await answered(ben().press(next, idOf(next, "Share")));
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(shown));
  });
});

describe("sharing a private answer", () => {
  /** What a member says one after another; the last answer is shared. */
  const ANSWERS: [name: string, lines: string[]][] = [
    ["the story at a glance", ["/timeline"]],
    ["a day", ["/timeline day:lundi"]],
    ["a page of a day", ["/timeline day:lundi", "!All"]],
    ["several days", ["/timeline day:17-22 novembre"]],
    ["a part of a day", ["/timeline day:vendredi soir"]],
    ["an answer to a question", ["/ask question:who fired Sam Altman?"]],
    ["an event", ["/source event:microsoft"]],
    ["more accounts of an event", ["/source event:lettre", "!More accounts"]],
    ["a quote", ["/quote person:Altman"]],
    ["the next quote", ["/quote person:Altman", "!Another quote"]],
    ["quotes about something", ["/quote about:regret"]],
    ["doubtful words", ["/quote person:Altman", "!Doubtful words"]],
    ["any quote", ["/quote"]],
    ["a portrait", ["/person name:Altman"]],
    ["its sources", ["/person name:Altman", "!Sources"]],
    ["the story", ["/about"]],
    ["all sources", ["/about", "!All"]],
    [
      "a checked message",
      [">Check this Musk a dit : « L’IA pourrait tous nous tuer ». Altman est viré vendredi."],
    ],
  ];

  test.each(ANSWERS)("makes %s public, the same in the server’s language", async (_name, lines) => {
    const say = async (member: ReturnType<typeof anna>, texts: readonly string[]) => {
      let last = await answered(member.say(texts[0] ?? ""));
      for (const text of texts.slice(1)) last = await answered(member.say(text));
      return last;
    };
    const shown = await say(anna("quiet"), lines);
    expect(isPrivate(shown)).toBe(true);
    const shared = await answered(anna("quiet").press(shown, idOf(shown, "Share")));
    expect(isPrivate(shared)).toBe(false);
    expect(
      ben("quiet")
        .messages()
        .map(({ id }) => id),
    ).toContain(shared.id);
    expect(textOf(shared)).not.toBe(textOf(shown));
    expect(waysOn(shared)).not.toContain("Partager");

    // What somebody who reads French gets of it for himself is the same.
    const [way] = waysOn(shared);
    expect(way).toBeDefined();
    const french = await answered(anna("quiet", "fr").press(shown, idOf(shown, "Share")));
    expect(textOf(shared)).toBe(textOf(french));
  });

  test("is not offered where nobody else is, nor for what is meant for one member", async () => {
    const alone = bot.discord.member({ user: "anna", guild: null });
    expect(waysOn(await answered(alone.say("/timeline day:lundi")))).not.toContain("Share");
    expect(waysOn(await answered(anna().say("/help")))).not.toContain("Share");
    expect(waysOn(await answered(anna().say("/timeline day:blurf")))).not.toContain("Share");
    expect(waysOn(await answered(anna().say("/timeline day:lundi")))).not.toContain("Share");
  });
});
