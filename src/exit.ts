import { fileURLToPath } from "node:url";
import { isWrongToken } from "./bot/client.ts";
import { DiscordUnreachable } from "./bot/unreachable.ts";
import { ConfigError } from "./config.ts";
import { projectFile } from "./projectFile.ts";
import { StoryError } from "./story/fault.ts";

/** EX_CONFIG of sysexits.h: configuration or data that can't be used. */
export const EXIT_CONFIG = 78;

/** EX_UNAVAILABLE of sysexits.h: Discord can't be reached; whoever supervises the bot starts it again. */
const EXIT_UNAVAILABLE = 69;

/** The story that comes with the project. */
export const defaultStory = fileURLToPath(projectFile("data"));

/** What an operator is told of an error that ends the program: one line a fault, or the whole stack of a surprise. */
export function explained(error: unknown): string {
  if (isWrongToken(error))
    return "environment: DISCORD_TOKEN: Discord refuses it; copy the token again from the developer portal";
  if (error instanceof ConfigError || error instanceof StoryError || error instanceof DiscordUnreachable)
    return error.message;
  if (isOfSystem(error)) return `system: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The exit status that goes with it. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DiscordUnreachable) return EXIT_UNAVAILABLE;
  return error instanceof ConfigError || error instanceof StoryError || isWrongToken(error) ? EXIT_CONFIG : 1;
}

/** What the operating system refused: its message holds the call, the reason and the place. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "errno" in error;
}
