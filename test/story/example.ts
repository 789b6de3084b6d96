import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The folder of the example story, and that of its documents. */
export const EXAMPLE = fileURLToPath(new URL("../stories/lighthouse", import.meta.url));
export const EXAMPLE_TEXTS = join(EXAMPLE, "texts");

/** An entry as it stands in a file, before any check. */
type Raw = Record<string, any>;

/**
 * A copy of the example story with one file changed, gone when the test ends.
 * `change` gets the entry of that id, or the whole file when `id` is null.
 */
export async function spoilt(file: string, id: string | null, change: (entry: Raw) => void): Promise<string> {
  const folder = await copied();
  const path = join(folder, `${file}.json`);
  const json = JSON.parse(await readFile(path, "utf8")) as Raw;
  const list = json[file] as Raw[];
  const entry = id === null ? json : list.find((one) => one.id === id);
  if (!entry) throw new Error(`the example has no ${id}`);
  change(entry);
  await writeFile(path, JSON.stringify(json));
  return folder;
}

/** A copy of the example story, gone when the test ends. */
export async function copied(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "story-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(EXAMPLE, folder, { recursive: true });
  return folder;
}
