import { writeSync } from "node:fs";
import { openSqlite } from "../../src/cache/sqliteStore.ts";

/**
 * Sets entries, and tells each one once it is confirmed.
 * Arguments: the file, the number of the first entry, and that of the last; without it, until it is killed.
 */
const [path = "", from = "0", last = "Infinity"] = process.argv.slice(2);
const store = openSqlite(path).keyv("settings");
for (let n = Number(from); n <= Number(last); n++) {
  await store.set(String(n), { zone: `zone ${n}` });
  // Straight to the pipe: what the process only holds in memory dies with it.
  writeSync(1, `${n}\n`);
}
