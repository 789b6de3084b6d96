import { fileURLToPath } from "node:url";
import type { APIMessage } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { projectFile } from "../src/projectFile.ts";
import { start } from "./support/program.ts";

/** As it is packed, and with its code compiled before, which starts it sooner. */
const PROGRAM = "dist/try.js";
const ENV = { NODE_COMPILE_CACHE: fileURLToPath(projectFile("node_modules/.cache/feuilleton")) };

interface Line {
  input: string;
  ms: number;
  messages: APIMessage[];
  choices: { name: string; value: string }[] | null;
  error: string | null;
}

/** Runs `npm run try` with these lines, or this one argument, and reads what it prints. */
async function tryOut(
  lines: readonly string[],
  args: readonly string[] = ["--json"],
): Promise<{ status: number | null; stdout: string; stderr: string; turns: Line[] }> {
  const ended = await start(PROGRAM, ENV, args, `${lines.join("\n")}\n`).ended;
  const printed = args.includes("--json") ? ended.stdout.trimEnd().split("\n").filter(Boolean) : [];
  return { ...ended, turns: printed.map((line) => JSON.parse(line) as Line) };
}

function titlesOf({ messages }: Line): (string | undefined)[] {
  return messages.map(({ embeds }) => embeds[0]?.title ?? embeds[0]?.description);
}

test("the script runs the program that these tests run", () => {
  expect(packageJson.scripts.try).toMatch(/\bsrc\/try\.ts$/);
});

test("one object a line for each line, in order, and nothing else", async () => {
  const lines = [
    "/timeline day:lundi",
    "/timeline day:monday",
    "/quote person:Altman",
    "/source event:microsoft",
    "?/timeline day:lun",
    "/quote person:Metshir",
    "/timeline day:blurf",
  ];
  const { status, stdout, stderr, turns } = await tryOut(lines);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toHaveLength(lines.length + 1);
  expect(turns.map(({ input }) => input)).toEqual(lines);
  for (const turn of turns) {
    expect(Object.keys(turn)).toEqual(["input", "ms", "messages", "choices", "error"]);
    expect(turn.error).toBeNull();
    expect(turn.ms).toBeGreaterThan(0);
  }
  expect(turns.map(titlesOf)).toEqual([
    ["Monday 20 November 2023"],
    ["Monday 20 November 2023"],
    ["In the words of Sam Altman"],
    ["Microsoft hires Altman and Brockman"],
    [],
    ["In the words of Emmett Shear"],
    [expect.stringMatching(/^I find no day in `blurf`/)],
  ]);
  expect(turns.map(({ choices }) => choices?.[0]?.value ?? null)).toEqual([
    null,
    null,
    null,
    null,
    "2023-11-20",
    null,
    null,
  ]);
  const [monday, , , , , , blurf] = turns.map(({ messages }) => messages[0]);
  expect([monday?.flags, Number(blurf?.flags) & 64]).toEqual([0, 64]);
  expect(monday).toMatchObject({
    author: { bot: true },
    content: "",
    embeds: [{}],
    // Its buttons, and two menus of its events.
    components: [{ type: 1 }, { type: 1 }, { type: 1 }],
  });
});

function asked(who: object, line = "/timeline day:lundi"): string {
  return JSON.stringify({ line, ...who });
}

test("a line of JSON sets who asks, over the command line", async () => {
  const { status, turns } = await tryOut(
    [
      "/timeline day:lundi",
      asked({ locale: "en-US" }),
      asked({ locale: "fr", guild: null }),
      asked({ user: "ada", guild: "1" }),
      asked({ user: "ada", guild: "1" }, "!mar. 21"),
      asked({ user: "bob", guild: "1" }, "!mar. 21"),
    ],
    ["--json", "--locale", "fr"],
  );
  expect(turns.map(titlesOf)).toEqual([
    ["Lundi 20 novembre 2023"],
    ["Monday 20 November 2023"],
    ["Lundi 20 novembre 2023"],
    ["Lundi 20 novembre 2023"],
    ["Mardi 21 novembre 2023"],
    [],
  ]);
  expect(turns[5]?.error).toMatch(/pas encore de réponse/);
  expect(status).toBe(1);
});

