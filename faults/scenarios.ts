import { setTimeout as wait } from "node:timers/promises";
import { faults, type Fault } from "../src/local-discord/index.ts";
import type { Stage } from "./stage.ts";

/** One row of the table. */
export interface Scenario {
  fault: string;
  /** Begins the fault; what lasts has ended when it resolves. */
  strike(stage: Stage): Promise<void>;
  /** The bot was at rest for a while before: a client may identify once in 5 s. */
  settled?: boolean;
  /** Discord takes answers without saying so, and the bot has to offer them again. */
  unconfirmed?: boolean;
}

/** How long faults last that do not end by themselves, in ms. */
const LASTING = 1000;
/** Milliseconds between two questions of a member who floods. */
const FLOOD_PACE = 3;

function once(name: string, fault: Fault, more: Partial<Scenario> = {}): Scenario {
  return { fault: name, strike: async ({ discord }) => void discord.misbehave(fault), ...more };
}

function lasting(name: string, fault: Fault, more: Partial<Scenario> = {}): Scenario {
  return {
    fault: name,
    async strike({ discord }) {
      const end = discord.misbehave(fault);
      await wait(LASTING);
      end();
    },
    ...more,
  };
}

const callbacks = (meet: faults.Meet): Fault => ({ kind: "requests", to: "callbacks", meet });
const events = (deliver: faults.Deliver): Fault => ({ kind: "events", deliver });

/** All that the table shows, in its order. */
export const scenarios: readonly Scenario[] = [
  { fault: "none", strike: async () => {} },
  once("socket cut (1006)", { kind: "close", code: 1006 }),
  once("close code 4000", { kind: "close", code: 4000 }),
  once("close code 4007", { kind: "close", code: 4007 }, { settled: true }),
  once("close code 4009", { kind: "close", code: 4009 }),
  once("op 7, reconnect", { kind: "reconnect" }),
  once("op 9, may resume", { kind: "invalidate", mayResume: true }),
  once("op 9, session gone", { kind: "invalidate", mayResume: false }, { settled: true }),
  once("silence (zombie connection)", { kind: "silence" }),
  lasting("callbacks arrive 1 s late", callbacks(faults.slow(1000, true))),
  lasting("callbacks confirmed 2 s late", callbacks(faults.slow(2000))),
  lasting("callbacks answered 503", callbacks(faults.failing(503))),
  lasting("callbacks answered 500", callbacks(faults.failing(500))),
  lasting("callbacks done, answered 502", callbacks(faults.unheard), { unconfirmed: true }),
  lasting("callbacks cut before they are read", callbacks(faults.cutBefore)),
  lasting("callbacks done, then cut", callbacks(faults.cutAfter), { unconfirmed: true }),
  lasting("callbacks limited (429)", callbacks(faults.rateLimited(0.5, false))),
  lasting("callbacks limited (429, global)", callbacks(faults.rateLimited(0.5, true))),
  lasting("all else limited (429, global)", {
    kind: "requests",
    to: "others",
    meet: faults.rateLimited(0.5, true),
  }),
  lasting("all else answered with truncated JSON", {
    kind: "requests",
    to: "others",
    meet: faults.truncated,
  }),
  lasting("interactions arrive twice", events(twice())),
  lasting("interactions arrive out of order", events(shuffled())),
  lasting("interactions lack a field", events(lacking())),
  lasting("interactions have unknown fields", events(extended())),
  { fault: "one member floods", strike: flood },
  { fault: "stopped and started again", strike: async (stage) => stage.restart() },
];

/** A member, or a program in his name, asks as quickly as can be, and never waits for an answer. */
async function flood({ discord }: Stage): Promise<void> {
  const member = discord.member({ user: "flood" });
  for (const end = performance.now() + LASTING; performance.now() < end; await wait(FLOOD_PACE))
    void member.say("/timeline day:lundi");
}

function twice(): faults.Deliver {
  return (data, send) => {
    send(data);
    send(structuredClone(data));
  };
}

/** Five at a time, the last one first; the last ones of all in good time before anybody gives up. */
function shuffled(): faults.Deliver {
  let held: (() => void)[] = [];
  const release = () => {
    for (const one of held.toReversed()) one();
    held = [];
  };
  return (data, send) => {
    held.push(() => send(data));
    if (held.length === 1) setTimeout(release, 200);
    if (held.length >= 5) release();
  };
}

/** Without its id, its token or its type nobody could answer it. */
const NEEDED = new Set(["id", "token", "type"]);

/** Each without another field of the first level or of `data`. */
function lacking(): faults.Deliver {
  let n = 0;
  return (data, send) => {
    const whole = structuredClone(data) as Record<string, unknown> & { data?: Record<string, unknown> };
    const inner = Object.keys(whole.data ?? {}).map((key) => ["data", key] as const);
    const outer = Object.keys(whole).filter((key) => !NEEDED.has(key));
    const all = [...outer.map((key) => [key] as const), ...inner];
    const [key = "", deeper] = all[n++ % all.length] ?? [];
    if (deeper === undefined) delete whole[key];
    else delete whole.data?.[deeper];
    send(whole);
  };
}

function extended(): faults.Deliver {
  return (data, send) =>
    send({
      ...(data as object),
      ...JSON.parse('{"__proto__": {"polluted": true}}'),
      novelty: { of: ["2031"] },
    });
}
