import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../commands/index.ts";
import { defaultStory } from "../src/exit.ts";
import { startLocalDiscord, type LocalDiscord } from "../src/local-discord/index.ts";
import { startRecorder } from "./support/recordedBot.ts";
import { EXAMPLE } from "./story/example.ts";
import { start, type Running } from "./support/program.ts";

const running: Running[] = [];
/** With a story of a few entries, where the answers are not what is tried: it is read for each start. */
function run(env: Record<string, string> = {}, args: readonly string[] = []): Running {
  const program = start("dist/main.js", { PORT: "0", STORY: EXAMPLE, ...env }, args);
  running.push(program);
  return program;
}
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.tell("SIGKILL");
    await program.ended;
  }
});

describe("with a token", () => {
  let discord: LocalDiscord;
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  beforeAll(async () => {
    discord = await startLocalDiscord();
    recorder = await startRecorder(discord.api);
  });
  afterAll(async () => {
    await recorder.close();
    await discord.close();
  });
  const env = () => ({ DISCORD_API: recorder.api, DISCORD_TOKEN: discord.token });
  const registrations = () =>
    recorder.sent.filter(({ method, path }) => method === "PUT" && path.includes("/commands"));

  test("it registers its commands, prints the invitation with the least permissions, and answers until SIGTERM", async () => {
    // Its own story, where none is named.
    const program = run({ ...env(), STORY: "" });
    const said = await program.said(/oauth2/);
    expect(said).toContain(
      `https://discord.com/oauth2/authorize?client_id=${discord.application}&scope=applications.commands&permissions=0`,
    );
    expect(registrations()).toHaveLength(1);
    const known = (await discord.member({ permissions: "8" }).commands()).map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(commands.map(({ definition }) => definition.name)));
    const { messages, error } = await discord.member({ locale: "fr" }).say("/timeline day:lundi");
    expect([error, messages[0]?.embeds[0]?.title]).toEqual([null, "Lundi 20 novembre 2023"]);
    program.tell("SIGTERM");
    expect((await program.ended).status).toBe(0);
  });

  test("told to stop while it waits for a Discord that is silent, it ends with 0", async () => {
    const silent = Promise.withResolvers<void>();
    const end = discord.misbehave({
      kind: "requests",
      to: "others",
      meet() {
        silent.resolve();
        return new Promise(() => {});
      },
    });
    const program = run({ ...env(), DISCORD_API: discord.api });
    await silent.promise;
    program.tell("SIGTERM");
    expect(await program.ended).toEqual({ status: 0, stdout: "", stderr: "" });
    end();
  });

  test("told to stop while Discord is gone, it ends with 0", async () => {
    const passing = await startLocalDiscord();
    const program = run({ DISCORD_API: passing.api, DISCORD_TOKEN: passing.token });
    await program.said(/oauth2/);
    await passing.close();
    await program.wrote(/connection to Discord was lost/);
    program.tell("SIGTERM");
    expect((await program.ended).status).toBe(0);
  });

  test("a second start registers nothing, for nothing changed", async () => {
    const before = registrations().length;
    const program = run(env());
    await program.said(/oauth2/);
    program.tell("SIGINT");
    expect((await program.ended).status).toBe(0);
    expect(registrations().length).toBe(before);
  });

  test("a start with other commands on Discord registers them again", async () => {
    const before = registrations().length;
    const answer = await fetch(`${discord.api}/v10/applications/${discord.application}/commands`, {
      method: "PUT",
      headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
      body: JSON.stringify([{ name: "timeline", description: "of an older version" }]),
    });
    expect(answer.status).toBe(200);
    const program = run(env());
    await program.said(/oauth2/);
    expect(registrations().length).toBe(before + 1);
  });

  test("that Discord refuses ends it with one clear line that does not hold it", async () => {
    const { status, stdout, stderr } = await run({ ...env(), DISCORD_TOKEN: "wrong.token.altogether" }).ended;
    expect([status, stdout]).toEqual([78, ""]);
    expect(stderr).toBe(
      "environment: DISCORD_TOKEN: Discord refuses it; copy the token again from the developer portal\n",
    );
  });
});

