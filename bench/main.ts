import { parseArgs } from "node:util";
import type { Plan } from "./plan.ts";
import type { Row } from "./row.ts";
import { cacheRows } from "./rows/cache.ts";
import { completionRows } from "./rows/completion.ts";
import { growthRows } from "./rows/growth.ts";
import { replyRows } from "./rows/reply.ts";
import { startRows } from "./rows/start.ts";
import { tableOf } from "./table.ts";

const SECTIONS: Record<string, (plan: Plan) => Promise<Row[]>> = {
  reply: replyRows,
  completion: completionRows,
  growth: growthRows,
  cache: cacheRows,
  start: startRows,
};

const USAGE = `npm run bench -- [--short] [--json] [${Object.keys(SECTIONS).join("] [")}]

Prints the figures of docs/performance.md; all of them, or those of the sections named.
  --short  few rounds and small sizes; exits with 1 when a ratio is out of bounds
  --json   the rows as JSON`;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const unknown = positionals.filter((name) => !(name in SECTIONS));
if (flags.help || unknown.length > 0) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = flags.help ? 0 : 2;
} else process.exitCode = await run();

async function run(): Promise<number> {
  const plan: Plan = {
    short: flags.short,
    rounds: flags.short ? 3 : 5,
    progress: (text) => process.stderr.write(`${text}\n`),
  };
  const rows: Row[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS))
    rows.push(...((await SECTIONS[name]?.(plan)) ?? []));
  process.stdout.write(flags.json ? `${JSON.stringify({ rows })}\n` : `${tableOf(rows)}\n`);
  return flags.short && rows.some(({ holds }) => holds === false) ? 1 : 0;
}
