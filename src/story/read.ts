import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "./fault.ts";
import { reasonOf } from "./reasons.ts";
import {
  ENTRY_FILES,
  entrySchemas,
  fileSchema,
  storySchema,
  type AboutStory,
  type EntryFile,
} from "./schema.ts";
import type { StoryEntries } from "./story.ts";

/** What could be read of a story's folder, whole or not. */
export interface Draft extends StoryEntries {
  /** Null when story.json is missing or of a wrong form. */
  story: AboutStory | null;
  /** Every id in the order of its file, also of entries whose form is wrong; null for a file that can't be read. */
  ids: Record<EntryFile, readonly string[] | null>;
  /** What is wrong with the form of files and entries. */
  faults: Fault[];
}

/** The files of a story's folder, not looked into yet. */
export interface StoryFiles {
  /** By name without its ending, in a fixed order; a file that can't be read is left out. */
  bytes: ReadonlyMap<StoryFile, Buffer>;
  /** What is wrong with those that can't be read. */
  faults: readonly Fault[];
  /** Names the content of all files. */
  version: string;
}

type StoryFile = "story" | EntryFile;

/** Reads the files of a story's folder. */
export async function readFiles(folder: string): Promise<StoryFiles> {
  const bytes = new Map<StoryFile, Buffer>();
  const faults: Fault[] = [];
  if (!(await isFolder(folder)))
    return {
      bytes,
      faults: [{ file: folder, place: "", reason: "is no folder; name that of a story" }],
      version: "",
    };
  const hash = createHash("sha256");
  for (const name of ["story", ...ENTRY_FILES] as const) {
    const own = await readBytes(folder, `${name}.json`, faults);
    if (own === null) continue;
    // The bytes, since hashing a text would write it out anew in three times its memory.
    hash.update(`${name} ${own.length} `).update(own);
    bytes.set(name, own);
  }
  return { bytes, faults, version: hash.digest("hex") };
}

/**
 * Checks the form of each entry in a story's files. Entries of a wrong form are left out and named in the faults, so
 * that all the others can be checked as well.
 */
export function draftOf({ bytes, faults: unread }: StoryFiles): Draft {
  const faults = [...unread];
  const read = (name: StoryFile) => {
    const own = bytes.get(name);
    return own && parseJson(`${name}.json`, own.toString("utf8"), faults);
  };
  const story = aboutOf(read("story"), faults);
  const entries: Record<string, unknown[]> = {};
  const ids = {} as Record<EntryFile, string[] | null>;
  for (const file of ENTRY_FILES) {
    const list = entriesOf(file, read(file), faults);
    ids[file] = list && list.map(idOf).filter((id) => id !== undefined);
    entries[file] = (list ?? []).flatMap((entry, n) => formOf(file, entry, n, faults));
  }
  // Each entry has passed the schema of its file.
  const records = entries as unknown as StoryEntries;
  return { ...records, story, ids, faults };
}

/** The same for a folder. */
export async function readDraft(folder: string): Promise<Draft> {
  return draftOf(await readFiles(folder));
}

/** Whether a path is that of a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readBytes(folder: string, file: string, faults: Fault[]): Promise<Buffer | null> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "is missing" : `can't be read (${code})`;
    faults.push({ file, place: "", reason: `${reason}; a story needs it` });
    return null;
  }
}

function parseJson(file: string, text: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    faults.push({ file, place: "", reason: `is not JSON: ${(error as Error).message}` });
    return undefined;
  }
}

function aboutOf(json: unknown, faults: Fault[]): AboutStory | null {
  if (json === undefined) return null;
  const parsed = storySchema.safeParse(json, { error: reasonOf });
  if (parsed.success) return parsed.data.story;
  faults.push(...faultsOf("story.json", "", parsed.error));
  return null;
}

/** The raw list of a file's entries, or null when the file as a whole is of a wrong form. */
function entriesOf(file: EntryFile, json: unknown, faults: Fault[]): unknown[] | null {
  if (json === undefined) return null;
  const parsed = fileSchema(file, z.unknown()).safeParse(json, { error: reasonOf });
  if (!parsed.success) faults.push(...faultsOf(`${file}.json`, "", parsed.error));
  const list = (json as Record<string, unknown> | null)?.[file];
  return Array.isArray(list) ? list : null;
}

/** The entry in its right form, as a list of one; an empty list when its form is wrong. */
function formOf(file: EntryFile, entry: unknown, index: number, faults: Fault[]): unknown[] {
  const parsed = entrySchemas[file].safeParse(entry, { error: reasonOf });
  if (parsed.success) return [parsed.data];
  faults.push(...faultsOf(`${file}.json`, idOf(entry) ?? `entry ${index + 1}`, parsed.error));
  return [];
}

function faultsOf(file: string, entry: string, error: z.ZodError): Fault[] {
  return error.issues.map(({ path, message }) => ({
    file,
    place: [entry, path.join(".")].filter((part) => part !== "").join(": "),
    reason: message,
  }));
}

function idOf(entry: unknown): string | undefined {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id : undefined;
}
