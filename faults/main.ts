import { parseArgs } from "node:util";
import { defaultStory, explained, exitCodeOf } from "../src/exit.ts";
import { commands } from "../commands/index.ts";
import { tryInputs } from "./inputs.ts";
import { growth, soak } from "./soak.ts";
import { rows, type Row } from "./table.ts";

/**
 * npm run faults [-- --json]: breaks things on purpose and prints what members lost by it.
 * npm run faults -- soak [--count N]: the bot's memory over a long run.
 * npm run faults -- inputs [--count N] [--seed N]: what nobody would type, and whether it is answered.
 * Each ends with 1 when a promise was not kept.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, count: { type: "string" }, seed: { type: "string" } },
});
const story = process.env.STORY || defaultStory;
const print = (text: string) => process.stdout.write(`${text}\n`);

/** What the heap may grow over the second half of a long run, in MB. */
const FLAT = 3;

const programs: Record<string, () => Promise<boolean>> = { table, soak: longRun, inputs: hostileInputs };

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
  const grown = growth(samples);
  if (flags.json) print(JSON.stringify({ rows: samples, growth_mb: grown }));
  else print(`\nThe heap grew by ${grown.toFixed(1)} MB over the second half.`);
  return grown < FLAT;
}

async function hostileInputs(): Promise<boolean> {
  const [count, seed] = [numberOf("count", 100_000), numberOf("seed", 1)];
  const failures = await tryInputs({ story, commands, count, seed });
  if (flags.json) print(JSON.stringify({ inputs: count, seed, failures }));
  else {
    for (const { input, problem } of failures.slice(0, 20)) print(`${problem}\n  ${input}`);
    print(`${count} inputs, seed ${seed}: ${failures.length} went wrong`);
  }
  return failures.length === 0;
}

function numberOf(flag: "count" | "seed", usual: number): number {
  const given = flags[flag];
  if (given === undefined) return usual;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new TypeError(`--${flag} ${given}: no whole number above 0`);
  return number;
}
