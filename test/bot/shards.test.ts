import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { isWrongToken } from "../../src/bot/client.ts";
import { planShards, runShards } from "../../src/bot/shards.ts";
import { DiscordUnreachable } from "../../src/bot/unreachable.ts";

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** Something that answers every request in the same way. */
async function answering(status: number, body: string): Promise<{ api: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  open.push(server);
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, asked: () => asked };
}

/** A clock that only sleeping moves, quicker than it should. */
function stage() {
  let time = 0;
  return { now: () => time, sleep: async (ms: number) => void (time += ms * 40) };
}

const plan = (api: string, clock = stage()) => planShards(api, "token", null, clock);

test("what Discord recommends is planned, or the share that this machine was given", async () => {
  const { api } = await answering(
    200,
    JSON.stringify({ url: "wss://x", shards: 3, session_start_limit: { max_concurrency: 2 } }),
  );
  expect(await plan(api)).toEqual({ total: 3, ids: [0, 1, 2], concurrency: 2 });
  const share = { total: 16, ids: [8, 9] };
  expect(await planShards(api, "token", share, stage())).toEqual({ ...share, concurrency: 2 });
});

test("where nobody listens it is said at once, with the address and the fix", async () => {
  const clock = stage();
  const failure = plan("http://127.0.0.1:1/api", clock);
  await expect(failure).rejects.toThrow(DiscordUnreachable);
  await expect(failure).rejects.toThrow(/^environment: DISCORD_API: http:\/\/127.0.0.1:1\/api: .*; check/);
  expect(clock.now()).toBe(0);
});

test("a Discord that fails is asked again for a minute; then that is said", async () => {
  const { api, asked } = await answering(503, "");
  const clock = stage();
  await expect(plan(api, clock)).rejects.toThrow("answers 503");
  expect(asked()).toBeGreaterThan(2);
  expect(clock.now()).toBeGreaterThan(30_000);
});

test.each([
  ["somebody else", 404, "{}", "answers 404"],
  ["a page", 200, "{}", "does not answer as Discord does"],
])("%s in the place of Discord is found out", async (_name, status, body, reason) => {
  const { api } = await answering(status, body);
  await expect(plan(api)).rejects.toThrow(reason);
});

test("a fault of our own stays what it is", async () => {
  const { api } = await answering(503, "");
  const fault = new TypeError("x is not a function");
  const clock = { now: () => 0, sleep: () => Promise.reject(fault) };
  await expect(planShards(api, "token", null, clock)).rejects.toBe(fault);
});

test("a shard that does not end when it is told to is ended", async () => {
  const ready = Promise.withResolvers<void>();
  const shards = runShards({
    file: fileURLToPath(new URL("deafShard.ts", import.meta.url)),
    token: "token",
    plan: { total: 1, ids: [0], concurrency: 1 },
    log: { info: () => ready.resolve(), error: () => {} },
    hopeless: [],
    drain: 1,
  });
  await ready.promise;
  await expect(shards.stop()).resolves.toBeUndefined();
});

test("a wrong token stays what it is", async () => {
  const { api } = await answering(401, JSON.stringify({ code: 0, message: "401: Unauthorized" }));
  await expect(plan(api)).rejects.toSatisfy(isWrongToken);
});
