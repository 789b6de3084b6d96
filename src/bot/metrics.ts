import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { GatewayState, Meter } from "./meter.ts";

/** A meter whose figures can be read. */
export interface Metrics extends Meter {
  /** What Prometheus reads: https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; an answer is deferred after 1.5 and lost after 3. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 15];

/** Figures in the form of Prometheus; `gateway` is asked when they are read. */
export function createMetrics(gateway: () => GatewayState): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const asked = new Counter({
    name: "feuilleton_asked_total",
    help: "Interactions that came",
    labelNames: ["command"],
    registers,
  });
  const ended = new Histogram({
    name: "feuilleton_answer_seconds",
    help: "From the arrival of an interaction to its end",
    labelNames: ["command", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const gone = new Counter({
    name: "feuilleton_gone_total",
    help: "Answers that nobody waited for any more, by Discord's code",
    labelNames: ["code"],
    registers,
  });
  const lookups = new Counter({
    name: "feuilleton_lookups_total",
    help: "Look-ups, remembered or computed",
    labelNames: ["from"],
    registers,
  });
  gauge("feuilleton_gateway_ready", "1 while connected to Discord", () => Number(gateway().ready), registers);
  gauge("feuilleton_gateway_ping_ms", "The last heartbeat", () => gateway().ping, registers);
  gauge("feuilleton_gateway_shards", "Shards of this process", () => gateway().shards, registers);

  return {
    asked: (command) => asked.inc({ command }),
    ended: (command, outcome, ms) => ended.observe({ command, outcome }, ms / 1000),
    gone: (code) => gone.inc({ code }),
    lookup: (remembered) => lookups.inc({ from: remembered ? "memory" : "story" }),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** A figure that is measured when it is read; it registers itself. */
function gauge(name: string, help: string, measure: () => number, registers: Registry[]): Gauge {
  return new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(measure());
    },
  });
}
