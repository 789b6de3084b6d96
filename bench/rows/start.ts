import { setTimeout as sleep } from "node:timers/promises";
import { takeTurns, type Plan } from "../plan.ts";
import { answered, startContestant, type Contestant, type Program } from "../processes/contestant.ts";
import { startGround, type Ground } from "../processes/ground.ts";
import { atMostTimes, rowOf, type Aim, type Row } from "../row.ts";
import { median } from "../statistics.ts";

const PEER = "bare discord.js";
const SERVERS = [2500, 10_000];
const MEMBERS = 100_000;
const IN_FLIGHT = 64;
const MEGABYTE = 1e6;

/** What more than the bare client a bot may take that holds a story, its look-ups and its texts. */
const MORE_MS = 150;
const MORE_MB = 40;
/** The same for noisy machines, as ratios. */
const TIMES = { start: 2.5, resident: 2.1 };

interface Start {
  /** ms from spawning the process to its first answer. */
  start: number;
  /** Resident memory after it, in MB. */
  resident: number;
}

/** Row 5: from spawning the process to its first answer, and the memory that it takes then and later. */
export async function startRows(plan: Plan): Promise<Row[]> {
  const rows = await startsOf(0, plan);
  if (plan.short) return rows;
  for (const servers of SERVERS) rows.push(...(await startsOf(servers, plan)).slice(1));
  return [...rows, await afterMembers(plan)];
}

async function startsOf(servers: number, { rounds, short, progress }: Plan): Promise<Row[]> {
  const place = servers === 0 ? "" : ` with ${servers.toLocaleString("en")} servers`;
  progress(`start${place}`);
  const grounds = { feuilleton: await startGround(servers), bare: await startGround(servers) };
  try {
    const { feuilleton, bare } = await takeTurns(rounds, {
      feuilleton: () => startOf("feuilleton", grounds.feuilleton),
      bare: () => startOf("bare", grounds.bare),
    });
    const row = (what: string, unit: string, key: keyof Start, more: number) =>
      rowOf(
        `${what}${place}`,
        unit,
        feuilleton.map((one) => one[key]),
        {
          peer: { name: PEER, values: bare.map((one) => one[key]) },
          aim: short
            ? atMostTimes(TIMES[key])
            : atMostMore(
                more,
                bare.map((one) => one[key]),
              ),
        },
      );
    return [
      row("spawn to first answer", "ms", "start", MORE_MS),
      row("resident memory at rest", "MB", "resident", MORE_MB),
    ];
  } finally {
    for (const ground of Object.values(grounds)) await ground.close();
  }
}

async function startOf(program: Program, { discord, folder }: Ground): Promise<Start> {
  const bot = await startContestant(program, discord, { data: `${folder}/data.sqlite` });
  try {
    return { start: bot.start, resident: await residentAtRest(bot) };
  } finally {
    await bot.stop();
  }
}

/** How often a process is looked at, in ms, and the CPU time in µs up to which it did nothing since. */
const LOOK = 500;
const IDLE = 10_000;

/** Resident memory once a process has nothing more to do, in MB: what is indexed after the first answer is in it. */
async function residentAtRest({ cpu, resident }: Contestant): Promise<number> {
  let before = 0;
  for (let used = await cpu(); used - before > IDLE; used = await cpu()) {
    before = used;
    await sleep(LOOK);
  }
  return (await resident()) / MEGABYTE;
}

/** The memory of both after so many different members have asked. One round: it takes minutes. */
async function afterMembers({ progress }: Plan): Promise<Row> {
  const members = MEMBERS.toLocaleString("en");
  const residents: Partial<Record<Program, number>> = {};
  for (const program of ["feuilleton", "bare"] as const) {
    progress(`start: ${members} members of ${program}`);
    const ground = await startGround();
    const bot = await startContestant(program, ground.discord, { data: `${ground.folder}/data.sqlite` });
    try {
      let asked = 0;
      const asker = async () => {
        while (asked < MEMBERS) await answered(ground.discord, `member ${(asked += 1)}`);
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, asker));
      residents[program] = await residentAtRest(bot);
    } finally {
      await bot.stop();
      await ground.close();
    }
  }
  const { feuilleton = 0, bare = 0 } = residents;
  return rowOf(`resident memory after ${members} members`, "MB", [feuilleton], {
    peer: { name: PEER, values: [bare] },
    aim: atMostMore(MORE_MB, [bare]),
  });
}

/** At most so much more than the peer, in the unit of the row. */
function atMostMore(more: number, peer: readonly number[]): Aim {
  const most = median(peer) + more;
  return { text: `≤ peer + ${more}`, holds: ({ value }) => value <= most };
}
