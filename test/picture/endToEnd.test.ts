import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { APIMessage } from "discord-api-types/v10";
import { startApp } from "../../src/app.ts";
import type { RunningBot } from "../../src/bot/client.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";
import { startDrawer } from "../../src/picture/drawer.ts";
import { answered, idOf, textOf, waysOn } from "../support/bot.ts";
import { indexed } from "../support/story.ts";
import { stripFor, voiceOf } from "./given.ts";

/** View, send, embed, attach: what a channel gives; and the same without attaching. */
const ALL = (0x400n | 0x800n | 0x4000n | 0x8000n).toString();
const NO_FILES = (0x400n | 0x800n | 0x4000n).toString();

let discord: LocalDiscord;
let bot: RunningBot;
const errors: string[] = [];

async function started(drawer = startDrawer()): Promise<[LocalDiscord, RunningBot]> {
  const local = await startLocalDiscord();
  const log = { info: () => {}, error: (message: string) => void errors.push(message) };
  const running = await startApp({
    story: indexed(),
    token: local.token,
    api: local.api,
    log,
    drawer,
    random: () => 0,
  });
  return [local, running];
}

beforeAll(async () => {
  const drawer = startDrawer();
  // The thread and its fonts are there before anybody waits for a picture.
  await drawer.draw({ kind: "strip", strip: stripFor("lundi", voiceOf("fr")) });
  [discord, bot] = await started(drawer);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const imageOf = ({ embeds }: APIMessage) => embeds[0]?.image;

/** The PNG that an embed shows, as Discord serves it. */
async function bytesOf(message: APIMessage): Promise<Buffer> {
  const response = await fetch(imageOf(message)?.url ?? "");
  expect(response.headers.get("content-type")).toBe("image/png");
  return Buffer.from(await response.arrayBuffer());
}

describe("a member", () => {
  test("gets the picture of the days with the whole story, and with several days", async () => {
    const member = discord.member({ locale: "fr" });
    for (const line of ["/timeline", "/timeline day:week-end", "/timeline day:17-22 novembre"]) {
      const message = await answered(member.say(line));
      expect(imageOf(message)).toMatchObject({
        url: expect.stringMatching(/\/timeline\.png$/) as string,
        description: expect.stringContaining("Heures de Paris") as string,
      });
      expect((await bytesOf(message)).subarray(1, 4).toString()).toBe("PNG");
    }
  });

  test("gets none with a single day, nor with the day that he opens from there", async () => {
    const member = discord.member({ locale: "fr" });
    expect(imageOf(await answered(member.say("/timeline day:lundi")))).toBeUndefined();
    const week = await answered(member.say("/timeline"));
    const opened = await answered(member.pick(week, "timeline:open", ["2023-11-20"]));
    expect(opened.id).toBe(week.id);
    expect(imageOf(opened)).toBeUndefined();
    expect(opened.attachments).toEqual([]);
  });

  test("turns a quote into a card and back, at the place where it stood", async () => {
    const member = discord.member({ locale: "fr" });
    const said = await answered(member.say("/quote person:Nadella"));
    const card = await answered(member.press(said, idOf(said, "En image")));
    expect(card.id).toBe(said.id);
    expect(imageOf(card)).toMatchObject({
      url: expect.stringMatching(/\/quote-satya-hire\.png$/) as string,
      description: expect.stringContaining("Et nous sommes extrêmement heureux") as string,
    });
    expect(textOf(card)).toContain("https://x.com/satyanadella/status/");
    const back = await answered(member.press(card, idOf(card, "En texte")));
    expect(imageOf(back)).toBeUndefined();
    expect(back.attachments).toEqual([]);
    expect(textOf(back)).toBe(textOf(said));
    expect(waysOn(back)).toEqual(waysOn(said));
  });

  test("who presses it on somebody else’s answer gets a card of his own, in his language", async () => {
    const said = await answered(discord.member({ user: "one", locale: "fr" }).say("/quote person:Nadella"));
    const other = discord.member({ user: "two", locale: "en-GB" });
    const card = await answered(other.press(said, idOf(said, "En image")));
    expect(card.id).not.toBe(said.id);
    expect(waysOn(card)).toContain("As text");
    expect(imageOf(card)).toMatchObject({ description: expect.stringContaining("exact words") as string });
  });

  test("is offered no card of words that nobody is known to have said, and gets none", async () => {
    const member = discord.member({ locale: "fr" });
    const doubtful = await answered(member.say("/quote person:Shear about:56 heures"));
    expect(textOf(doubtful)).toContain("56 heures");
    expect(waysOn(doubtful)).not.toContain("En image");
  });

  test("gets the text alone where the bot may not attach files, and is told so when he asks for a card", async () => {
    const guild = discord.guild("no files", { appPermissions: NO_FILES });
    const member = discord.member({ guild: guild.id, locale: "fr" });
    const week = await answered(member.say("/timeline"));
    expect(imageOf(week)).toBeUndefined();
    expect(textOf(week)).toContain("Le conseil d’OpenAI renvoie Sam Altman");
    const said = await answered(member.say("/quote person:Nadella"));
    const card = await answered(member.press(said, idOf(said, "En image")));
    expect(imageOf(card)).toBeUndefined();
    expect(card.content).toBe("Je ne peux pas dessiner ou envoyer l’image ici\u00a0: voici le texte.");
    expect(textOf(card)).toContain("And we’re extremely excited");
  });
});

test("a bot without the package that draws answers all the same, and logs the reason once", async () => {
  errors.length = 0;
  const [local, running] = await started(startDrawer("no-such-canvas"));
  try {
    local.guild("usual", { appPermissions: ALL });
    const member = local.member({ guild: "usual", locale: "fr" });
    for (const line of ["/timeline", "/timeline day:week-end"]) {
      const message = await answered(member.say(line));
      expect(imageOf(message)).toBeUndefined();
      expect(textOf(message)).toContain("Greg Brockman démissionne d’OpenAI");
    }
    expect(errors).toEqual(["a picture could not be drawn"]);
  } finally {
    await running.stop();
    await local.close();
  }
});
