import { existsSync, renameSync } from "node:fs";
import { openSqlite, type SqliteFile } from "./sqliteStore.ts";

/** SQLITE_CORRUPT and SQLITE_NOTADB: https://www.sqlite.org/rescode.html */
const DAMAGED = new Set([11, 26]);

export interface SetAside {
  /** Where the damaged file is now. */
  kept: string;
  error: unknown;
}

/**
 * Opens a SQLite file; a damaged one is put aside under another name, with its log, and a new one takes its
 * place. `now` names it. Throws what openSqlite throws for all else.
 */
export function openSound(path: string, now: () => Date, onSetAside: (what: SetAside) => void): SqliteFile {
  try {
    return openSqlite(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const kept = `${path}.damaged-${now()
      .toISOString()
      .replaceAll(/[-:]|\..*/g, "")}`;
    for (const end of ["", "-wal", "-shm"]) if (existsSync(path + end)) renameSync(path + end, kept + end);
    onSetAside({ kept, error });
    return openSqlite(path);
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && DAMAGED.has(Number(error.errcode) & 0xff);
}
