import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { startApp, type AppParts } from "../src/app.ts";
import { defaultStory } from "../src/exit.ts";
import { startLocalDiscord } from "../src/local-discord/index.ts";

/** The bot on a Discord of its own, with the errors that it logs. */
async function started(parts: Partial<AppParts>) {
  const discord = await startLocalDiscord();
  const errors: string[] = [];
  const log = { info: () => {}, error: (message: string) => errors.push(message) };
  const bot = await startApp({
    story: defaultStory,
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
  // The first who asks has it indexed at once, which a slow machine may take longer for than Discord waits.
  const ask = () => discord.member().say("/ask question:when was Altman fired?");
  await vi.waitFor(async () => expect((await ask()).error).toBeNull(), { timeout: 15_000 });
});
