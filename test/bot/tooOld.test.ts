import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startBot } from "../../src/bot/client.ts";
import type { SlashCommand } from "../../src/bot/command.ts";
import { answered, isPrivate, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

/** Buttons that this version never made: of other versions, of another story, or of a stranger. */
const STRANGE = [
  "oracle:ask:why",
  "timeline",
  "timeline:day",
  "timeline:day:2023-13-45",
  "timeline:day:2023-11-22/2023-11-17",
  "timeline:day:2023-11-20.noon",
  "timeline:day:2023-11-20!monday",
  "timeline:all:monday:0",
  "timeline:__proto__:2023-11-20",
  "__proto__:day:2023-11-20",
  "constructor:x",
  "source:event:no-such-event",
  "source:page",
  "quote:turn:nobody:0:",
  "quote:one:no-such-quote",
  "quote:event:no-such-event:0",
  "person:show:nobody:0",
  "person:sources",
  "about:secrets",
  "help:open",
  "check:found:xxxxx::",
  "check:found:::",
  "check:found",
  "settings:zone",
  "settings:wipe",
  "share:",
  "share:share:timeline:glance",
  "share:oracle:ask",
  "plain:0:oracle:ask",
  "plain:x:timeline:glance",
  ":::",
];

describe("a button that is not known any more", () => {
  test("is answered kindly and privately, and nothing breaks", async () => {
    const old: SlashCommand = {
      definition: { name: "old", description: "An older version" },
      answer: () => Promise.reject(new Error("never asked")),
    };
    const rows = Array.from({ length: Math.ceil(STRANGE.length / 5) }, (_, row) =>
      STRANGE.slice(row * 5, row * 5 + 5),
    );
    const halves = [rows.slice(0, 3), rows.slice(3)];
    const { discord } = bot;
    await bot.pause();
    const older = await startBot({
      reference: () => "r1",
      token: discord.token,
      api: discord.api,
      commands: [old],
      log: { info: () => {}, error: () => {} },
      async route(interaction) {
        if (!interaction.isChatInputCommand()) return;
        for (const [n, half] of halves.entries()) {
          const components = half.map((ids) => ({
            type: ComponentType.ActionRow,
            components: ids.map((custom_id) => ({
              type: ComponentType.Button,
              style: ButtonStyle.Secondary,
              label: custom_id,
              custom_id,
            })),
          }));
          await (n === 0 ? interaction.reply({ components }) : interaction.followUp({ components }));
        }
      },
    });
    const member = discord.member();
    await member.say("/old");
    const messages = await vi.waitUntil(() => member.messages().length === 2 && member.messages());
    await older.stop();
    await bot.restart();

    const pressed: string[] = [];
    for (const message of messages) {
      for (const id of waysOn(message)) {
        const answer = await answered(member.press(message, id));
        // What only managers may press is refused before it is read.
        const says =
          id === "settings:zone" ? /^Only members who may manage this server/ : /older version of me/;
        expect.soft(textOf(answer), id).toMatch(says);
        expect.soft(isPrivate(answer), id).toBe(true);
        pressed.push(id);
      }
    }
    expect(pressed).toEqual(STRANGE);
    expect(bot.errors).toEqual([]);
  });
});
