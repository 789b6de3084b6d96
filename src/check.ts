import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { projectFile } from "./projectFile.ts";
import { checkStory } from "./story/check.ts";
import { documentCoverage, entryCoverage } from "./story/coverage.ts";
import { faultLine } from "./story/fault.ts";
import { lostPassages, missingDocuments, type Documents } from "./story/passages.ts";
import { isFolder, readDraft } from "./story/read.ts";
import type { SourceRecord } from "./story/schema.ts";
import { coverageTable } from "./story/table.ts";

/** The story that comes with the project. */
const OWN_STORY = fileURLToPath(projectFile("data"));

const USAGE = `Usage: npm run check -- [DIR] [--texts DIR]

Checks the story in DIR (data) and names each fault on a line of standard error, then prints what the
story covers. With --texts it also looks for every passage in the documents of that folder.
Exit status: 0 without a fault, 1 with faults, 2 when called in another way.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const folders = await foldersOf(args);
  if (folders === null) return 2;
  const draft = await readDraft(folders.story);
  const documents = folders.texts === null ? null : await readDocuments(folders.texts, draft.sources);
  const faults = [
    ...checkStory(draft),
    ...(documents === null ? [] : missingDocuments(draft.sources, documents)),
    ...(documents === null ? [] : lostPassages(draft, documents)),
  ];
  for (const fault of faults) process.stderr.write(`${faultLine(fault)}\n`);
  process.stdout.write(`${coverageTable(entryCoverage(draft), documentCoverage(draft, documents))}\n`);
  return faults.length > 0 ? 1 : 0;
}

/** The folders that a command line names, or null after a word on standard error about what is wrong with it. */
async function foldersOf(args: readonly string[]): Promise<{ story: string; texts: string | null } | null> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { texts: { type: "string" } },
    });
    const [story = OWN_STORY, ...more] = positionals;
    if (more.length > 0) throw new Error(`one folder at a time, not also ${more.join(" ")}`);
    for (const folder of [story, values.texts]) {
      if (folder !== undefined && !(await isFolder(folder))) throw new Error(`${folder} is no folder`);
    }
    return { story, texts: values.texts ?? null };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return null;
  }
}

/** The texts of the sources that name a document; one that can't be read is left out, a fault of its own. */
async function readDocuments(folder: string, sources: readonly SourceRecord[]): Promise<Documents> {
  const texts = new Map<string, string>();
  for (const { id, document } of sources) {
    if (document === undefined) continue;
    try {
      texts.set(id, await readFile(join(folder, document), "utf8"));
    } catch {
      continue;
    }
  }
  return texts;
}
