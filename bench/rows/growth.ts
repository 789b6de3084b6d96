import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Plan } from "../plan.ts";
import type { GrowthRequest, GrowthResult, Quantiles } from "../processes/growthAt.ts";
import { atMost, atMostTimes, rowOf, type Aim, type Row } from "../row.ts";

const PROGRAM = fileURLToPath(new URL("../processes/growthAt.ts", import.meta.url));
/** Enough for a made-up story of a million entries and what is built of it. */
const HEAP_MB = 12_000;

type Size = Omit<GrowthRequest, "rounds">;
const size = (entries: number, builds: number, fuseKeystrokes: number, questions: number): Size => ({
  size: entries,
  builds,
  keystrokes: 1000,
  fuseKeystrokes,
  questions,
});
const LONG = [
  size(100, 5, 100, 100),
  size(1000, 5, 50, 100),
  size(10_000, 5, 10, 100),
  size(100_000, 5, 0, 100),
  // Without /ask, whose index takes minutes to build.
  size(1_000_000, 1, 0, 0),
];
const SHORT = [size(1000, 1, 0, 0), size(10_000, 1, 0, 0)];

/** The slowest keystroke of a hundred, in ms, by the size of the story. */
const P99_AIMS = new Map([
  [100_000, 5],
  [1_000_000, 15],
]);
const START_AIM = new Map([[100_000, 2000]]);
const BLOCK_AIM = 20;

/**
 * Row 3: completion over made-up stories whose vocabulary grows with them. The short form asks only that ten
 * times the story is not near ten times the time.
 */
export async function growthRows(plan: Plan): Promise<Row[]> {
  const rows: Row[] = [];
  let smaller: Quantiles[] | undefined;
  for (const one of plan.short ? SHORT : LONG) {
    plan.progress(`growth: ${one.size} entries`);
    const result = await measured({ ...one, rounds: plan.rounds });
    rows.push(...rowsOf(one.size, result, plan));
    if (plan.short && smaller) {
      rows.push(
        rowOf(
          "ten times the story, a keystroke: p50",
          "ms",
          result.own.map(({ p50 }) => p50),
          {
            peer: { name: "the smaller story", values: smaller.map(({ p50 }) => p50) },
            aim: atMostTimes(6),
          },
        ),
      );
    }
    smaller = result.own;
  }
  return rows;
}

function rowsOf(entries: number, result: GrowthResult, { short }: Plan): Row[] {
  const story = `${entries.toLocaleString("en")} entries`;
  const aim = (limit: number | undefined): Aim | null =>
    short || limit === undefined ? null : atMost(limit);
  const peer = (name: string, rounds: Quantiles[], key: keyof Quantiles) => ({
    name,
    values: rounds.map((round) => round[key]),
  });
  const times = (["p50", "p99"] as const).flatMap((key) => {
    const own = result.own.map((round) => round[key]);
    const name = `${story}, a keystroke: ${key}`;
    const limit = key === "p99" ? P99_AIMS.get(entries) : undefined;
    return [
      rowOf(name, "ms", own, { peer: peer("substring scan", result.scan, key), aim: aim(limit) }),
      ...(result.fuse.length > 0
        ? [rowOf(name, "ms", own, { peer: peer("Fuse, token search", result.fuse, key) })]
        : []),
    ];
  });
  const { ask } = result;
  return [
    ...times,
    ...(["p50", "p99", "longest"] as const).map((key) =>
      rowOf(
        `${story}, delay of the event loop: ${key}`,
        "ms",
        result.delay.map((round) => round[key]),
        { aim: aim(key === "longest" ? BLOCK_AIM : undefined) },
      ),
    ),
    rowOf(`${story}: building the look-ups`, "ms", result.build, { aim: aim(START_AIM.get(entries)) }),
    rowOf(`${story}: memory of the look-ups`, "MB", [result.memory]),
    ...(ask
      ? [
          rowOf(
            `${story}, /ask: p50`,
            "ms",
            ask.times.map(({ p50 }) => p50),
          ),
          rowOf(
            `${story}, /ask: p99`,
            "ms",
            ask.times.map(({ p99 }) => p99),
          ),
          rowOf(`${story}, /ask: building`, "ms", [ask.build]),
          rowOf(`${story}, /ask: memory`, "MB", [ask.memory]),
        ]
      : []),
  ];
}

/** Measures one size in a process of its own, so that no other size's memory is in the way. */
async function measured(request: GrowthRequest): Promise<GrowthResult> {
  const child = fork(PROGRAM, { execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_MB}`] });
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`the measurement of ${request.size} entries ended with ${String(code)}`);
  });
  child.send(request);
  const [result] = (await Promise.race([once(child, "message"), gone])) as [GrowthResult];
  gone.catch(() => {});
  return result;
}
