import { ComponentType, MessageFlags, MessageType } from "discord-api-types/v10";
import type { ButtonInteraction, ChatInputCommandInteraction } from "discord.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SmallBot } from "./small-bot.ts";
import { startSmallBot, until } from "./small-bot.ts";

let bot: SmallBot;
beforeAll(async () => void (bot = await startSmallBot()));
afterAll(() => bot.close());

const say = (line: string, who = {}) => bot.discord.member(who).say(line);
const content = async (line: string, who = {}) => {
  const turn = await say(line, who);
  expect(turn.error).toBeNull();
  return turn.messages.map((message) => message.content);
};

const names = async (permissions?: string) =>
  (await bot.discord.member({ ...(permissions && { permissions }) }).commands()).map(
    (command) => command.name,
  );

test("a command reaches the bot with its options typed as they were registered", async () => {
  expect(await content("/story part:two words lines:3 tone:long")).toEqual(["part two words, 3 lines, l"]);
});

test("names of another language and text without an option name are understood", async () => {
  expect(await content("/histoire lundi matin", { locale: "fr" })).toEqual([
    "part lundi matin, null lines, null",
  ]);
  expect(await content("/histoire partie:mardi", { locale: "fr" })).toEqual(["part mardi, null lines, null"]);
});

test("a subcommand is found below its command, and needed", async () => {
  const who = { permissions: "40" };
  expect(await content("/settings zone name:Europe/Paris", who)).toEqual(["zone Europe/Paris"]);
  expect((await say("/settings", who)).error).toContain("zone, show");
});

test.each([
  ["/story", "required"],
  ["/story part:x lines:many", "whole number"],
  ["/story part:x lines:10", "bounds"],
  ["/story part:x tone:loud", "short, long"],
  ["/story part:x part:y", "twice"],
  ["/nothing", "There is no command"],
  ["/settings show", "There is no command"],
  ["hello", "begins with /"],
  ["", "begins with /"],
  [">Nothing text", ">Explain this"],
])("%j is refused before it reaches the bot", async (line, reason) => {
  const before = bot.seen.length;
  const turn = await say(line);
  expect(turn.error).toContain(reason);
  expect(turn.messages).toEqual([]);
  expect(bot.seen.length).toBe(before);
});

test("suggestions come for the last option and see the others", async () => {
  const turn = await say("?/story lines:4 part:mon");
  expect(turn).toMatchObject({ error: null, messages: [], choices: [{ name: "mon…", value: "mon:4" }] });
  expect((await say("?/story")).choices).toEqual([{ name: "…", value: ":0" }]);
  expect((await say("?/story part:x tone:lo")).choices).toEqual([{ name: "long", value: "l" }]);
});

test("suggestions for a command that is not yet whole are commands", async () => {
  expect((await say("?/st")).choices).toEqual([{ name: "/story", value: "/story" }]);
  expect((await say("?/hi", { locale: "fr" })).choices).toEqual([{ name: "/histoire", value: "/histoire" }]);
  expect((await say("?/settings z", { permissions: "32" })).choices).toEqual([
    { name: "zone", value: "/settings zone" },
  ]);
});

test("a button is pressed by its label, with or without its mark, and the edited message comes back", async () => {
  const [page] = (await say("/story part:page")).messages;
  const turn = await say("!page 2");
  expect(turn.messages).toMatchObject([{ id: page?.id, content: "pressed go:2" }]);
  expect(turn.messages[0]?.edited_timestamp).not.toBeNull();
  const pressed = bot.seen.at(-1) as ButtonInteraction;
  expect(pressed.message.content).toBe("page 1");
  expect(pressed.component.type).toBe(ComponentType.Button);
});

test("a menu entry is picked by its label, accents or not", async () => {
  await say("/story part:page", { user: "picker" });
  expect((await say("!premiere", { user: "picker" })).messages).toMatchObject([{ content: "picked 1" }]);
});

test.each([
  ["!Off", "disabled"],
  ["!Read", "https://example.org/a"],
  ["!Nowhere", "◀ Page 2 · Off · Read · Première · Second"],
])("%j cannot be pressed", async (line, reason) => {
  await say("/story part:page", { user: "presser" });
  expect((await say(line, { user: "presser" })).error).toContain(reason);
});

test("a message command gets the message with that text", async () => {
  const turn = await say(">expliquer ceci Le conseil a dit non", { user: "Ada" });
  expect(turn.messages).toMatchObject([
    { content: "Ada: Le conseil a dit non", type: MessageType.ContextMenuCommand },
  ]);
});

