import { Events } from "discord.js";
import { afterEach, expect, test } from "vitest";
import { faults, startLocalDiscord } from "../../src/local-discord/index.ts";
import { startSmallBot } from "../local-discord/small-bot.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const bot = async (...args: Parameters<typeof startSmallBot>) => {
  const started = await startSmallBot(...args);
  open.push(started);
  return started;
};
const discord = async () => {
  const started = await startLocalDiscord();
  open.push(started);
  return started;
};

test.each([
  ["a cut without a word", { kind: "close", code: 1006 }],
  ["an unknown error", { kind: "close", code: 4000 }],
  ["a session that timed out", { kind: "close", code: 4009 }],
  ["op 7", { kind: "reconnect" }],
  ["op 9 that may be resumed", { kind: "invalidate", mayResume: true }],
] as const)("a client comes back after %s", async (_name, fault) => {
  const { discord: local, client } = await bot();
  const back = new Promise((resolve) => {
    client.once(Events.ShardResume, resolve);
    client.once(Events.ShardReady, resolve);
  });
  local.misbehave(fault);
  await back;
  expect((await local.member().say("/story part:again")).error).toBeNull();
});

test("a zombie connection gives nothing until its heartbeat is missed; then the events come again", async () => {
  const { discord: local, seen } = await bot({ heartbeat: 200 });
  local.misbehave({ kind: "silence" });
  const turn = local.member().say("/story part:unheard");
  const [interaction] = [...local.interactions()].slice(-1);
  expect([interaction?.deliveries, seen.length]).toEqual([0, 0]);
  expect((await turn).error).toBeNull();
  expect([interaction?.deliveries, seen.length]).toEqual([1, 1]);
  expect(interaction?.answeredAt).toBeGreaterThanOrEqual(interaction?.deliveredAt ?? Infinity);
});

test("what is sent while a client closes its connection counts as sent, not as read", async () => {
  const { discord: local, client, seen } = await bot();
  const closed = client.destroy();
  void local.member().say("/story part:late");
  await closed;
  const [interaction] = [...local.interactions()].slice(-1);
  expect(interaction?.deliveredAt).not.toBeNull();
  expect([interaction?.deliveries, seen.length]).toEqual([0, 0]);
});

test("events come twice, changed or not at all while their fault lasts", async () => {
  const { discord: local, seen } = await bot();
  const twice = local.misbehave({
    kind: "events",
    deliver: (data, send) => {
      send(data);
      send(data);
    },
  });
  await local.member().say("/story part:x");
  const [interaction] = [...local.interactions()].slice(-1);
  expect(interaction?.deliveries).toBe(2);
  twice();
  const changed = local.misbehave({
    kind: "events",
    deliver: (data, send) => send({ ...(data as object), locale: "fr" }),
  });
  await local.member().say("/story part:x");
  expect(seen.at(-1)?.locale).toBe("fr");
  changed();
  await local.member().say("/story part:x");
  expect(seen.at(-1)?.locale).toBe("en-US");
});

test("a callback that was refused for a while is sent again by the client, and reaches the member", async () => {
  const { discord: local, errors } = await bot();
  for (const meet of [faults.rateLimited(0.1, false), faults.failing(503)]) {
    local.misbehave({ kind: "requests", to: "callbacks", times: 2, meet });
    const turn = await local.member().say("/story part:x");
    expect(turn.messages).toMatchObject([{ content: "part x, null lines, null" }]);
  }
  expect(errors).toEqual([]);
});

test("an answer that was taken, though Discord said it failed, is not taken twice", async () => {
  const { discord: local, errors } = await bot();
  local.misbehave({ kind: "requests", to: "callbacks", times: 1, meet: faults.unheard });
  expect((await local.member().say("/story part:x")).messages).toHaveLength(1);
  const [interaction] = [...local.interactions()].slice(-1);
  await expect.poll(() => interaction?.repeated).toBe(1);
  await expect.poll(() => errors.map(({ code }) => code)).toEqual([40060]);
});

const me = async (local: { api: string; token: string }) =>
  fetch(`${local.api}/v10/users/@me`, { headers: { authorization: `Bot ${local.token}` } });

test("other requests meet what they are meant to meet, as often as was said", async () => {
  const local = await discord();
  local.misbehave({ kind: "requests", to: "callbacks", meet: faults.cutBefore });
  local.misbehave({ kind: "requests", to: "others", times: 1, meet: faults.rateLimited(1.5, true) });
  const limited = await me(local);
  expect([
    limited.status,
    limited.headers.get("retry-after"),
    limited.headers.get("x-ratelimit-global"),
  ]).toEqual([429, "1.5", "true"]);
  expect(await limited.json()).toMatchObject({ retry_after: 1.5, global: true });
  expect((await me(local)).status).toBe(200);
  const broken = local.misbehave({ kind: "requests", to: "all", meet: faults.truncated });
  await expect((await me(local)).json()).rejects.toThrow(SyntaxError);
  broken();
  local.misbehave({ kind: "requests", to: "others", times: 1, meet: faults.cutBefore });
  await expect(me(local)).rejects.toThrow("fetch failed");
  local.misbehave({ kind: "requests", to: "others", times: 1, meet: faults.slow(50) });
  const start = performance.now();
  expect((await me(local)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThanOrEqual(45);
});
