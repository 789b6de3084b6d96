import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isRight, outcomeOf, scoredQuestions, tallyOf, type Outcome, type Tally } from "./askScoring.ts";
import { defaultStory, explained, exitCodeOf } from "./exit.ts";
import { createLookups } from "./lookup/lookups.ts";
import { loadStory } from "./story/load.ts";

const usage = `usage: npm run -s ask:score -- [--misses] FILE…
Each file is a JSON array of {q, lang, kind, expected: "answer" | "none", must_contain: [regular expressions]}.
Prints the share of answers that hold all of must_contain (at 1: in the first entry; at 3: in the first three),
and of right abstentions, by language and by kind. STORY names another story's folder.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help || positionals.length === 0) process.stdout.write(`${usage}\n`);
  else await score(positionals, values.misses);
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

async function score(files: readonly string[], withMisses: boolean): Promise<void> {
  const lookups = createLookups(await loadStory(process.env.STORY || defaultStory));
  for (const file of files) {
    const questions = scoredQuestions.parse(JSON.parse(await readFile(file, "utf8")));
    const outcomes = questions.map((question) => outcomeOf(question, lookups));
    process.stdout.write(`${file}: ${questions.length} questions\n${tableOf(outcomes)}\n`);
    if (withMisses) process.stdout.write(`${missesOf(outcomes)}\n`);
  }
}

function tableOf(outcomes: readonly Outcome[]): string {
  const rows: [string, Tally][] = [["all", tallyOf(outcomes)]];
  for (const [language, own] of groups(outcomes, ({ lang }) => lang)) {
    rows.push([language, tallyOf(own)]);
    for (const [kind, some] of groups(own, (question) => question.kind))
      rows.push([`  ${kind}`, tallyOf(some)]);
  }
  return [
    line(["", "at 1", "at 3", "abstentions"]),
    ...rows.map(([name, tally]) =>
      line([
        name,
        share(tally.at1, tally.answerable),
        share(tally.at3, tally.answerable),
        share(tally.abstained, tally.unanswerable),
      ]),
    ),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return cells.map((cell, n) => (n === 0 ? cell.padEnd(14) : cell.padStart(16))).join("");
}

function groups(outcomes: readonly Outcome[], keyOf: (question: Outcome["question"]) => string) {
  return [...Map.groupBy(outcomes, ({ question }) => keyOf(question))].toSorted(([a], [b]) =>
    a.localeCompare(b),
  );
}

function share(right: number, all: number): string {
  return all === 0 ? "–" : `${right}/${all} ${((100 * right) / all).toFixed(1)} %`;
}

function missesOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => !isRight(outcome) || (outcome.question.expected === "answer" && !outcome.at1))
    .map((outcome) => {
      const { q, lang, kind, expected, must_contain: must } = outcome.question;
      const how = outcome.abstained ? "abstained" : outcome.at3 ? "only at 3" : "answered";
      const [title = ""] = outcome.text.split("\n");
      return `${how} (${lang}, ${kind}): ${q}\n  ${expected === "none" ? "no answer expected" : must.join(" & ")}; shown: ${title}`;
    })
    .join("\n");
}