test("a label presses a button or picks from a menu of the last answer", async () => {
  const { status, turns } = await tryOut(
    [
      "/timeline day:lundi",
      "!dim. 19",
      "!lun. 20",
      "!Microsoft recrute",
      "!Citations",
      "/timeline day:blurf",
      "!sam. 18 nov.",
    ],
    ["--json", "--locale", "fr"],
  );
  expect(turns.map(titlesOf)).toEqual([
    ["Lundi 20 novembre 2023"],
    ["Dimanche 19 novembre 2023"],
    ["Lundi 20 novembre 2023"],
    ["Microsoft recrute Altman et Brockman"],
    [expect.stringMatching(/^Citation/)],
    [expect.stringMatching(/^Je ne trouve aucun jour/)],
    ["Samedi 18 novembre 2023"],
  ]);
  expect(status).toBe(0);
});

describe("a line with an error", () => {
  test("says so in its object, lets the others be answered, and makes the status 1", async () => {
    const { status, turns } = await tryOut([
      "/nothing here",
      "hello",
      "{not json",
      '{"line": 3}',
      '{"line": "/timeline", "age": 3}',
      "!No such button",
      "/source",
      "",
      "/timeline day:lundi",
    ]);
    expect(turns.map(({ error }) => error !== null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(turns.slice(0, -1).map(({ messages }) => messages.length)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(status).toBe(1);
  });
});

test("a command given as an argument is the only one; without --json it is laid out to be read", async () => {
  const { status, stdout } = await tryOut(["/timeline day:mardi"], ["--locale", "fr", "/timeline day:lundi"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^> \/timeline day:lundi\n/);
  expect(stdout).toMatch(/Lundi 20 novembre 2023/);
  expect(stdout).toMatch(/Microsoft recrute Altman et Brockman/);
  expect(stdout).not.toMatch(/Mardi 21 novembre 2023|"embeds"/);
});

test("a story that can't be loaded ends it with status 78 and nothing on standard output", async () => {
  const { status, stdout, stderr } = await start(PROGRAM, { ...ENV, STORY: "/nonexistent" }, [
    "--json",
    "/timeline",
  ]).ended;
  expect([status, stdout]).toEqual([78, ""]);
  expect(stderr).toMatch(/^the story in \/nonexistent can't be loaded:\n/);
});

test("a variable that can't be used ends it with status 78, too", async () => {
  const { status, stderr } = await start(PROGRAM, { ...ENV, QUESTIONS: "many" }, ["/timeline"]).ended;
  expect(status).toBe(78);
  expect(stderr).toMatch(/^environment: QUESTIONS: /);
});

test("as it is packed, it answers the same, with its picture", { timeout: 60_000 }, async () => {
  const [packed, plain] = await Promise.all(
    [PROGRAM, "src/try.ts"].map(async (program) => {
      // Again, since a picture that is late at first is there later.
      const { stdout } = await start(program, ENV, ["--json"], "/timeline\n".repeat(5)).ended;
      return (JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Line).messages[0]?.embeds[0];
    }),
  );
  expect(packed?.image?.url).toMatch(/timeline\.png$/);
  expect(packed?.description).toBe(plain?.description);
});

test("--help says on standard output how it is called; an unknown flag on standard error, with status 2", async () => {
  const help = await start(PROGRAM, ENV, ["--help"]).ended;
  expect([help.status, help.stderr]).toEqual([0, ""]);
  expect(help.stdout).toMatch(/^Usage: .*A line is what a member does/s);
  const wrong = await start(PROGRAM, ENV, ["--jsno"]).ended;
  expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toMatch(/'--jsno'.*Usage: /s);
  expect(wrong.stderr).not.toMatch(/^\s+at /m);
});
