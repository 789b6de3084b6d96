import { Client, DiscordAPIError, Events, Options, type Interaction } from "discord.js";
import type { Command } from "./command.ts";
import { syncCommands } from "./commandSync.ts";
import type { Log } from "./log.ts";

/** A bot that is logged in. */
export interface RunningBot {
  /** The address that invites it into a server or to a member. */
  invitation: string;
  stop(): Promise<void>;
}

export interface BotParts {
  token: string;
  /** The base of Discord's REST API, without a version: https://discord.com/api. */
  api: string;
  commands: readonly Command[];
  route: (interaction: Interaction) => Promise<void>;
  log: Log;
}

/**
 * Logs in, registers the commands where they changed, and answers interactions until it is stopped.
 * Slash commands need no gateway intent and no permission. Throws what discord.js throws on a wrong token.
 */
export async function startBot({ token, api, commands, route, log }: BotParts): Promise<RunningBot> {
  const client = new Client({
    intents: [],
    rest: { api },
    // Members and messages come with each interaction; keeping them would grow with every member.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      UserManager: 0,
      MessageManager: 0,
      GuildMemberManager: 0,
    }),
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => void route(interaction));
  client.on(Events.Error, (error) => log.error("the connection to Discord reports an error", { error }));
  try {
    await client.login(token);
    const { application } = await ready;
    const registered = await syncCommands(
      client.rest,
      application.id,
      commands.map(({ definition }) => definition),
    );
    log.info(registered ? "commands registered" : "commands unchanged", { commands: commands.length });
    return { invitation: invitationOf(application.id), stop: () => client.destroy() };
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

/**
 * Whether Discord refused the token: by REST (401) or on the gateway (close code 4004, which discord.js
 * reports as its TokenInvalid).
 */
export function isWrongToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && "code" in error && error.code === "TokenInvalid";
}

/** Commands for a server or a member, no permission at all: replies to interactions need none. */
function invitationOf(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: "applications.commands",
    permissions: "0",
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