test("a deferred answer is waited for, and what follows is seen later", async () => {
  const member = bot.discord.member({ guild: "deferrals" });
  const turn = await member.command("story", { part: "later" });
  expect(turn).toMatchObject({ error: null, messages: [{ content: "there it is", edited_timestamp: null }] });
  await until(() => bot.notes.includes("deleted"));
  expect(member.messages().map((message) => message.content)).toEqual(["there it is", "and much more"]);
  expect(member.messages()[1]).toMatchObject({
    type: MessageType.Reply,
    message_reference: { message_id: turn.messages[0]?.id },
  });
  expect(bot.notes).toContain("loading true");
});

test("the first follow-up after a deferral takes its place, and stays as private as it was", async () => {
  const member = bot.discord.member({ guild: "follow" });
  const turn = await member.command("story", { part: "follow" });
  expect(turn.messages).toMatchObject([{ content: "in place", flags: MessageFlags.Ephemeral }]);
  expect(bot.discord.member({ guild: "follow", user: "other" }).messages()).toEqual([]);
});

test("a private answer is seen by the one who asked, and by nobody else", async () => {
  const [mine, other] = ["one", "two"].map((user) => bot.discord.member({ user, guild: "quiet" }));
  await mine?.say("/story part:private");
  await mine?.say("/story part:open");
  expect(mine?.messages()).toMatchObject([
    {
      content: "for you",
      flags: MessageFlags.Ephemeral,
      interaction_metadata: { user: { username: "one" } },
    },
    { content: "part open, null lines, null", flags: 0 },
  ]);
  expect(other?.messages().map((message) => message.content)).toEqual(["part open, null lines, null"]);
  expect((await other?.press(mine?.messages()[0] as never, "go:2"))?.error).toContain("no longer there");
});

test("files are kept, served, and shown in embeds", async () => {
  const [message] = (await say("/story part:picture")).messages;
  const url = message?.embeds[0]?.image?.url ?? "";
  expect(message?.attachments.map((file) => file.filename)).toEqual(["note.txt"]);
  expect(await (await fetch(url)).text()).toBe("not really a picture");
  const note = await fetch(message?.attachments[0]?.url ?? "");
  expect([note.headers.get("content-type"), await note.text()]).toEqual([
    message?.attachments[0]?.content_type,
    "words",
  ]);
  expect((await fetch(url.replace(/\d+\/[^/]*$/, "1/x"))).status).toBe(404);
});

test("a private chat has a user, no member, no guild, and its own channel", async () => {
  const member = bot.discord.member({ user: "Ada", guild: null, locale: "fr" });
  expect((await member.commands()).map((command) => command.name)).toEqual(["story", "Explain this"]);
  expect(await member.say("/story part:alone")).toMatchObject({ error: null });
  const got = bot.seen.at(-1) as ChatInputCommandInteraction;
  expect(got).toMatchObject({ guildId: null, member: null, context: 1, locale: "fr", guildLocale: null });
  expect(got.user.username).toBe("Ada");
  expect(got.authorizingIntegrationOwners).toMatchObject({ 0: "0" });
  expect(bot.discord.member({ user: "Bob", guild: null }).messages()).toEqual([]);
});

test("in a guild the bot sees what Discord sends along", async () => {
  bot.discord.guild("4194304000000000000", { locale: "fr", features: ["COMMUNITY"], appPermissions: "3072" });
  await say("/story part:x", { guild: "4194304000000000000", permissions: "8", locale: "de" });
  const got = bot.seen.at(-1) as ChatInputCommandInteraction;
  expect(got).toMatchObject({ guildId: "4194304000000000000", locale: "de", guildLocale: "fr", context: 0 });
  expect(got.attachmentSizeLimit).toBe(10 * 1024 * 1024);
  expect(got.memberPermissions?.toArray()).toEqual(["Administrator"]);
  expect(got.appPermissions.toArray()).toEqual(["ViewChannel", "SendMessages"]);
  expect(got.channelId).toMatch(/^\d{17,20}$/);
});

test("a command that asks for a permission is seen by those who have it", async () => {
  expect(await names()).not.toContain("settings");
  expect(await names("32")).toContain("settings");
  expect(await names("8")).toContain("settings");
});

test("a second answer is refused with 40060", async () => {
  expect(await content("/story part:twice")).toEqual(["once"]);
  await until(() => bot.errors.some((error) => error.code === 40060));
});
