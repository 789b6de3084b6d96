import { fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeTurns, type Plan } from "../plan.ts";
import type { GrowthRequest, GrowthResult, Quantiles } from "../processes/growthAt.ts";
import type { KeepRequest } from "../processes/keepAt.ts";
import { startFlags } from "../processes/contestant.ts";
import type { StartUpRequest, StartUpResult } from "../processes/startUpAt.ts";
import type { SnapshotPlace } from "../../src/snapshot.ts";
import { atMost, atMostTimes, rowOf, type Aim, type Row } from "../row.ts";

/** Enough for a made-up story of a million entries and what is built of it. */
const LARGE_HEAP = ["--expose-gc", "--max-old-space-size=12000"];

interface Size extends Omit<GrowthRequest, "rounds" | "keystrokes"> {
  startUps: boolean;
}
const LONG: Size[] = [
  { size: 100, builds: 5, fuseKeystrokes: 100, questions: 100, startUps: true },
  { size: 1000, builds: 5, fuseKeystrokes: 50, questions: 100, startUps: true },
  { size: 10_000, builds: 5, fuseKeystrokes: 10, questions: 100, startUps: true },
  { size: 100_000, builds: 5, fuseKeystrokes: 0, questions: 100, startUps: true },
  { size: 1_000_000, builds: 1, fuseKeystrokes: 0, questions: 100, startUps: false },
];
const SHORT: Size[] = [
  { size: 1000, builds: 1, fuseKeystrokes: 0, questions: 0, startUps: true },
  { size: 10_000, builds: 1, fuseKeystrokes: 0, questions: 0, startUps: false },
];
const KEYSTROKES = 1000;

/** The slowest keystroke of a hundred, in ms, by the size of the story. */
const P99_AIMS = new Map([
  [100_000, 5],
  [1_000_000, 15],
]);
const START_AIMS = new Map([[100_000, 2000]]);
/** A start-up with a snapshot for a start-up without one, on noisy machines. */
const START_SHARE = 0.7;
const BLOCK_AIM = 20;

/**
 * Row 3: completion and start-up over made-up stories whose vocabulary grows with them. The short form asks only that
 * ten times the story is not near ten times the time, and that a snapshot saves some.
 */
export async function growthRows(plan: Plan): Promise<Row[]> {
  const rows: Row[] = [];
  let smaller: Quantiles[] | undefined;
  for (const { startUps, ...one } of plan.short ? SHORT : LONG) {
    plan.progress(`growth: ${one.size} entries`);
    const result = await resultOf<GrowthResult>("growthAt", LARGE_HEAP, {
      ...one,
      rounds: plan.rounds,
      keystrokes: KEYSTROKES,
    } satisfies GrowthRequest);
    rows.push(...rowsOf(one.size, result, plan));
    if (startUps) rows.push(...(await startUpRows(one.size, plan)));
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
    rowOf(`${story}: building the look-ups`, "ms", result.build),
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

/** From the files of a story to what it answers first: by its snapshot, beside checking and indexing it then. */
async function startUpRows(entries: number, { rounds, short, progress }: Plan): Promise<Row[]> {
  const story = `${entries.toLocaleString("en")} entries`;
  progress(`growth: start-up with ${story}`);
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const place = (name: string): SnapshotPlace => ({ path: join(folder, name), build: "bench" });
    const [snapshot, none] = [place("story.snapshot"), place("none")];
    await resultOf<null>("keepAt", [], { size: entries, folder, snapshot } satisfies KeepRequest);
    const startUp = (by: SnapshotPlace) => () =>
      resultOf<StartUpResult>("startUpAt", startFlags, { folder, snapshot: by } satisfies StartUpRequest);
    const { by, without } = await takeTurns(rounds, { by: startUp(snapshot), without: startUp(none) });
    const limit = START_AIMS.get(entries);
    const aim = short ? atMostTimes(START_SHARE) : limit === undefined ? null : atMost(limit);
    const row = (what: string, key: keyof StartUpResult) =>
      rowOf(
        `${story}: start-up, from files to ${what}`,
        "ms",
        by.map((one) => one[key]),
        { peer: { name: "without a snapshot", values: without.map((one) => one[key]) }, aim },
      );
    return [row("suggestions", "suggestions"), row("days", "days"), row("an answer of /ask", "answer")];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a program measures in a process of its own, so that the memory of others is not in the way. */
async function resultOf<Result>(
  program: string,
  flags: readonly string[],
  request: Serializable,
): Promise<Result> {
  const child = fork(fileURLToPath(new URL(`../processes/${program}.ts`, import.meta.url)), {
    execArgv: [...flags],
  });
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`the measurement ${program} of ${JSON.stringify(request)} ended with ${String(code)}`);
  });
  child.send(request);
  const [result] = (await Promise.race([once(child, "message"), gone])) as [Result];
  gone.catch(() => {});
  return result;
}
