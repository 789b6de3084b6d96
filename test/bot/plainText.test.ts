import { PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, isPrivate, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
  const { appPermissions } = bot.discord.guild("plain");
  bot.discord.guild("plain", {
    appPermissions: (BigInt(appPermissions) & ~PermissionFlagsBits.EmbedLinks).toString(),
  });
});
afterAll(() => bot.stop());

const member = (guild: string, locale = "fr") =>
  bot.discord.member({ user: `reader-${guild}`, guild, locale });

/** The addresses of all links, and all words apart from marks and spaces. */
const linksOf = (text: string) => [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url]) => url);
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe("where the bot may not send embeds", () => {
  test.each([
    "/chronologie",
    "/chronologie jour:lundi",
    "/source événement:microsoft",
    "/citation personne:Altman",
    "/personne nom:Altman",
    "/à-propos",
    "/aide",
    "/chronologie jour:blurf",
    ">Vérifier Altman est viré vendredi. « L’IA pourrait tous nous tuer »",
  ])("%s is plain text with the same words and links, page by page", async (line) => {
    const embedded = await answered(member("usual").say(line));
    let shown = await answered(member("plain").say(line));
    expect(isPrivate(shown)).toBe(isPrivate(embedded));
    for (const label of waysOn(embedded)) expect(waysOn(shown)).toContain(label);
    const [first, pages] = [shown.content, [shown.content]];
    for (;;) {
      expect(shown.embeds).toEqual([]);
      expect(shown.content.length).toBeLessThanOrEqual(2000);
      expect(shown.content.trim()).not.toBe("");
      const next = waysOn(shown).find((label) => label.startsWith("Page "));
      if (!next) break;
      shown = await answered(member("plain").say(`!${next}`));
      if (shown.content === first) break;
      pages.push(shown.content);
    }
    const text = pages.join("\n\n");
    expect(linksOf(text)).toEqual(linksOf(textOf(embedded)));
    expect(wordsOf(text)).toEqual(wordsOf(textOf(embedded)));
  });

  test("its buttons lead on as they do elsewhere", async () => {
    await answered(member("plain").say("/chronologie jour:lundi"));
    const day = await answered(member("plain").say("!dim. 19"));
    expect(day.content).toMatch(/^\*\*Dimanche 19 novembre 2023\*\*/);
    const event = await answered(member("plain").say("!En un coup"));
    expect(event.content).toMatch(/^\*\*OpenAI/);
  });

  test("a copy for another member can still be turned and shared", async () => {
    const shown = await answered(member("plain").say("/chronologie jour:lundi"));
    const other = bot.discord.member({ user: "other", guild: "plain", locale: "en-US" });
    const copy = await answered(other.press(shown, "timeline:day:2023-11-19"));
    expect(isPrivate(copy)).toBe(true);
    const turned = await answered(other.say("!Page 1"));
    expect(turned.content).not.toBe(copy.content);
    const shared = await answered(other.say("!Share"));
    expect(isPrivate(shared)).toBe(false);
    expect(shared.content).toMatch(/^\*\*Sunday 19 November 2023\*\*/);
  });
});
