import type { APIMessage } from "discord-api-types/v10";
import { takeTurns, type Plan } from "../plan.ts";
import { answered, startContestant, type Contestant, type Program } from "../processes/contestant.ts";
import { startGround, type Ground } from "../processes/ground.ts";
import { atLeastTimes, atMostTimes, rowOf, type Row } from "../row.ts";
import { percentile } from "../statistics.ts";

const PEER = "bare discord.js";

/** How many interactions a round sends, by how many of them are on their way at the same time. */
const LONG = new Map([
  [1, 400],
  [32, 1500],
  [256, 2000],
]);
const SHORT = new Map([
  [1, 150],
  [32, 600],
]);

const WARM_ROUNDS = 4;

/** What one round of one contestant took. */
interface Round {
  /** Milliseconds from each interaction to its reply. */
  times: number[];
  perSecond: number;
  /** CPU time of the contestant's process for each interaction, in µs. */
  cpu: number;
}

/** Who asks, and where; undefined for the usual server. */
interface Askers {
  member: () => string;
  guild: () => string | undefined;
}

/**
 * Row 1: from interaction to reply over the local Discord, beside a bare client that answers with the very
 * same message. "Asked before" is the same server again; "first time" another server each time, which has
 * no cached look-up yet.
 */
export async function replyRows(plan: Plan): Promise<Row[]> {
  const grounds = { feuilleton: await startGround(), bare: await startGround() };
  const bots: Partial<Record<Program, Contestant>> = {};
  try {
    for (const program of ["feuilleton", "bare"] as const) {
      const { discord, folder } = grounds[program];
      bots[program] = await startContestant(program, discord, { data: `${folder}/data.sqlite` });
    }
    const { feuilleton, bare } = bots as Record<Program, Contestant>;
    bare.tell(await messageOf(grounds.feuilleton));
    const rows: Row[] = [];
    for (const asked of ["asked before", "first time"] as const) {
      for (const [inFlight, count] of plan.short ? SHORT : LONG) {
        plan.progress(`reply: ${asked}, ${inFlight} in flight`);
        const askers = {
          member: numbered("member"),
          guild: asked === "first time" ? numbered("new server") : () => undefined,
        };
        // The bot has more code than its peer, all of it slow until it has run some hundred times.
        await takeTurns(WARM_ROUNDS, {
          warm: () => roundOf(feuilleton, askers, inFlight, count),
          warmBare: () => roundOf(bare, askers, inFlight, count),
        });
        const rounds = await takeTurns(plan.rounds, {
          feuilleton: () => roundOf(feuilleton, askers, inFlight, count),
          bare: () => roundOf(bare, askers, inFlight, count),
        });
        rows.push(...rowsOf(`reply, ${asked}, ${inFlight} in flight`, rounds, plan));
      }
    }
    return rows;
  } finally {
    for (const bot of Object.values(bots)) await bot.stop();
    for (const ground of Object.values(grounds)) await ground.close();
  }
}

function rowsOf(name: string, { feuilleton, bare }: Record<Program, Round[]>, { short }: Plan): Row[] {
  const row = (
    what: string,
    unit: string,
    value: (round: Round) => number,
    aim: Parameters<typeof rowOf>[3],
  ) =>
    rowOf(`${name}: ${what}`, unit, feuilleton.map(value), {
      ...aim,
      peer: { name: PEER, values: bare.map(value) },
    });
  return [
    row("p50", "ms", ({ times }) => percentile(times, 0.5), { aim: atMostTimes(short ? 2.2 : 1.15) }),
    row("p99", "ms", ({ times }) => percentile(times, 0.99), {}),
    row("rate", "/s", ({ perSecond }) => perSecond, { aim: atLeastTimes(short ? 0.45 : 0.85) }),
    row("CPU each", "µs", ({ cpu }) => cpu, {}),
  ];
}

/** Sends `count` interactions, never more than `inFlight` at once. */
async function roundOf(
  { discord, cpu }: Contestant,
  { member, guild }: Askers,
  inFlight: number,
  count: number,
): Promise<Round> {
  const times: number[] = [];
  let sent = 0;
  let whole = 0;
  const before = await cpu();
  const began = performance.now();
  const asker = async () => {
    while (sent < count) {
      sent += 1;
      const start = performance.now();
      // Another member each time: one alone would soon be told to wait.
      const { embeds } = await answered(discord, member(), guild());
      times.push(performance.now() - start);
      if (embeds.length > 0) whole += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, asker));
  const seconds = (performance.now() - began) / 1000;
  const after = await cpu();
  if (whole < count) throw new Error(`${count - whole} of ${count} answers were not the one to be measured`);
  return { times, perSecond: count / seconds, cpu: (after - before) / count };
}

function numbered(name: string): () => string {
  let last = 0;
  return () => `${name} ${(last += 1)}`;
}

/** The message with which feuilleton answers, in the form in which a bot sends it. */
async function messageOf({ discord }: Ground): Promise<Partial<APIMessage>> {
  const { content, embeds, components } = await answered(discord);
  // Discord numbers the components of what was sent, and says that an embed is one.
  return JSON.parse(
    JSON.stringify({ content, embeds, components }, (key, value: unknown) =>
      (key === "id" && typeof value === "number") || (key === "type" && value === "rich") ? undefined : value,
    ),
  ) as Partial<APIMessage>;
}
