import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { commandTable } from "../src/commandTable.ts";

const root = new URL("../", import.meta.url);

test("the README's table of commands is that of the definitions", async () => {
  const readme = await readFile(new URL("README.md", root), "utf8");
  expect(readme, "run npm run readme").toContain(commandTable());
});

test("every variable that the README names is in .env.example, and the other way round", async () => {
  const [readme, example] = await Promise.all(
    ["README.md", ".env.example"].map((name) => readFile(new URL(name, root), "utf8")),
  );
  const documented = [...(readme?.matchAll(/^\| `([A-Z_]+)` /gm) ?? [])]
    .map(([, name]) => name)
    .toSorted((a = "", b = "") => a.localeCompare(b));
  const offered = [...(example?.matchAll(/^# ?([A-Z_]+)=/gm) ?? [])]
    .map(([, name]) => name)
    .toSorted((a = "", b = "") => a.localeCompare(b));
  expect(documented.length).toBeGreaterThan(0);
  expect(offered).toEqual(documented);
});
