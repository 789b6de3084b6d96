import { setTimeout as sleep } from "node:timers/promises";
import {
  Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Options,
  Routes,
  Status,
  type Interaction,
  type REST,
} from "discord.js";
import { languageOf, wordsOf } from "../text/messages.ts";
import type { Command } from "./command.ts";
import { syncCommands } from "./commandSync.ts";
import { goneCode } from "./gone.ts";
import { createMend, unread, type Mend, type Unread } from "./incoming.ts";
import { isFinal } from "./insist.ts";
import type { Log } from "./log.ts";
import type { GatewayState } from "./meter.ts";
import { unreachable } from "./unreachable.ts";

/** A bot that is logged in. */
export interface RunningBot {
  /** The address that invites it into a server or to a member. */
  invitation: string;
  /** Resolves with Discord's close code when it refuses to have the bot back. */
  lost: Promise<number>;
  gateway(): GatewayState;
  /** Takes nothing more, finishes what is under way, for a few seconds at most, and closes. */
  stop(): Promise<void>;
}

export interface BotParts {
  token: string;
  /** The base of Discord's REST API, without a version: https://discord.com/api. */
  api: string;
  commands: readonly Command[];
  route: (interaction: Interaction) => Promise<void>;
  log: Log;
  /** A fresh reference that joins what a member saw to a line of the log. */
  reference: () => string;
  /** Milliseconds that answers get which are under way when the bot stops; 4000 unless told. */
  drain?: number;
}

/**
 * Logs in, registers the commands where they changed, and answers interactions until it is stopped.
 * Slash commands need no gateway intent and no permission. Throws what discord.js throws on a wrong token, and a
 * DiscordUnreachable where Discord fails.
 */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { token, api, commands, route, log, drain = DRAIN } = parts;
  const client = new Client({
    intents: [],
    rest: { api },
    // What is sent has Discord's own form already: renaming the fields of each message anew costs a tenth of a reply.
    jsonTransformer: (sent: unknown) => sent,
    // Members and messages come with each interaction; keeping them would grow with every member.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      UserManager: 0,
      MessageManager: 0,
      GuildMemberManager: 0,
    }),
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const lost = Promise.withResolvers<number>();
  const underWay = new Set<Promise<void>>();
  const mend = createMend();
  /** Interactions that discord.js has read. */
  let taken = 0;
  const track = (work: Promise<void>) => {
    // Whatever is wrong with one answer, the others go on.
    const done = work.catch((error: unknown) => log.error("an interaction ended in an error", { error }));
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };
  client.on(Events.Raw, (packet: Packet) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    // It is read here, where an error can be caught: in discord.js itself one ends the process.
    packet.t = null;
    const before = taken;
    const fault = read(packet.d, mend, client);
    const left = taken === before ? unread(packet.d) : null;
    if (left) track(apologize(left, fault, client.rest, parts));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    taken++;
    track(route(interaction));
  });
  client.on(Events.Error, (error) => log.error("the connection to Discord reports an error", { error }));
  client.on(Events.ShardError, (error) => log.error("the connection to Discord failed", { error }));
  client.on(Events.ShardReconnecting, () => log.info("the connection to Discord was lost and is made again"));
  // With a session that goes on, or with a new one.
  for (const event of [Events.ShardResume, Events.ShardReady] as const)
    client.on(event, () => log.info("connected to Discord"));
  client.on(Events.ShardDisconnect, ({ code }) => lost.resolve(code));
  try {
    await client.login(token);
    const { application } = await ready;
    if (isFirst(client)) {
      const definitions = commands.map(({ definition }) => definition);
      const registered = await syncCommands(client.rest, application.id, definitions);
      log.info(registered ? "commands registered" : "commands unchanged", { commands: commands.length });
    }
    return {
      invitation: invitationOf(application.id),
      lost: lost.promise,
      gateway: () => ({
        ready: client.isReady() && client.ws.status === Status.Ready,
        ping: client.ws.ping,
        shards: client.ws.shards.size,
      }),
      async stop() {
        // Without a connection Discord delivers nothing more; what it delivered is answered over REST.
        const done = client.destroy().then(() => Promise.allSettled(underWay));
        await Promise.race([done, sleep(drain, undefined, { ref: false })]);
      },
    };
  } catch (error) {
    await client.destroy();
    throw isFinal(error) ? error : unreachable(api, error);
  }
}

/** Discord's patience is 3 s; the process has a second more to end within five. */
const DRAIN = 4000;

/** Of all shards the first one speaks for the application: it registers the commands. */
function isFirst({ options: { shards } }: Client): boolean {
  return !Array.isArray(shards) || shards.includes(0);
}

/** A frame as discord.js is about to read it. */
interface Packet {
  t: string | null;
  d: unknown;
}

/** Lets discord.js read an interaction and hand it to its listeners, where it can be read. Gives what it threw. */
function read(data: unknown, mend: Mend, client: Client): unknown {
  const mended = mend(data, client.application?.id ?? "0");
  if (!mended) return undefined;
  try {
    // What discord.js does with the event; its types keep it to itself.
    (client as unknown as Reader).actions.InteractionCreate.handle(mended);
    return undefined;
  } catch (error) {
    // It is answered as one that can't be read.
    return error;
  }
}

interface Reader {
  actions: { InteractionCreate: { handle(data: object): void } };
}

/** Answers what nobody can read: with an empty list, or with a private notice and its reference in the log. */
async function apologize(
  { id, token, type, locale }: Unread,
  fault: unknown,
  rest: REST,
  { log, reference }: BotParts,
): Promise<void> {
  const name = reference();
  log.error("an interaction came that can't be read", { reference: name, type, error: fault });
  const completion: number = InteractionType.ApplicationCommandAutocomplete;
  const body =
    type === completion
      ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: {
            content: wordsOf(languageOf(locale)).failure.broken(name),
            flags: MessageFlags.Ephemeral,
            allowed_mentions: { parse: [] },
          },
        };
  try {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  } catch (error) {
    if (goneCode(error) === null) log.error("nor could it be answered", { reference: name, error });
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
