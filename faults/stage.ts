import { setTimeout as wait } from "node:timers/promises";
import { ComponentType, type APIMessage } from "discord-api-types/v10";
import { startApp, type AppParts } from "../src/app.ts";
import type { RunningBot } from "../src/bot/client.ts";
import type { Log } from "../src/bot/log.ts";
import { startLocalDiscord, type LocalDiscord } from "../src/local-discord/index.ts";

/** A bot on a local Discord, and members who keep asking. */
export interface Stage {
  discord: LocalDiscord;
  /** Lets members ask for that many ms. */
  play(ms: number): Promise<void>;
  /** Stops the bot as SIGTERM does, and starts it again. */
  restart(): Promise<void>;
  /** Waits until everything that was asked is answered or given up. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface StageParts {
  story: AppParts["story"];
  log: Log;
  /** Milliseconds between two interactions. */
  pace?: number;
}

/** Milliseconds between two interactions, unless told. */
const PACE = 15;
/** Enough members that none of them is too quick, by what `npm start` allows. */
const MEMBERS = 400;
const QUESTIONS = 10;
/** What Discord asks for is 41 s; so long no one wants to watch a table being made. */
const HEARTBEAT = 500;

const LINES = [
  "/timeline day:lundi",
  "?/timeline day:ven",
  "/quote person:Altman",
  "?/quote person:Sutsk",
  "/timeline day:20/11/2023",
  "/quote about:mission",
];

/** Raises the curtain: a bot that is ready. */
export async function openStage({ story, log, pace = PACE }: StageParts): Promise<Stage> {
  const discord = await startLocalDiscord({ heartbeat: HEARTBEAT });
  const start = (): Promise<RunningBot> =>
    startApp({ story, token: discord.token, api: discord.api, log, questions: QUESTIONS });
  let bot = await start();
  let asked = 0;
  const waiting = new Set<Promise<void>>();

  const ask = async () => {
    const n = asked++;
    const member = discord.member({ user: `member ${n % MEMBERS}`, guild: `guild ${n % 7}` });
    const { messages } = await member.say(LINES[n % LINES.length] ?? "");
    const [message] = messages;
    if (!message || n % 3 !== 0) return;
    const id = firstButton(message);
    if (id !== undefined) await member.press(message, id);
  };

  return {
    discord,
    async play(ms) {
      for (const end = performance.now() + ms; performance.now() < end;) {
        const one = ask().finally(() => waiting.delete(one));
        waiting.add(one);
        await wait(pace);
      }
    },
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async settle() {
      while (waiting.size > 0) await Promise.allSettled(waiting);
    },
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}

/** The custom id of a message's first button that can be pressed. */
export function firstButton({ components = [] }: APIMessage): string | undefined {
  for (const row of components) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const part of row.components)
      if (part.type === ComponentType.Button && "custom_id" in part && !part.disabled) return part.custom_id;
  }
  return undefined;
}
