import { commands } from "../../commands/index.ts";
import type { Context } from "../../src/bot/command.ts";
import { NO_PICTURES } from "../../src/picture/pictures.ts";
import type { Reply } from "../../src/view/message.ts";
import { breaches, type Payload } from "./limits.ts";
import { lookups } from "./story.ts";
import { VOICES } from "./voices.ts";

/** What a command answers from, without pictures and with nothing remembered. */
export function contextWith(changes: Partial<Context> = {}): Context {
  return {
    lookups,
    language: "fr",
    zone: "Europe/Paris",
    random: () => 0,
    cached: async (_question, compute) => compute(),
    pictures: NO_PICTURES,
    commands,
    version: "test",
    server: null,
    ...changes,
  };
}

/** What Discord would refuse of a reply in any voice, and custom ids that could not give it again. */
export function replyFaults(reply: Reply): string[] {
  const tooLong = reply.again !== undefined && reply.again.length > 100 ? [`again: ${reply.again}`] : [];
  return [...tooLong, ...VOICES.flatMap((voice) => breaches(reply.show(voice)))];
}

/** The custom ids and menu values of a message. */
export function idsOf({ components }: Payload): { id: string; values: string[] }[] {
  const rows = (components ?? []) as { components: { custom_id: string; options?: { value: string }[] }[] }[];
  return rows.flatMap((row) =>
    row.components.map(({ custom_id: id, options = [] }) => ({
      id,
      values: options.map(({ value }) => value),
    })),
  );
}
