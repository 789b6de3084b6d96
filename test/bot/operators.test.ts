import { afterEach, expect, test } from "vitest";
import type { GatewayState } from "../../src/bot/meter.ts";
import { createMetrics } from "../../src/bot/metrics.ts";
import { startOperatorServer, type OperatorServer } from "../../src/bot/operators.ts";

const open: OperatorServer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function started(state: GatewayState) {
  const metrics = createMetrics(() => state);
  const server = await startOperatorServer({
    host: "127.0.0.1",
    port: 0,
    isReady: () => state.ready,
    metrics,
  });
  open.push(server);
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { metrics, get, server };
}

test("it lives before it is ready, and is ready as long as Discord is there", async () => {
  const state = { ready: false, ping: -1, shards: 1 };
  const { get } = await started(state);
  expect((await get("/healthz")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(503);
  state.ready = true;
  expect((await get("/readyz")).status).toBe(200);
  expect((await get("/")).status).toBe(404);
});

test("the figures show each command, the look-ups, and the gateway as it is when they are read", async () => {
  const state = { ready: true, ping: 42, shards: 2 };
  const { get, metrics } = await started(state);
  metrics.asked("timeline");
  metrics.ended("timeline", "answered", 20);
  metrics.ended("timeline", "failed", 1600);
  metrics.gone(10062);
  for (const remembered of [true, true, false]) metrics.lookup(remembered);
  state.ping = 43;
  const { text } = await get("/metrics");
  expect(text.split("\n")).toEqual(
    expect.arrayContaining([
      'feuilleton_asked_total{command="timeline"} 1',
      'feuilleton_answer_seconds_bucket{le="0.025",command="timeline",outcome="answered"} 1',
      'feuilleton_answer_seconds_count{command="timeline",outcome="failed"} 1',
      'feuilleton_gone_total{code="10062"} 1',
      'feuilleton_lookups_total{from="memory"} 2',
      'feuilleton_lookups_total{from="story"} 1',
      "feuilleton_gateway_ready 1",
      "feuilleton_gateway_ping_ms 43",
      "feuilleton_gateway_shards 2",
    ]),
  );
  expect(text).toContain("process_resident_memory_bytes");
});

test("a port that is taken is an error, and two bots in one process keep their figures apart", async () => {
  const one = await started({ ready: true, ping: 1, shards: 1 });
  const parts = { host: "127.0.0.1", port: one.server.port, isReady: () => true, metrics: one.metrics };
  await expect(startOperatorServer(parts)).rejects.toThrow("EADDRINUSE");
  const two = await started({ ready: true, ping: 1, shards: 1 });
  one.metrics.asked("quote");
  expect((await two.get("/metrics")).text).not.toContain('command="quote"');
});
