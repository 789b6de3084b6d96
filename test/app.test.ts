import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { startApp, type AppParts } from "../src/app.ts";
import { startLocalDiscord } from "../src/local-discord/index.ts";
import { EXAMPLE } from "./story/example.ts";

/** The bot on a Discord of its own, with the errors that it logs. */
async function started(parts: Partial<AppParts>) {
  const discord = await startLocalDiscord();
  const errors: string[] = [];
  const log = { info: () => {}, error: (message: string) => errors.push(message) };
  const bot = await startApp({
    story: EXAMPLE,
    token: discord.token,
    api: discord.api,
    log,
    ...parts,
  });
  const stop = vi.fn<() => Promise<void>>(async () => {
    await bot.stop();
    await discord.close();
  });
  onTestFinished(async () => void (stop.mock.calls.length === 0 && (await stop())));
  return { discord, errors, stop };
}

test("a bot that stops prepares itself no further", async () => {
  const turn = Promise.withResolvers<void>();
  const pause = vi.fn<() => Promise<void>>(() => turn.promise);
  const { stop } = await started({ pause });
  expect(pause).toHaveBeenCalledTimes(1);
  await stop();
  turn.resolve();
  await setImmediate();
  expect(pause).toHaveBeenCalledTimes(1);
});

test("a preparation that fails is told to the operator, and the bot answers on", async () => {
  const { discord, errors } = await started({ pause: () => Promise.reject(new Error("no memory")) });
  await vi.waitFor(() => expect(errors).toEqual(["what is searched could not be indexed"]));
  const { error, messages } = await discord.member().say("/ask question:when did the lamp go out?");
  expect([error, messages[0]?.embeds[0]?.title]).toEqual([null, "The lamp of the lighthouse goes out"]);
});
