import { parseArgs } from "node:util";
import { defaultStory, explained, exitCodeOf } from "../src/exit.ts";
import type { Row } from "./table.ts";

/**
 * npm run faults [-- --json]: breaks things on purpose and prints what members lost by it.
 * npm run faults -- soak [--count N]: the bot's memory over a long run.
 * npm run faults -- shards [--count N]: four shards, N servers, and each shard killed once.
 * npm run faults -- inputs [--count N] [--seed N]: what nobody would type, and whether it is answered.
 * Each ends with 1 when a promise was not kept.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, count: { type: "string" }, seed: { type: "string" } },
});
const story = process.env.STORY || defaultStory;
const print = (text: string) => process.stdout.write(`${text}\n`);

/** What memory may grow in the second half of a long run, in MB: resident memory also holds what was set free. */
const FLAT = { heap: 3, resident: 30 };

const programs: Record<string, () => Promise<boolean>> = {
  table,
  soak: longRun,
  inputs: hostileInputs,
  shards: manyServers,
};

try {
  const program = programs[positionals[0] ?? "table"];
  if (!program)
    throw new TypeError(
      `there is no such run: ${positionals[0]}; there are: ${Object.keys(programs).join(", ")}`,
    );
  process.exitCode = (await program()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

async function table(): Promise<boolean> {
  const { rows } = await import("./table.ts");
  const done: Row[] = [];
  // Failures are what is looked for: they show in the table.
  const log = { info: () => {}, error: () => {} };
  if (!flags.json) {
    print("| fault | sent | answered | lost | duplicated | recovered after (ms) |");
    print("| --- | --: | --: | --: | --: | --: |");
  }
  for await (const row of rows({ story, log })) {
    done.push(row);
    if (!flags.json) print(`| ${Object.values(row).join(" | ")} |`);
  }
  if (flags.json) print(JSON.stringify({ rows: done }));
  return done.every(({ lost, duplicated }) => lost === 0 && duplicated === 0);
}

async function longRun(): Promise<boolean> {
  const { growth, rise, soak } = await import("./soak.ts");
  const interactions = numberOf("count", 1_000_000);
  if (!flags.json) {
    print("| interactions | heap (MB) | resident (MB) |");
    print("| --: | --: | --: |");
  }
  const samples = await soak({
    interactions,
    members: Math.ceil(interactions / 10),
    onSample: (sample) => flags.json || print(`| ${Object.values(sample).join(" | ")} |`),
  });
  const [heap, resident] = [growth(samples), rise(samples)];
  if (flags.json) print(JSON.stringify({ rows: samples, growth_mb: { heap, resident } }));
  else {
    print(
      `\nIn the second half the heap grew by ${heap.toFixed(1)} MB, by the line that fits its samples best (flat is below ${FLAT.heap}),`,
    );
    print(
      `and resident memory rose by ${resident.toFixed(1)} MB above its highest of the first half (flat is below ${FLAT.resident}).`,
    );
  }
  return heap < FLAT.heap && resident < FLAT.resident;
}

async function hostileInputs(): Promise<boolean> {
  const [{ tryInputs }, { commands }] = await Promise.all([
    import("./inputs.ts"),
    import("../commands/index.ts"),
  ]);
  const [count, seed] = [numberOf("count", 100_000), numberOf("seed", 1)];
  const failures = await tryInputs({ story, commands, count, seed });
  if (flags.json) print(JSON.stringify({ inputs: count, seed, failures }));
  else {
    for (const { input, problem } of failures.slice(0, 20)) print(`${problem}\n  ${input}`);
    print(`${count} inputs, seed ${seed}: ${failures.length} went wrong`);
  }
  return failures.length === 0;
}

async function manyServers(): Promise<boolean> {
  const { playShards } = await import("./shards.ts");
  const { rows, registrations, exit } = await playShards({
    story,
    shards: 4,
    servers: numberOf("count", 10_000),
  });
  if (flags.json) print(JSON.stringify({ rows, registrations, exit }));
  else {
    print("| shard | servers | answered | killed: answers again after (ms) | unanswered in other shards |");
    print("| --: | --: | --: | --: | --: |");
    for (const row of rows) print(`| ${Object.values(row).join(" | ")} |`);
    print(`\nCommands were registered ${registrations} time(s). Told to stop, the bot ended with ${exit}.`);
  }
  const isWell = rows.every(
    ({ servers, answered, others_lost }) => answered === servers && others_lost === 0,
  );
  return isWell && registrations === 1 && exit === 0;
}

function numberOf(flag: "count" | "seed", usual: number): number {
  const given = flags[flag];
  if (given === undefined) return usual;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new TypeError(`--${flag} ${given}: no whole number above 0`);
  return number;
}
