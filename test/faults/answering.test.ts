import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { startApp, type AppParts } from "../../src/app.ts";
import { createLog } from "../../src/bot/log.ts";
import { faults, startLocalDiscord, type Fault } from "../../src/local-discord/index.ts";
import { indexed } from "../support/story.ts";

async function started(more: Partial<AppParts> = {}) {
  const discord = await startLocalDiscord();
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  const bot = await startApp({ story: indexed(), token: discord.token, api: discord.api, log, ...more });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= bot.stop());
  const ends: (() => void)[] = [];
  const one = {
    discord,
    stop,
    /** What it has logged as errors since the test began. */
    errors: () => lines.filter((line) => line.includes('"level":"error"')),
    misbehave: (fault: Fault): (() => void) => {
      const end = discord.misbehave(fault);
      ends.push(end);
      return end;
    },
    /** Ends all faults and forgets what was logged. */
    mend: () => {
      for (const end of ends.splice(0)) end();
      lines.length = 0;
    },
    close: async () => {
      await stop();
      await discord.close();
    },
  };
  return one;
}

/** As `npm start` runs it, but for the cool-down; the same for all tests that leave it whole. */
let usual: Awaited<ReturnType<typeof started>>;
beforeAll(async () => void (usual = await started()));
afterEach(() => usual.mend());
afterAll(() => usual.close());

const callbacks = (meet: faults.Meet, times: number): Fault => ({
  kind: "requests",
  to: "callbacks",
  times,
  meet,
});

test("an interaction that comes twice is answered once, and nothing is offered again", async () => {
  const { discord, errors, misbehave } = usual;
  misbehave({
    kind: "events",
    deliver: (data, send) => {
      send(data);
      send(structuredClone(data));
    },
  });
  expect((await discord.member().say("/timeline day:lundi")).messages).toHaveLength(1);
  expect((await discord.member().say("?/timeline day:lun")).choices).not.toEqual([]);
  expect(
    [...discord.interactions()].slice(-2).map(({ deliveries, repeated }) => [deliveries, repeated]),
  ).toEqual([
    [2, 0],
    [2, 0],
  ]);
  expect(errors()).toEqual([]);
});

test("a member who is too quick is asked to wait, in private and in his language; others are not", async () => {
  const { discord, close } = await started({ questions: 3 });
  onTestFinished(close);
  const quick = discord.member({ user: "quick", locale: "fr" });
  for (let n = 0; n < 3; n++)
    expect((await quick.say("/about")).messages[0]?.content).not.toContain("Patientez");
  const [refusal] = (await quick.say("/about")).messages;
  expect(refusal?.content).toContain("Patientez");
  expect((refusal?.flags ?? 0) & 64).toBe(64);
  expect(
    (await discord.member({ user: "calm", locale: "fr" }).say("/about")).messages[0]?.content,
  ).not.toContain("Patientez");
  expect((await quick.say("?/timeline day:lun")).choices).not.toEqual([]);
});

test("one member's flood does not slow another", async () => {
  const { discord, close } = await started({ questions: 5 });
  onTestFinished(close);
  const flood = discord.member({ user: "flood" });
  const all = Array.from({ length: 300 }, () => flood.say("/timeline day:lundi"));
  const calm = await discord.member({ user: "calm" }).say("/timeline day:lundi");
  expect(calm.error).toBeNull();
  const answers = await Promise.all(all);
  expect(answers.filter(({ error }) => error !== null)).toEqual([]);
});

test("what nobody waits for any more, or is gone or answered already, is no error", async () => {
  const { discord, errors, misbehave } = usual;
  const gone = [
    [404, 10062],
    [404, 10008],
    [404, 10015],
    [400, 40060],
  ];
  for (const [status = 0, code = 0] of gone) {
    let met = 0;
    const meet = () => {
      met++;
      return Response.json({ code, message: "gone" }, { status });
    };
    misbehave(callbacks(meet, 1));
    void discord.member().say("/about");
    await expect.poll(() => met).toBe(1);
    expect((await discord.member().say("/about")).error).toBeNull();
    expect([met, errors()]).toEqual([1, []]);
  }
});

test("an answer that Discord refuses gives way to a private word with the reference of the log", async () => {
  const { discord, errors, misbehave } = usual;
  misbehave(
    callbacks(() => Response.json({ code: 50035, message: "Invalid Form Body" }, { status: 400 }), 1),
  );
  const { messages } = await discord.member({ locale: "fr" }).say("/timeline day:lundi");
  expect((messages[0]?.flags ?? 0) & 64).toBe(64);
  const reference = /référence\s:\s(\S+)/.exec(messages[0]?.content ?? "")?.[1];
  expect(errors()).toEqual([expect.stringContaining(`"reference":"${reference}"`)]);
});

test.each(["data", "member"])("an interaction without its %s is answered in private", async (field) => {
  const { discord, errors, misbehave } = usual;
  misbehave({
    kind: "events",
    deliver: (data, send) =>
      send(Object.fromEntries(Object.entries(data as object).filter(([key]) => key !== field))),
  });
  const { messages } = await discord.member().say("/about");
  expect((messages[0]?.flags ?? 0) & 64).toBe(64);
  expect(errors()).toHaveLength(1);
});

test("an interaction that discord.js itself fails to read is answered in private, and the next one as ever", async () => {
  const { discord, errors, misbehave } = usual;
  const end = misbehave({
    kind: "events",
    deliver(data, send) {
      const whole = structuredClone(data) as { data: { resolved: { messages: Record<string, object> } } };
      // A forwarded message whose origin is missing.
      for (const message of Object.values(whole.data.resolved.messages))
        Object.assign(message, { message_reference: null, message_snapshots: [{ message: {} }] });
      send(whole);
    },
  });
  const name = commands.flatMap((one) => ("apply" in one ? [one.definition.name] : []))[0] ?? "";
  const { messages } = await discord.member().apply(name, { content: "Monday" });
  expect((messages[0]?.flags ?? 0) & 64).toBe(64);
  expect(errors()).toHaveLength(1);
  end();
  expect((await discord.member().say("/about")).error).toBeNull();
});

test("while Discord fails for a second, an answer and a completion still come", async () => {
  const { discord, misbehave } = usual;
  const end = misbehave({ kind: "requests", to: "callbacks", meet: faults.failing(503) });
  setTimeout(end, 1000);
  const [turn, completion] = await Promise.all([
    discord.member().say("/about"),
    discord.member().say("?/timeline day:lun"),
  ]);
  expect([turn.error, completion.error]).toEqual([null, null]);
});

test("what is under way when the bot stops is finished, and nothing is taken after that", async () => {
  const { discord, stop, close, misbehave } = await started();
  onTestFinished(close);
  let begun = false;
  const meet: faults.Meet = (request) => {
    begun = true;
    return faults.slow(400, true)(request);
  };
  misbehave(callbacks(meet, 1));
  const turn = discord.member().say("/about");
  await expect.poll(() => begun).toBe(true);
  await stop();
  expect((await turn).error).toBeNull();
  expect((await discord.member().say("/about")).error).toContain("not connected");
});
