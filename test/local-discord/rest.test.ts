import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { definitions, handClock, startSmallBot, until, type SmallBot } from "./small-bot.ts";

const clock = handClock();
let bot: SmallBot;
beforeAll(async () => void (bot = await startSmallBot({ now: clock.now, after: clock.after })));
afterAll(() => bot.close());
beforeEach(() => void (bot.seen.length = 0));

/** Sends a request as a client would; the body goes as JSON. */
async function request(
  method: string,
  path: string,
  body?: unknown,
  token: string | null = bot.discord.token,
) {
  const answer = await fetch(`${bot.discord.api}/v10${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bot ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

/** Asks for suggestions that the bot never gives, so that the test can answer by hand. */
async function unanswered() {
  const done = bot.discord.member().complete("story", { part: "silence" }, "part");
  done.catch(() => {});
  const { id, token } = await until(() => bot.seen.at(-1));
  return {
    done,
    id,
    callback: `/interactions/${id}/${token}/callback`,
    webhook: `/webhooks/${bot.discord.application}/${token}`,
  };
}
const suggestions = { type: 8, data: { choices: [{ name: "a", value: "a" }] } };

test("the gateway is told to bots, with its limits", async () => {
  const { json, headers } = await request("GET", "/gateway/bot");
  expect(json).toMatchObject({
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, max_concurrency: 16 },
  });
  expect(json.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
  expect(headers.get("x-ratelimit-remaining")).toBe("4");
  expect((await request("GET", "/gateway/bot", undefined, null)).status).toBe(401);
});

test("the application knows itself, and what is not there is a 404", async () => {
  for (const path of ["/applications/@me", "/oauth2/applications/@me"])
    expect((await request("GET", path)).json).toMatchObject({
      id: bot.discord.application,
      bot: { bot: true },
    });
  expect(await request("GET", "/guilds/1/bans")).toMatchObject({
    status: 404,
    json: { message: "404: Not Found", code: 0 },
  });
});

test("commands keep their ids, and get a new version when they change", async () => {
  const path = `/applications/${bot.discord.application}/commands`;
  const first = (await request("PUT", path, definitions)).json;
  const same = (await request("PUT", path, definitions)).json;
  expect(same).toEqual(first);
  const changed = definitions.map((one) =>
    one.name === "settings" ? { ...one, description: "Other" } : one,
  );
  const second = (await request("PUT", path, changed)).json;
  expect(second.map((one: { id: string }) => one.id)).toEqual(first.map((one: { id: string }) => one.id));
  const versions = second.map((one: { version: string }, at: number) => one.version !== first[at].version);
  expect(versions).toEqual([false, true, false]);
  expect(first[0]).toMatchObject({ default_member_permissions: null, nsfw: false, contexts: [0, 1, 2] });
  expect(first[1].default_member_permissions).toBe("32");
});

test("commands are listed with their languages only when asked so", async () => {
  const path = `/applications/${bot.discord.application}/commands`;
  const [plain] = (await request("GET", path)).json;
  const [whole] = (await request("GET", `${path}?with_localizations=true`)).json;
  expect(plain.name_localizations).toBeUndefined();
  expect(plain.options[0].name_localizations).toBeUndefined();
  expect(whole.name_localizations).toEqual({ fr: "histoire" });
  expect(whole.options[0]).toMatchObject({ name_localizations: { fr: "partie" }, required: true });
});

test("a guild's own commands are seen in that guild alone, and are nobody else's to set", async () => {
  const one = { name: "here", description: "Only here" };
  const guild = bot.discord.guild("5").id;
  const path = `/applications/${bot.discord.application}/guilds/${guild}/commands`;
  expect((await request("PUT", path, [one])).json).toMatchObject([{ name: "here", guild_id: guild }]);
  const names = async (at: string) =>
    (await bot.discord.member({ guild: at }).commands()).map((each) => each.name);
  expect(await names("5")).toContain("here");
  expect(await names("6")).not.toContain("here");
  expect(await request("PUT", "/applications/1/commands", [])).toMatchObject({
    status: 403,
    json: { code: 50001 },
  });
});

test("commands with faults are refused, and the old ones stay", async () => {
  const path = `/applications/${bot.discord.application}/commands`;
  const before = (await request("GET", path)).json;
  expect(await request("PUT", path, [{ name: "Bad Name", description: "x" }])).toMatchObject({
    status: 400,
    json: {
      code: 50035,
      message: "Invalid Form Body",
      errors: { 0: { name: { _errors: [{ code: "STRING_TYPE_REGEX" }, {}] } } },
    },
  });
  expect((await request("GET", path)).json).toEqual(before);
});

test("an answer after 3 s is too late: 10062, and the member was told that there was none", async () => {
  const { done, callback } = await unanswered();
  clock.advance(3_001);
  await expect(done).rejects.toThrow("The application did not respond");
  expect(await request("POST", callback, suggestions, null)).toMatchObject({
    status: 404,
    json: { code: 10062 },
  });
});

test("an answer within 3 s is in time, and the second one is 40060", async () => {
  const { done, callback } = await unanswered();
  clock.advance(2_999);
  expect((await request("POST", callback, suggestions, null)).status).toBe(204);
  expect(await done).toEqual([{ name: "a", value: "a" }]);
  expect(await request("POST", callback, suggestions, null)).toMatchObject({
    status: 400,
    json: { code: 40060 },
  });
});

test.each<[string, unknown, number, number]>([
  ["a type that this interaction does not take", { type: 4, data: { content: "x" } }, 400, 50035],
  ["no type", {}, 400, 50035],
  ["nothing", null, 400, 50035],
  [
    "26 suggestions",
    { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: "a", value: "a" })) } },
    400,
    50035,
  ],
])("%s is refused, and the member hears why", async (_what, body, status, code) => {
  const { done, callback } = await unanswered();
  expect(await request("POST", callback, body, null)).toMatchObject({ status, json: { code } });
  clock.advance(3_001);
  await expect(done).rejects.toThrow("Discord refused the answer: Invalid Form Body");
});

test("an interaction nobody started, or with another token, is unknown", async () => {
  const { id, done } = await unanswered();
  for (const path of ["/interactions/1/x/callback", `/interactions/${id}/x/callback`])
    expect(await request("POST", path, suggestions, null)).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
  clock.advance(3_001);
  await done.catch(() => {});
});

test("what is no JSON is refused as such", async () => {
  const { callback, done } = await unanswered();
  const answer = await fetch(`${bot.discord.api}/v10${callback}`, { method: "POST", body: "{" });
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50109 }]);
  clock.advance(3_001);
  await done.catch(() => {});
});

test("follow-ups need an answer first, the right token, and come within 15 minutes", async () => {
  const early = await unanswered();
  expect((await request("POST", early.webhook, { content: "x" }, null)).json.code).toBe(10015);
  clock.advance(3_001);
  await early.done.catch(() => {});
  const [message] = (await bot.discord.member().say("/story part:x")).messages;
  const webhook = `/webhooks/${bot.discord.application}/${bot.seen.at(-1)?.token}`;
  const original = `${webhook}/messages/%40original`;
  expect((await request("GET", original, undefined, null)).json).toEqual(message);
  expect((await request("PATCH", original, { content: "new" }, null)).json).toMatchObject({
    id: message?.id,
    content: "new",
  });
  const more = (await request("POST", `${webhook}?wait=true`, { content: "more" }, null)).json;
  expect((await request("GET", `${webhook}/messages/${more.id}`, undefined, null)).json.content).toBe("more");
  expect((await request("PATCH", original, { content: "", embeds: [] }, null)).json.code).toBe(50006);
  expect((await request("DELETE", `${webhook}/messages/${more.id}`, undefined, null)).status).toBe(204);
  expect((await request("GET", `${webhook}/messages/${more.id}`, undefined, null)).json.code).toBe(10008);
  expect(
    (await request("GET", `/webhooks/${bot.discord.application}/x/messages/1`, undefined, null)).json.code,
  ).toBe(10015);
  clock.advance(15 * 60_000 + 1);
  expect(await request("POST", webhook, { content: "x" }, null)).toMatchObject({
    status: 401,
    json: { code: 50027 },
  });
});

test("one cannot touch a message of another interaction", async () => {
  const [other] = (await bot.discord.member({ user: "other" }).say("/story part:secret")).messages;
  await bot.discord.member().say("/story part:x");
  const path = `/webhooks/${bot.discord.application}/${bot.seen.at(-1)?.token}/messages/${other?.id}`;
  expect((await request("DELETE", path, undefined, null)).json.code).toBe(10008);
});

test("a file beyond the limit is refused", async () => {
  const { callback, done } = await unanswered();
  const form = new FormData();
  form.set("payload_json", JSON.stringify({ type: 4, data: {} }));
  form.set("files[0]", new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), "big.bin");
  const answer = await fetch(`${bot.discord.api}/v10${callback}`, { method: "POST", body: form });
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 40005 }]);
  clock.advance(3_001);
  await done.catch(() => {});
});

test("an answer that is promised and does not come ends after 15 s", async () => {
  const turn = bot.discord.member().say("/story part:promise");
  const { token } = await until(() => bot.seen.at(-1));
  await until(() => bot.notes.includes("promised"));
  expect(bot.discord.member().messages().at(-1)?.flags).toBe(128);
  clock.advance(15_000);
  expect((await turn).error).toContain("promised");
  const original = `/webhooks/${bot.discord.application}/${token}/messages/@original`;
  expect((await request("PATCH", original, { content: "late" }, null)).json).toMatchObject({
    content: "late",
    flags: 0,
  });
});

test("a refused answer is told to the member, even when another one follows", async () => {
  const turn = bot.discord.member().say("/story part:bad");
  await until(() => bot.errors.some((error) => error.code === 50035));
  clock.advance(3_001);
  expect((await turn).error).toMatch(
    /^Discord refused the answer: .*data\.embeds\.0\.fields\.0\.value: This field is required/,
  );
});
