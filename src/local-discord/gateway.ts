import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import { WebSocketServer, type WebSocket } from "ws";
import type { Faults } from "./faults.ts";
import { shardOf } from "./snowflake.ts";
import type { World } from "./world.ts";

/** A gateway frame: https://docs.discord.com/developers/events/gateway-events#payload-structure */
interface Frame {
  op: GatewayOpcodes;
  d?: unknown;
  s?: number;
  t?: string;
}

/** One shard's session; it outlives its socket until the client comes back or says goodbye. */
interface Session {
  id: string;
  shard: number;
  shards: number;
  sequence: number;
  /** Events sent, for a RESUME to send again. */
  sent: Frame[];
  socket: WebSocket | null;
  /** When the socket was lost, in ms since 1970. */
  lost: number;
}

export interface Gateway {
  /** Sends an event to the shard of a guild (null: shard 0). False when no session can ever receive it. */
  dispatch(guild: string | null, event: string, data: unknown): boolean;
  /** Sessions started so far, for the session start limit. */
  started(): number;
  /** Asks every client to reconnect (op 7); they resume. */
  reconnect(): void;
  /** Tells every client that its session is gone (op 9); with `mayResume` it may still resume. */
  invalidate(mayResume: boolean): void;
  /** Closes every client's socket with that code; 1006 cuts it without a word. */
  drop(code: number): void;
  /**
   * Makes zombies of the sockets that are open: they stay open, and nothing goes through them in either
   * direction until the function that it gives is called. Sockets that open later work.
   */
  silence(): () => void;
  close(): Promise<void>;
}

/** GuildMembers, GuildPresences, MessageContent: an application that was not granted them is closed with 4014. */
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
/** Events kept for a resume; Discord keeps some minutes of them. */
const kept = 1_000;
/** The close code of a connection that ended without one: https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5 */
const ABNORMAL_CLOSURE = 1006;
/** How long a session without a socket can be resumed, in ms. */
const resumable = 60_000;

/**
 * The gateway on an HTTP server: HELLO, IDENTIFY, READY, heartbeats, RESUME, events.
 * https://docs.discord.com/developers/events/gateway
 * @param heartbeat the interval that HELLO asks for, in ms
 * @param faults how it misbehaves at the moment
 */
