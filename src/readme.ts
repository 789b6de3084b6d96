import { readFile, writeFile } from "node:fs/promises";
import { commandTable } from "./commandTable.ts";
import { projectFile } from "./projectFile.ts";

/** Writes the table of commands into the README, between its two marks. */
const file = projectFile("README.md");
await writeFile(file, withTable(await readFile(file, "utf8")));

function withTable(readme: string): string {
  return readme.replace(
    /(<!-- commands -->\n)[^]*?(<!-- \/commands -->)/,
    (_, open, close) => `${open}\n${commandTable()}\n${close}`,
  );
}
