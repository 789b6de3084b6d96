import { Client, Events, type Interaction } from "discord.js";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startLocalDiscord } from "../../src/local-discord/index.ts";
import { handClock, startSmallBot, until } from "./small-bot.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const bot = async (...args: Parameters<typeof startSmallBot>) => {
  const started = await startSmallBot(...args);
  open.push(started);
  return started;
};
const discord = async (...args: Parameters<typeof startLocalDiscord>) => {
  const started = await startLocalDiscord(...args);
  open.push(started);
  return started;
};

/** A bare gateway client: what came, and how it was closed. */
async function bareClient(api: string, query = "?v=10&encoding=json") {
  const { url } = (await (await fetch(`${api}/v10/gateway`)).json()) as { url: string };
  const socket = new WebSocket(`${url}/${query}`);
  const frames: { op: number; t?: string; s?: number; d: Record<string, unknown> }[] = [];
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (raw) => frames.push(JSON.parse((raw as Buffer).toString()) as never));
  return {
    frames,
    closed,
    socket,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    frame: (op: number, type?: string) =>
      until(() => frames.find((one) => one.op === op && (!type || one.t === type))),
  };
}

test("a wrong token is refused by REST, and ends a client that goes to the gateway with it", async () => {
  const { api, token } = await discord();
  const client = new Client({ intents: [], rest: { api } });
  await expect(client.login("wrong")).rejects.toThrow("invalid token");
  await client.destroy();
  const answer = await fetch(`${api}/v10/users/@me`, { headers: { authorization: "Bot wrong" } });
  expect([answer.status, await answer.json()]).toEqual([401, { message: "401: Unauthorized", code: 0 }]);
  const good = await fetch(`${api}/v10/users/@me`, { headers: { authorization: `Bot ${token}` } });
  expect(await good.json()).toMatchObject({ bot: true });
});

const identity = (token: string, more = {}) => ({ token, intents: 0, properties: {}, ...more });
test.each<[string, number, (token: string) => [number, unknown]]>([
  ["a wrong token", 4004, () => [2, identity("wrong")]],
  ["a shard beyond its number", 4010, (token) => [2, identity(token, { shard: [2, 2] })]],
  ["no intents", 4013, (token) => [2, { token, properties: {} }]],
  ["privileged intents", 4014, (token) => [2, identity(token, { intents: 1 << 15 })]],
  ["a resume with a wrong token", 4004, () => [6, { token: "wrong", session_id: "x", seq: 0 }]],
  ["a presence before it is known who comes", 4003, () => [3, {}]],
  ["an opcode that does not exist", 4001, () => [99, {}]],
])("%s closes with %i", async (_what, code, frame) => {
  const { api, token } = await discord();
  const client = await bareClient(api);
  await client.frame(10);
  client.send(...frame(token));
  expect(await client.closed).toBe(code);
});

test("what is no JSON, an old version and a second IDENTIFY are closed, too", async () => {
  const { api, token } = await discord();
  const garbled = await bareClient(api);
  await garbled.frame(10);
  garbled.socket.send("{");
  expect(await garbled.closed).toBe(4002);
  expect(await (await bareClient(api, "?v=6")).closed).toBe(4012);
  const twice = await bareClient(api);
  await twice.frame(10);
  twice.send(2, identity(token));
  await twice.frame(0, "READY");
  twice.send(2, identity(token));
  expect(await twice.closed).toBe(4005);
});