export function startGateway(world: World, server: Server, heartbeat: number, faults: Faults): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    // The page has its own socket, under its own path.
    if (request.url?.startsWith("/page/")) return;
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
  });
  const sessions = new Map<string, Session>();
  const silent = new Set<WebSocket>();
  let started = 0;

  /** The one place where a frame leaves. */
  const send = (socket: WebSocket, frame: Frame) => {
    if (silent.has(socket)) return;
    socket.send(JSON.stringify(frame));
    if (frame.t === GatewayDispatchEvents.InteractionCreate && socket.readyState === socket.OPEN)
      sentTo(socket, world, frame.d);
  };

  const event = (session: Session, type: string, data: unknown) => {
    const frame: Frame = { op: GatewayOpcodes.Dispatch, t: type, s: ++session.sequence, d: data };
    session.sent.push(frame);
    if (session.sent.length > kept) session.sent.shift();
    if (session.socket) send(session.socket, frame);
  };

  const identify = (socket: WebSocket, data: Record<string, unknown>): Session | null => {
    const [shard, shards] = (data.shard as [number, number] | undefined) ?? [0, 1];
    if (data.token !== world.token) return refuse(socket, GatewayCloseCodes.AuthenticationFailed);
    if (!(shard >= 0 && shard < shards)) return refuse(socket, GatewayCloseCodes.InvalidShard);
    if (typeof data.intents !== "number") return refuse(socket, GatewayCloseCodes.InvalidIntents);
    if (data.intents & privilegedIntents) return refuse(socket, GatewayCloseCodes.DisallowedIntents);
    const session: Session = { id: randomUUID(), shard, shards, sequence: 0, sent: [], socket, lost: 0 };
    sessions.set(session.id, session);
    started++;
    const ids = new Set([...world.guilds.values()].map((guild) => guild.id));
    const guilds = [...ids].filter((id) => shardOf(id, shards) === shard);
    event(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: world.origin.replace("http", "ws"),
      shard: [shard, shards],
      application: { id: world.application, flags: 0 },
    });
    return session;
  };

  const resume = (socket: WebSocket, data: Record<string, unknown>): Session | null => {
    if (data.token !== world.token) return refuse(socket, GatewayCloseCodes.AuthenticationFailed);
    const session = sessions.get(String(data.session_id));
    const seen = Number(data.seq);
    const oldest = session?.sent[0]?.s ?? 1;
    // A session that is gone, or whose missed events are no longer all here: the client must identify anew.
    if (!session || seen > session.sequence || seen + 1 < oldest) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return null;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const frame of session.sent) if ((frame.s ?? 0) > seen) send(socket, frame);
    event(session, GatewayDispatchEvents.Resumed, {});
    return session;
  };

  sockets.on("connection", (socket, request) => {
    let session: Session | null = null;
    if (!new URL(request.url ?? "/", "ws://127.0.0.1").searchParams.get("v")?.match(/^(9|10)$/)) {
      socket.close(GatewayCloseCodes.InvalidAPIVersion);
      return;
    }
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeat } });
    socket.on("message", (raw) => {
      if (silent.has(socket)) return;
      const frame = parse((raw as Buffer).toString());
      if (!frame) return socket.close(GatewayCloseCodes.DecodeError);
      const data = (frame.d ?? {}) as Record<string, unknown>;
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          return send(socket, { op: GatewayOpcodes.HeartbeatAck });
        case GatewayOpcodes.Identify:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = identify(socket, data);
          return;
        case GatewayOpcodes.Resume:
          session = resume(socket, data);
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
          return;
        default:
          socket.close(GatewayCloseCodes.UnknownOpcode);
      }
    });
    socket.on("pong", (id) => delivered(world, id.toString()));
    socket.on("close", (code) => {
      silent.delete(socket);
      if (!session || session.socket !== socket) return;
      session.socket = null;
      session.lost = world.now();
      // A client that closes with 1000 or 1001 gives its session up; after any other end it may resume.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    socket.on("error", () => socket.terminate());
  });

  const live = () => [...sessions.values()].flatMap((session) => (session.socket ? [session.socket] : []));
  return {
    dispatch(guild, type, data) {
      for (const one of sessions.values())
        if (!one.socket && world.now() - one.lost > resumable) sessions.delete(one.id);
      const receivers = [...sessions.values()].filter((one) => one.shard === shardOf(guild, one.shards));
      faults.deliver(type, data, (changed) => {
        for (const session of receivers) event(session, type, changed);
      });
      return receivers.length > 0;
    },
    started: () => started,
    reconnect: () => live().forEach((socket) => send(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidate(mayResume) {
      const told = live();
      if (!mayResume) sessions.clear();
      for (const socket of told) send(socket, { op: GatewayOpcodes.InvalidSession, d: mayResume });
    },
    drop: (code) =>
      live().forEach((socket) => (code === ABNORMAL_CLOSURE ? socket.terminate() : socket.close(code))),
    silence() {
      const told = live();
      for (const socket of told) silent.add(socket);
      return () => told.forEach((socket) => silent.delete(socket));
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => done());
      }),
  };
}

/**
 * Asks a client whether it has read an interaction: frames are read in order, and one that is closing its
 * connection answers no ping any more. https://www.rfc-editor.org/rfc/rfc6455#section-5.5.2
 */
function sentTo(socket: WebSocket, world: World, data: unknown): void {
  const id = String((data as { id?: unknown }).id);
  const interaction = world.interactions.get(id);
  if (!interaction) return;
  interaction.deliveredAt ??= world.now();
  socket.ping(id);
}

/** Notes that a client has read an interaction. */
function delivered(world: World, id: string): void {
  const interaction = world.interactions.get(id);
  if (interaction) interaction.deliveries++;
}

function refuse(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}

function parse(text: string): Frame | null {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === "object" && frame !== null && "op" in frame ? (frame as Frame) : null;
  } catch {
    return null;
  }
}
