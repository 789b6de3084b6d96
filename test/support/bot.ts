import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import { expect } from "vitest";
import { startApp } from "../../src/app.ts";
import type { RunningBot } from "../../src/bot/client.ts";
import { startLocalDiscord, type LocalDiscord, type Turn } from "../../src/local-discord/index.ts";
import { sharedDrawer } from "./drawer.ts";
import { indexed } from "./story.ts";

/** The permission Manage Server, beside those that every member has. */
export const MANAGER = { permissions: (0x20n | 0x80000c00n).toString() };

/** The whole bot with its own story, on a Discord of its own. */
export interface TestBot {
  discord: LocalDiscord;
  /** What the bot logged as errors. */
  errors: unknown[];
  /** Stops the bot until it is restarted. */
  pause(): Promise<void>;
  /** Stops the bot and starts it anew on the same Discord, with nothing but its data file. */
  restart(): Promise<void>;
  /** Ends both; rejects where the bot logged an error. */
  stop(): Promise<void>;
}

/** Starts the bot; random choices are always the first. */
export async function startTestBot(dataFile?: string): Promise<TestBot> {
  const discord = await startLocalDiscord();
  const errors: unknown[] = [];
  const start = (): Promise<RunningBot> =>
    startApp({
      story: indexed(),
      token: discord.token,
      api: discord.api,
      log: {
        info: () => {},
        error: (message, details) => errors.push(new Error(message, { cause: details })),
      },
      random: () => 0,
      drawer: sharedDrawer,
      ...(dataFile && { dataFile }),
    });
  let bot: RunningBot | null = await start();
  const pause = async () => {
    await bot?.stop();
    bot = null;
  };
  return {
    discord,
    errors,
    pause,
    async restart() {
      await pause();
      bot = await start();
    },
    async stop() {
      await pause();
      await discord.close();
      if (errors.length > 0) throw new AggregateError(errors, "the bot logged errors");
    },
  };
}

/** The one message of a turn that went well. */
export async function answered(turn: Promise<Turn>): Promise<APIMessage> {
  const { error, messages } = await turn;
  expect(error).toBeNull();
  expect(messages).toHaveLength(1);
  return messages[0] as APIMessage;
}

/** Every word that a message shows, its components apart. */
export function textOf({ content, embeds }: APIMessage): string {
  const parts = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...parts].filter((part) => part).join("\n");
}

/** The labels of the buttons of a message, and the placeholders of its menus. */
export function waysOn({ components = [] }: APIMessage): string[] {
  return components.flatMap((row) =>
    "components" in row
      ? row.components.flatMap((part) => {
          if ("label" in part && part.label) return [part.label];
          return "placeholder" in part && part.placeholder ? [part.placeholder] : [];
        })
      : [],
  );
}

/** The custom id of the button with that label. */
export function idOf({ components = [] }: APIMessage, label: string): string {
  for (const row of components)
    for (const part of "components" in row ? row.components : [])
      if ("label" in part && part.label === label && "custom_id" in part) return part.custom_id;
  throw new Error(`no button “${label}”`);
}

/** Whether only the member who asked sees a message. */
export function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
