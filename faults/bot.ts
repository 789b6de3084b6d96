import { startApp } from "../src/app.ts";
import { createLog } from "../src/bot/log.ts";
import { defaultStory } from "../src/exit.ts";

/**
 * The bot in a process of its own, for whoever forks it with `--expose-gc` and DISCORD_API and DISCORD_TOKEN
 * set: says "ready", gives the bytes of its heap after a collection on "heap", and ends on "stop".
 */
const { DISCORD_API: api = "", DISCORD_TOKEN: token = "", STORY } = process.env;
// What goes wrong shows among the output of the run.
const log = createLog(
  (line) => process.stderr.write(`${line}\n`),
  () => new Date(),
);
const bot = await startApp({
  story: STORY || defaultStory,
  api,
  token,
  log: { ...log, info: () => {} },
  // Far more than anybody asks here: who asked is remembered all the same.
  questions: 1000,
});

process.on("message", (message) => {
  if (message === "stop") {
    process.disconnect();
    void bot.stop();
  } else {
    globalThis.gc?.();
    process.send?.({ heap: process.memoryUsage().heapUsed, rss: process.memoryUsage.rss() });
  }
});
process.send?.("ready");
