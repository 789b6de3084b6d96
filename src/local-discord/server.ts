import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { newFaults, type Fault } from "./faults.ts";
import { startGateway, type Gateway } from "./gateway.ts";
import { newMember, type Member } from "./member.ts";
import { startLive } from "./page/live.ts";
import { pageRoutes } from "./page/routes.ts";
import { restApi } from "./rest.ts";
import type { After } from "./turn.ts";
import { guildOf, userOf } from "./people.ts";
import { newWorld, usualMember, type Guild, type Interaction } from "./world.ts";

export interface Options {
  /** The port to listen on; 0, the default, takes any that is free. */
  port?: number;
  /** The clock, in ms since 1970. */
  now?: () => number;
  /** The timer by which a member loses patience. */
  after?: After;
  /** How many shards `/gateway/bot` recommends; 1 unless told. */
  shards?: number;
  /** How many shards may identify at once; 16 unless told. */
  maxConcurrency?: number;
  /** The heartbeat interval that the gateway asks for, in ms; Discord's own unless told. */
  heartbeat?: number;
}

/** Who a member is. */
export interface Identity {
  /** An id, or a name; "member" unless told. */
  user?: string;
  /** A guild's id or name, null for the private chat with the bot; a guild of its own unless told. */
  guild?: string | null;
  /** en-US unless told. */
  locale?: string;
  /** Permission bits as a decimal string; unless told, what the guild gives its members. */
  permissions?: string;
}

export interface LocalDiscord {
  /** The REST base for a discord.js client: `rest: { api }`. */
  readonly api: string;
  /** The one token that is accepted. */
  readonly token: string;
  /** The id of the application and of its bot. */
  readonly application: string;
  readonly gateway: Gateway;
  /** The address of the page that shows it, `http://localhost:PORT`. */
  readonly page: string;
  /** A member; created when first named, the same user under the same name. */
  member(who?: Identity): Member;
  /** Sets what a guild is; created when first named. */
  guild(id: string, set?: Partial<Omit<Guild, "id" | "channel">>): Guild;
  /** Lets the client down in one way; lasting faults end when the function that it gives is called. */
  misbehave(fault: Fault): () => void;
  /** The interactions of late, oldest first: when they were delivered and answered. */
  interactions(): Iterable<Readonly<Interaction>>;
  /** Closes all sockets and the port. */
  close(): Promise<void>;
}

/** What Discord asks for at the time of writing, in ms. */
const usualHeartbeat = 41_250;

const systemAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Starts a Discord on this machine, reachable from it alone: gateway, REST and files on one port of 127.0.0.1.
 * @throws when the port is taken
 */
export async function startLocalDiscord(options: Options = {}): Promise<LocalDiscord> {
  // The performance clock gives fractions of a ms, which a turn's duration needs.
  const now = options.now ?? (() => performance.timeOrigin + performance.now());
  const after = options.after ?? systemAfter;
  const world = newWorld(now);
  const faults = newFaults();
  let gateway: Gateway | undefined;
  const rest = restApi(world, faults, {
    shards: options.shards ?? 1,
    maxConcurrency: options.maxConcurrency ?? 16,
    started: () => gateway?.started() ?? 0,
  });
  const member = (who: Identity = {}): Member => {
    if (!gateway) throw new Error("nobody can act before the gateway is there");
    const guild = who.guild === null ? null : guildOf(world, who.guild ?? usualMember.guild);
    const invoker = {
      user: userOf(world, who.user ?? usualMember.user),
      guild: guild?.id ?? null,
      locale: who.locale ?? "en-US",
      permissions: who.permissions ?? guild?.memberPermissions ?? "0",
    };
    return newMember({ world, gateway, after }, invoker);
  };
  rest.route("/", pageRoutes(world, member));
  const server = serve({ fetch: rest.fetch, hostname: "127.0.0.1", port: options.port ?? 0 }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const running = (gateway = startGateway(world, server, options.heartbeat ?? usualHeartbeat, faults));
  const live = startLive(world, server, member);

  return {
    api: `${world.origin}/api`,
    token: world.token,
    application: world.application,
    gateway: running,
    page: world.origin.replace("127.0.0.1", "localhost"),
    guild: (id, set = {}) => Object.assign(guildOf(world, id), set),
    member,
    misbehave: (fault) => faults.begin(fault, running),
    interactions: () => world.interactions.values(),
    async close() {
      await Promise.all([running.close(), live.close()]);
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) =>
        server.close((error) => (error ? reject(error) : resolve())),
      );
    },
  };
}