describe("without a token and without a terminal", () => {
  test("it says so, stays up, and ends well on SIGTERM", async () => {
    const program = run({ LANG: "fr_FR.UTF-8" });
    const said = await program.said(/SIGTERM/);
    expect(said).toMatch(/Pas de DISCORD_TOKEN/);
    expect(said).toMatch(/http:\/\/localhost:\d+/);
    const state = await Promise.race([
      program.ended,
      new Promise((resolve) => {
        setTimeout(resolve, 300, "up");
      }),
    ]);
    expect(state).toBe("up");
    program.tell("SIGTERM");
    expect(await program.ended).toMatchObject({ status: 0, stderr: "" });
  });

  test("a port that is taken gives way to the next one, and is told, in English unless the environment is French", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, "127.0.0.1", resolve);
    });
    const { port } = taken.address() as AddressInfo;
    const said = await run({ PORT: String(port), LANG: "C.UTF-8" }).said(/SIGTERM/);
    expect(said).toContain("No DISCORD_TOKEN");
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).not.toContain(`localhost:${port}\n`);
    taken.close();
  });
});

describe("what can't be used ends it with status 78 and one line a fault:", () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "story-"))));
  afterAll(() => rm(folder, { recursive: true }));

  async function storyWith(name: string, change: (text: string) => string): Promise<string> {
    const story = await mkdtemp(join(folder, "copy-"));
    await cp(defaultStory, story, { recursive: true });
    await writeFile(join(story, name), change(await readFile(join(story, name), "utf8")));
    return story;
  }

  test("a story: missing files, broken JSON, and entries by file, id and field", async () => {
    const broken = await storyWith("events.json", (text) =>
      text.replace('"weight": 3', '"weight": 9').replace('"status": "confirmed"', '"status": "sure"'),
    );
    await writeFile(join(broken, "quotes.json"), "{");
    await rm(join(broken, "people.json"));
    const { status, stdout, stderr } = await run({ STORY: broken }).ended;
    expect([status, stdout]).toEqual([78, ""]);
    const [first, ...lines] = stderr.trimEnd().split("\n");
    expect(first).toContain(broken);
    expect(lines.toSorted((a, b) => a.localeCompare(b))).toEqual([
      expect.stringMatching(/^events\.json: [a-z0-9-]+: (weight|status): /),
      expect.stringMatching(/^events\.json: [a-z0-9-]+: (weight|status): /),
      expect.stringMatching(/^people\.json: is missing/),
      expect.stringMatching(/^quotes\.json: is not JSON/),
    ]);
  });

  test("several wrong variables at once, none of them echoed", async () => {
    const { status, stdout, stderr } = await run({
      DISCORD_TOKEN: "a secret token",
      DISCORD_API: "ftp://example.org",
      PORT: "70000",
    }).ended;
    expect([status, stdout]).toEqual([78, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^environment: DISCORD_TOKEN: has a space in it/),
      expect.stringMatching(/^environment: DISCORD_API: is no http/),
      expect.stringMatching(/^environment: PORT: is no port number/),
    ]);
    expect(stderr).not.toContain("secret");
  });

  test("an argument, of which it takes none", async () => {
    const { status, stdout, stderr } = await run({}, ["--locale", "fr"]).ended;
    expect([status, stdout]).toEqual([78, ""]);
    expect(stderr).toMatch(/^command line: --locale fr: .*\n$/);
  });

  test("a data file that can't be opened", async () => {
    const { status, stderr } = await run({ DATA_FILE: join(folder, "no", "such", "folder.sqlite") }).ended;
    expect(status).toBe(78);
    expect(stderr).toMatch(/^environment: DATA_FILE: .*\n$/);
  });
});

test("what was compiled is kept where NODE_COMPILE_CACHE names a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compiled-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await run({ NODE_COMPILE_CACHE: folder }, ["none"]).ended;
  expect(await readdir(folder)).not.toEqual([]);
});
