import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import { expect, onTestFinished, test } from "vitest";
import { startApp } from "../../src/app.ts";
import { startLocalDiscord, type Member } from "../../src/local-discord/index.ts";
import { EXAMPLE } from "../story/example.ts";
import { isPrivate, textOf } from "../support/bot.ts";

const isAnnounced = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Loading) !== 0;

/** A bot that indexes what is searched only when it is let go on: until then the answers that need it are late. */
async function slowBot() {
  const discord = await startLocalDiscord();
  const ready = Promise.withResolvers<void>();
  const errors: unknown[] = [];
  const bot = await startApp({
    story: EXAMPLE,
    token: discord.token,
    api: discord.api,
    log: { info: () => {}, error: (message, details) => errors.push([message, details]) },
    pause: () => ready.promise,
  });
  onTestFinished(async () => {
    ready.resolve();
    await bot.stop();
    await discord.close();
    expect(errors).toEqual([]);
  });
  return { discord, goOn: () => ready.resolve() };
}

const announced = async (member: Member) => {
  await expect.poll(() => member.messages().some(isAnnounced), { timeout: 5000 }).toBe(true);
  return member.messages().filter(isAnnounced);
};

test("a late answer to a message command is announced to who asked alone, and comes there", async () => {
  const { discord, goOn } = await slowBot();
  const [anna, ben] = ["anna", "ben"].map((user) => discord.member({ user })) as [Member, Member];
  const turn = anna.apply("Check this", { content: "The lamp went out on Monday.", author: "carl" });
  expect((await announced(anna)).map(isPrivate)).toEqual([true]);
  expect(ben.messages().some(isAnnounced)).toBe(false);
  goOn();
  const { error, messages } = await turn;
  expect(error).toBeNull();
  expect(messages.map(isPrivate)).toEqual([true]);
  expect(messages.map(textOf).join()).toContain("On which day did the lamp go out?");
  expect(ben.messages().map(({ content }) => content)).toEqual(["The lamp went out on Monday."]);
});

test("a late answer to a question is announced to everybody", async () => {
  const { discord, goOn } = await slowBot();
  const [anna, ben] = ["anna", "ben"].map((user) => discord.member({ user })) as [Member, Member];
  const turn = anna.say("/ask question:when did the lamp go out?");
  expect((await announced(ben)).map(isPrivate)).toEqual([false]);
  goOn();
  expect((await turn).error).toBeNull();
});
