import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { LiveUpdate } from "../../../src/local-discord/page/live.ts";
import { guilds, members } from "../../../src/local-discord/page/places.ts";
import type { ShownMessage } from "../../../src/local-discord/page/shown.ts";
import { startSmallBot, until, type SmallBot } from "../small-bot.ts";

let bot: SmallBot;
beforeAll(async () => {
  bot = await startSmallBot();
});
afterAll(() => bot.close());

const [moderator = "", member = ""] = members.map(({ id }) => id);
const [openServer = "", frenchServer = ""] = guilds.map(({ id }) => id);
const as = (user: string, guild: string | null = openServer, locale = "en-US") => ({ user, guild, locale });
type Viewer = ReturnType<typeof as>;

async function ask(who: Viewer, action: string, input: object = {}): Promise<Record<string, unknown>> {
  const { page: origin } = bot.discord;
  const answer = await fetch(`${origin}/page/api/${action}`, {
    method: "POST",
    headers: { origin },
    body: JSON.stringify({ as: who, input }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** What a page shows: the messages of its live connection. */
function look(who: Viewer): { seen: Map<string, ShownMessage>; updates: LiveUpdate[]; close(): void } {
  const { page: origin } = bot.discord;
  const query = new URLSearchParams({ ...who, guild: who.guild ?? "" }).toString();
  const socket = new WebSocket(`${origin.replace("http", "ws")}/page/live?${query}`, { headers: { origin } });
  const seen = new Map<string, ShownMessage>();
  const updates: LiveUpdate[] = [];
  socket.addEventListener("message", ({ data }) => {
    const update = JSON.parse(data as string) as LiveUpdate;
    updates.push(update);
    for (const message of update.set) seen.set(message.id, message);
    for (const id of update.gone) seen.delete(id);
  });
  return { seen, updates, close: () => socket.terminate() };
}

const found = (page: { seen: Map<string, ShownMessage> }, text: string) =>
  until(() => [...page.seen.values()].find(({ summary }) => summary.includes(text)));

test("commands come in the member's language, subcommands each for itself, and only those that he may use", async () => {
  const [all, fewer] = await Promise.all([
    ask(as(moderator, openServer, "fr"), "commands"),
    ask(as(member), "commands"),
  ]);
  expect(all.slash).toMatchObject([
    {
      name: "story",
      label: "histoire",
      names: ["story", "histoire"],
      description: "Raconter",
      options: [
        { name: "part", label: "partie", required: true, suggests: true },
        { name: "lines", required: false, suggests: false },
        { name: "tone", suggests: true },
      ],
    },
    { name: "settings zone", description: "Set the zone" },
    { name: "settings show" },
  ]);
  expect(all.message).toEqual([{ name: "Explain this", label: "Expliquer ceci" }]);
  expect((fewer.slash as { name: string }[]).map(({ name }) => name)).toEqual(["story"]);
});

const complete = (focused: string, text: string) =>
  ask(as(member), "complete", { name: "story", options: { [focused]: text }, focused });

test("suggestions are the bot's, or why there are none", async () => {
  expect(await complete("part", "mon")).toEqual({ choices: [{ name: "mon…", value: "mon:0" }], error: null });
  expect(await complete("tone", "lo")).toEqual({ choices: [{ name: "long", value: "l" }], error: null });
  expect(await complete("nothing", "x")).toMatchObject({
    choices: [],
    error: expect.stringContaining("no option"),
  });
});

test("a message comes to every page that sees it, in full and then as it changes", async () => {
  const page = look(as(member));
  await until(() => page.updates.length);
  await ask(as(moderator), "command", { name: "story", options: { part: "page" } });
  const sent = await found(page, "page 1");
  expect(sent).toMatchObject({
    author: { name: "feuilleton", bot: true },
    used: { user: { name: "moderator" }, command: "story", slash: true },
    private: false,
    rows: [
      [
        { kind: "button", id: "go:2", label: "◀ Page 2", disabled: false },
        { kind: "button", id: "off", disabled: true },
        { kind: "link", url: "https://example.org/a" },
      ],
      [{ kind: "menu", id: "menu", placeholder: "Open …", least: 1, most: 1 }],
    ],
  });
  const late = look(as(moderator));
  await found(late, "page 1");
  expect(await ask(as(moderator), "press", { message: sent.id, id: "go:2" })).toEqual({ error: null });
  await found(page, "pressed go:2");
  expect(page.updates.at(-1)).toMatchObject({ set: [{ id: sent.id }], gone: [] });
  expect(await ask(as(moderator), "pick", { message: sent.id, id: "menu", values: ["9"] })).toMatchObject({
    error: expect.stringContaining("no entry"),
  });
  page.close();
  late.close();
});

test("what one got in private is not there for the other", async () => {
  const [mine, other] = [look(as(moderator, frenchServer)), look(as(member, frenchServer))];
  await ask(as(moderator, frenchServer), "command", { name: "story", options: { part: "private" } });
  const { id } = await found(mine, "for you");
  await ask(as(member, frenchServer), "write", { content: "hello" });
  await found(other, "hello");
  expect([...other.seen.values()].map(({ summary }) => summary)).toEqual(["hello"]);
  for (const [action, input] of [
    ["press", { message: id, id: "go:2" }],
    ["pick", { message: id, id: "menu", values: ["1"] }],
    ["apply", { message: id, name: "Explain this" }],
  ] as const)
    expect(await ask(as(member, frenchServer), action, input)).toEqual({
      error: "This message is no longer there.",
    });
  mine.close();
  other.close();
});

test("a message that goes, goes from the page", async () => {
  const page = look(as(member, null));
  await ask(as(member, null), "command", { name: "story", options: { part: "later" } });
  await found(page, "and much more");
  await until(
    () => page.updates.some(({ gone }) => gone.length) || ![...page.seen.values()].some((one) => one.private),
  );
  expect([...page.seen.values()].map(({ summary }) => summary)).toEqual(["there it is", "and much more"]);
  page.close();
});

test("pictures have the alternative text of their file", async () => {
  const page = look(as(member, null));
  await ask(as(member, null), "command", { name: "story", options: { part: "picture" } });
  const { embeds, files } = await found(page, "see");
  expect(embeds[0]?.image).toEqual({
    address: expect.stringMatching(/^\/attachments\/.*\.png$/),
    alt: "alt",
  });
  expect(files).toMatchObject([{ name: "note.txt", picture: false }]);
  page.close();
});
