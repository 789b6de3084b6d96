import { afterEach, expect, test } from "vitest";
import { startBot, type BotParts } from "../../src/bot/client.ts";
import { startLocalDiscord } from "../../src/local-discord/index.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

/** A bot with one command, on a Discord of its own. */
async function started(parts: Pick<BotParts, "route"> & Partial<BotParts>) {
  const discord = await startLocalDiscord();
  open.push(discord);
  const errors: string[] = [];
  const definition = { name: "story", description: "Tells it" };
  const bot = await startBot({
    token: discord.token,
    api: discord.api,
    commands: [{ definition, answer: () => Promise.reject(new Error("nobody asks it")) }],
    log: { info: () => {}, error: (message) => errors.push(message) },
    reference: () => "r",
    ...parts,
  });
  return { discord, bot, errors };
}

/** So long that nobody waits for its end. */
const FOR_EVER = 2 ** 30;

test("a bot at rest stops at once", async () => {
  const { bot } = await started({ route: async () => {}, drain: FOR_EVER });
  await expect(bot.stop()).resolves.toBeUndefined();
});

test("a bot that stops waits for what is under way, and for no longer than that takes", async () => {
  const answer = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const { bot, discord } = await started({
    route: () => {
      asked.resolve();
      return answer.promise;
    },
    drain: FOR_EVER,
  });
  void discord.member().say("/story");
  await asked.promise;
  const ends: string[] = [];
  const stopped = bot.stop().then(() => ends.push("stopped"));
  await expect.poll(() => discord.gateway.dispatch(null, "X", {})).toBe(false);
  void answer.promise.then(() => ends.push("answered"));
  answer.resolve();
  await stopped;
  expect(ends).toEqual(["answered", "stopped"]);
});

test("an answer that never ends does not keep it, nor does an answer that fails end it", async () => {
  let asked = 0;
  const { bot, discord, errors } = await started({
    route: () => (++asked === 1 ? Promise.reject(new Error("unexpected")) : new Promise(() => {})),
    drain: 1,
  });
  void discord.member().say("/story");
  await expect.poll(() => errors).toEqual(["an interaction ended in an error"]);
  void discord.member().say("/story");
  await expect.poll(() => asked).toBe(2);
  await bot.stop();
});
