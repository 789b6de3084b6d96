import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { EXAMPLE, EXAMPLE_TEXTS, spoilt } from "./story/example.ts";

interface Run {
  status: number;
  out: string[];
  err: string[];
}

/** `npm run check` with these words. */
function check(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/check.ts", ...words], (error, out, err) => {
      const status = typeof error?.code === "number" ? error.code : 0;
      resolve({ status, out: linesOf(out), err: linesOf(err) });
    });
  });
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

test("the project's own story is without fault", async () => {
  const { status, err, out } = await check();
  expect(err).toEqual([]);
  expect(status).toBe(0);
  expect(out.find((line) => line.startsWith("events "))).toMatch(/^events +\d{3} +100% +100% +\d+% +\d+%$/);
});

test("a story whose passages are all in their documents is without fault, and its cover is told", async () => {
  const { status, err, out } = await check(EXAMPLE, "--texts", EXAMPLE_TEXTS);
  expect(err).toEqual([]);
  expect(status).toBe(0);
  expect(out.find((line) => line.startsWith("logbook "))).toMatch(/^logbook +7 +6 +\d+ +\d+ +\d+%$/);
});

test("each fault is one line on standard error: file, entry, reason", async () => {
  const folder = await spoilt("events", null, (file) => {
    delete file.events[0].title.fr;
    file.events[1].accounts[0].passage.exact = "Three boats";
    file.events[2].people = ["nobody"];
  });
  const { status, err, out } = await check(folder, "--texts", EXAMPLE_TEXTS);
  expect(err).toEqual([
    "events.json: lamp-goes-out: title.fr: is missing; a story says everything in French and in English",
    'events.json: lamp-relit: people: "nobody" is no id of people.json; mend it or add that entry',
    'events.json: boats-wait: accounts.0.passage: "Three boats" is not in logbook.txt; copy it again',
  ]);
  expect(status).toBe(1);
  expect(out.find((line) => line.startsWith("events "))).toMatch(/^events +2 /);
});

test("a document that is not there is a fault", async () => {
  const texts = await mkdtemp(join(tmpdir(), "texts-"));
  onTestFinished(() => rm(texts, { recursive: true }));
  await cp(EXAMPLE_TEXTS, texts, { recursive: true });
  await rm(join(texts, "logbook.txt"));
  const { status, err } = await check(EXAMPLE, "--texts", texts);
  expect(err).toEqual([
    "sources.json: logbook: document: logbook.txt is not among the texts; add it or mend its name",
  ]);
  expect(status).toBe(1);
});

test.each([
  ["a folder that is none", ["nowhere"]],
  ["texts that are no folder", [EXAMPLE, "--texts", "package.json"]],
  ["two folders", [EXAMPLE, EXAMPLE]],
  ["an option that there is not", ["--quick"]],
  ["an option without its value", ["--texts"]],
])("%s is answered by how it is called, with status 2", async (_, words) => {
  const { status, err, out } = await check(...words);
  expect(status).toBe(2);
  expect(out).toEqual([]);
  expect(err.join("\n")).toContain("Usage: npm run check -- [DIR] [--texts DIR]");
});
