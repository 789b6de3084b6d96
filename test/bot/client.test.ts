import { afterEach, expect, test } from "vitest";
import { startBot, type BotParts } from "../../src/bot/client.ts";
import { createLog } from "../../src/bot/log.ts";
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
  const told: string[] = [];
  const definition = { name: "story", description: "Tells it" };
  const bot = await startBot({
    token: discord.token,
    api: discord.api,
    commands: [{ definition, answer: () => Promise.reject(new Error("nobody asks it")) }],
    log: { info: (message) => told.push(message), error: (message) => errors.push(message) },
    reference: () => "r",
    ...parts,
  });
  return { discord, bot, errors, told };
}

test("a connection that is lost and made again is told to the operator", async () => {
  const { bot, discord, told, errors } = await started({ route: async () => {} });
  expect(told).toEqual(["connected to Discord", "commands registered"]);
  told.length = 0;
  discord.misbehave({ kind: "close", code: 1006 });
  await expect
    .poll(() => told, { timeout: 5000 })
    .toEqual(["the connection to Discord was lost and is made again", "connected to Discord"]);
  expect(errors).toEqual([]);
  await bot.stop();
});

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

test("what discord.js could not read is told with its reference, by the kind and the place of the error", async () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  const { discord } = await started({ route: async () => {}, log });
  const typed = { custom_id: "x", components: [{ type: 1, components: [null] }, "what was typed"] };
  const modal = {
    id: "1",
    application_id: discord.application,
    type: 5,
    token: "secret",
    user: { id: "2" },
    data: typed,
  };
  expect(discord.gateway.dispatch(null, "INTERACTION_CREATE", modal)).toBe(true);
  const told = () => lines.map((line) => JSON.parse(line) as object).filter((line) => "reference" in line);
  await expect.poll(told).toContainEqual(
    expect.objectContaining({
      message: "an interaction came that can't be read",
      reference: "r",
      error: { type: "TypeError", stack: expect.stringContaining("discord.js") },
    }),
  );
  expect(lines.join()).not.toMatch(/secret|typed/);
});
