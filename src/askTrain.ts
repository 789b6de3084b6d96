import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { choicesOf, fitted } from "./askFitting.ts";
import { scoredQuestions } from "./askScoring.ts";
import { defaultStory, explained, exitCodeOf } from "./exit.ts";
import { createLookups } from "./lookup/lookups.ts";
import { projectFile } from "./projectFile.ts";
import { loadStory } from "./story/load.ts";

const usage = `usage: node src/askTrain.ts FILE…, or npm run -s ask:train for the files of test/questions/ that may be looked at
Learns from questions (in the form of ask:score) how much each sign of an answer counts, and writes
src/lookup/ask/weights.json. Questions that are set aside to measure with are no questions to learn from.`;

const target = fileURLToPath(projectFile("src/lookup/ask/weights.json"));

try {
  const files = process.argv.slice(2);
  if (files.length === 0 || files.includes("--help")) process.stdout.write(`${usage}\n`);
  else await train(files);
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

async function train(files: readonly string[]): Promise<void> {
  const lookups = createLookups(await loadStory(defaultStory));
  const questions = [];
  for (const file of files)
    questions.push(...scoredQuestions.parse(JSON.parse(await readFile(file, "utf8"))));
  const choices = choicesOf(questions, lookups);
  const weights = fitted(choices);
  await writeFile(target, `${JSON.stringify(weights, null, 2)}\n`);
  process.stdout.write(`${questions.length} questions, ${choices.length} of them to learn from: ${target}\n`);
}
