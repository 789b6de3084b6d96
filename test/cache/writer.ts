import { writeSync } from "node:fs";
import { openSqlite } from "../../src/cache/sqliteStore.ts";

/**
 * Sets entries until it is killed, and tells each one once it is confirmed.
 * Arguments: the file, and the number of the first entry.
 */
const [path = "", from = "0"] = process.argv.slice(2);
const store = openSqlite(path).keyv("settings");
for (let n = Number(from); ; n++) {
  await store.set(String(n), { zone: `zone ${n}` });
  // Straight to the pipe: what the process only holds in memory dies with it.
  writeSync(1, `${n}\n`);
}
