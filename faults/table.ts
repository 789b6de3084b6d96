import { setTimeout } from "node:timers/promises";
import { scenarios, type Scenario } from "./scenarios.ts";
import { openStage, type Stage, type StageParts } from "./stage.ts";
import { isQuick, tally, type Tally } from "./tally.ts";

export interface Row extends Tally {
  fault: string;
}

interface RowParts extends StageParts {
  /** How long it is waited for a bot that does not come back, in ms. */
  most?: number;
}

/** How long members ask before a fault and after it began, in ms. */
const BEFORE = 300;
const AFTER = 1500;
/** How long it is waited for a bot that does not come back, in ms, unless told. */
const MOST = 15_000;
/** https://docs.discord.com/developers/events/gateway#rate-limiting */
const IDENTIFY_PACE = 5000;
/** So many quick answers on end show that all is well again. */
const QUICK = 10;

/** Every row, one after another, as each is there. */
export async function* rows(parts: RowParts): AsyncGenerator<Row> {
  for (const scenario of scenarios) yield await rowOf(scenario, parts);
}

/** Plays one scenario from a fresh start to its last answer. */
export async function rowOf(scenario: Scenario, { most = MOST, ...parts }: RowParts): Promise<Row> {
  const stage = await openStage(parts);
  try {
    if (scenario.settled) await setTimeout(IDENTIFY_PACE);
    await stage.play(BEFORE);
    const struck = performance.timeOrigin + performance.now();
    await Promise.all([scenario.strike(stage), stage.play(AFTER)]);
    await playUntilQuick(stage, most);
    await stage.settle();
    const counts = tally(stage.discord.interactions(), struck, scenario.unconfirmed ?? false);
    return { fault: scenario.fault, ...counts };
  } finally {
    await stage.close();
  }
}

async function playUntilQuick(stage: Stage, most: number): Promise<void> {
  const end = performance.now() + most;
  do {
    const before = [...stage.discord.interactions()].length;
    await stage.play(300);
    const asked = [...stage.discord.interactions()].slice(before);
    if (asked.slice(0, QUICK).every(isQuick)) return;
  } while (performance.now() < end);
}
