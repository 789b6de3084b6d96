import { DatabaseSync } from "node:sqlite";
import { Keyv, type KeyvStoreAdapter } from "keyv";

/** One SQLite file with a Keyv for each namespace. */
export interface SqliteFile {
  /** A Keyv of its own: no other namespace (a name without a colon) of the file sees or clears its entries. */
  keyv(namespace: string): Keyv;
  close(): void;
}

/** Milliseconds to wait for another process that is writing: while one waits, nothing else is answered. */
const PATIENCE = 400;
/** The same when a file is opened: all shards of a machine do so at about the same time. */
const OPENING = 5000;

/**
 * Opens the SQLite file at `path`, or with ":memory:" one that ends with the process. Write-ahead log and
 * full synchronisation: what was set is on the disk before `set` resolves (https://sqlite.org/wal.html).
 * Throws what node:sqlite throws on a path that can't be opened or a file that is no database.
 */
export function openSqlite(path: string): SqliteFile {
  const database = new DatabaseSync(path, { timeout: OPENING });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    const { quick_check: state } = database.prepare("PRAGMA quick_check(1)").get() ?? {};
    if (state !== "ok")
      throw Object.assign(new Error(`the file is damaged: ${String(state)}`), { errcode: 11 });
    database.exec(
      "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID",
    );
    database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    keyv: (namespace) => new Keyv({ store: sqliteStore(database), namespace }),
    close: () => database.close(),
  };
}

/** A keyv store over the table of one database; Keyv itself writes its namespace before each key. */
function sqliteStore(database: DatabaseSync): KeyvStoreAdapter {
  const get = database.prepare("SELECT value FROM entries WHERE key = ?");
  const set = database.prepare("INSERT OR REPLACE INTO entries (key, value) VALUES (?, ?)");
  const remove = database.prepare("DELETE FROM entries WHERE key = ?");
  // ";" is the character after ":", so that this is every key of a namespace and no other.
  const all = database.prepare("SELECT key, value FROM entries WHERE key >= ? || ':' AND key < ? || ';'");
  const clear = database.prepare("DELETE FROM entries WHERE key >= ? || ':' AND key < ? || ';'");
  const store: KeyvStoreAdapter = {
    // Keyv iterates only over stores whose dialect it knows.
    opts: { dialect: "sqlite" },
    // Failures reject; there are none to be heard of otherwise.
    on: () => store,
    get: async (key) => get.get(key)?.value as never,
    has: async (key) => get.get(key) !== undefined,
    set: async (key, value: string) => void set.run(key, value),
    delete: async (key) => remove.run(key).changes > 0,
    async deleteMany(keys) {
      let changes = 0;
      for (const key of keys) changes += Number(remove.run(key).changes);
      return changes > 0;
    },
    async clear() {
      clear.run(store.namespace ?? "", store.namespace ?? "");
    },
    async *iterator(namespace = "") {
      for (const { key, value } of all.all(namespace, namespace)) yield [key as string, value as never];
    },
  };
  return store;
}