test("HELLO, READY and heartbeats are as documented", async () => {
  const local = await discord({ shards: 2 });
  local.guild("4194304");
  local.guild("8388608");
  const client = await bareClient(local.api);
  expect((await client.frame(10)).d).toEqual({ heartbeat_interval: 41_250 });
  client.send(1, null);
  await client.frame(11);
  client.send(2, identity(local.token, { shard: [1, 2] }));
  const ready = await client.frame(0, "READY");
  expect(ready).toMatchObject({
    s: 1,
    d: {
      v: 10,
      user: { id: local.application, bot: true },
      guilds: [{ id: "4194304", unavailable: true }],
      shard: [1, 2],
      application: { id: local.application },
    },
  });
  expect(ready.d.resume_gateway_url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
});

test("a session that was lost is resumed, and what was missed comes again, once", async () => {
  const local = await discord();
  const first = await bareClient(local.api);
  await first.frame(10);
  first.send(2, identity(local.token));
  const ready = await first.frame(0, "READY");
  first.socket.terminate();
  await first.closed;
  local.gateway.dispatch(null, "MISSED", { n: 1 });
  const second = await bareClient(local.api);
  await second.frame(10);
  second.send(6, { token: local.token, session_id: ready.d.session_id, seq: 1 });
  await second.frame(0, "RESUMED");
  expect(second.frames.slice(1)).toMatchObject([
    { t: "MISSED", s: 2, d: { n: 1 } },
    { t: "RESUMED", s: 3 },
  ]);
});

test("a session that said goodbye, is unknown, or is lost for long cannot be resumed", async () => {
  const clock = handClock();
  const local = await discord({ now: clock.now });
  const start = async () => {
    const client = await bareClient(local.api);
    await client.frame(10);
    client.send(2, identity(local.token));
    const ready = await client.frame(0, "READY");
    return { client, id: ready.d.session_id };
  };
  const left = await start();
  left.client.socket.close(1000);
  await left.client.closed;
  const lost = await start();
  lost.client.socket.terminate();
  await lost.client.closed;
  expect(local.gateway.dispatch(null, "X", {})).toBe(true);
  clock.advance(60_001);
  expect(local.gateway.dispatch(null, "X", {})).toBe(false);
  for (const id of [left.id, "unknown", lost.id]) {
    const client = await bareClient(local.api);
    await client.frame(10);
    client.send(6, { token: local.token, session_id: id, seq: 1 });
    expect((await client.frame(9)).d).toBe(false);
    client.socket.terminate();
  }
});

test("a discord.js client whose socket is dropped resumes and answers what was asked meanwhile", async () => {
  const { discord: local, client } = await bot();
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  local.gateway.drop(4000);
  const turn = local.member().say("/story part:meanwhile");
  await resumed;
  expect((await turn).messages).toMatchObject([{ content: "part meanwhile, null lines, null" }]);
});

test("op 7 makes a client come back to its session", async () => {
  const { discord: local, client } = await bot();
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  local.gateway.reconnect();
  await resumed;
  expect(local.gateway.started()).toBe(1);
  expect((await local.member().say("/story part:again")).error).toBeNull();
});

test("op 9 ends a session, unless it says that it may be resumed", async () => {
  const local = await discord();
  const client = await bareClient(local.api);
  await client.frame(10);
  client.send(2, identity(local.token));
  await client.frame(0, "READY");
  local.gateway.invalidate(true);
  expect((await client.frame(9)).d).toBe(true);
  expect(local.gateway.dispatch(null, "X", {})).toBe(true);
  local.gateway.invalidate(false);
  await until(() => client.frames.filter((one) => one.op === 9).length === 2);
  expect(local.gateway.dispatch(null, "X", {})).toBe(false);
});

test("each guild's interactions go to its shard, private ones to shard 0", async () => {
  const { discord: local, client, seen } = await bot({ shards: 2 });
  expect(client.options.shards).toEqual([0, 1]);
  const shards: [string | null, number][] = [];
  client.on("raw", (packet: { t: string; d: { guild_id?: string } }, shard: number) => {
    if (packet.t === "INTERACTION_CREATE") shards.push([packet.d.guild_id ?? null, shard]);
  });
  const odd = String(7n << 22n);
  const even = String(8n << 22n);
  for (const guild of [odd, even, null]) await local.member({ guild }).say("/story part:x");
  expect(shards).toEqual([
    [odd, 1],
    [even, 0],
    [null, 0],
  ]);
  expect(seen.map((one: Interaction) => one.guildId)).toEqual([odd, even, null]);
});

test("a member whose bot is not there is told so at once", async () => {
  const { discord: local, client } = await bot();
  await client.destroy();
  await until(() => !local.gateway.dispatch(null, "X", {}));
  expect((await local.member().say("/story part:x")).error).toContain("not connected");
});
