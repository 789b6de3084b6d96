import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "../../src/local-discord/index.ts";
import { runPrompt } from "../../src/local-discord/prompt.ts";
import { suggestions } from "../../src/local-discord/suggest.ts";
import { startSmallBot, until, type SmallBot } from "./small-bot.ts";

let bot: SmallBot;
beforeAll(async () => void (bot = await startSmallBot()));
afterAll(() => bot.close());

const words = {
  private: "only you",
  thinking: "thinking",
  picture: "picture",
  welcome: "Welcome",
  nothing: "nothing to suggest",
};

const becomes = async (typed: string, who = {}) => {
  const member = bot.discord.member(who);
  const page = typed.startsWith("!") ? (await member.say("/story part:page")).messages[0] : null;
  return (await suggestions(member, typed, page ?? null)).map((one) => `${one.label} → ${one.line}`);
};

describe("what a line could become", () => {
  test.each<[string, string[], object?]>([
    ["/", ["/story → /story "]],
    ["/st", ["/story → /story "]],
    ["/hi", ["/histoire → /histoire "], { locale: "fr" }],
    ["/story", ["/story → /story "]],
    ["/story ", ["… → /story part:… "]],
    ["/histoire ", ["… → /histoire partie:… "], { locale: "fr" }],
    ["/story mon", ["mon… → /story part:mon… "]],
    ["/story part:mon", ["mon… → /story part:mon… "]],
    ["/story li", ["lines: → /story lines:", "li… → /story part:li… "]],
    ["/story part:one ", ["lines: → /story part:one lines:", "tone: → /story part:one tone:"]],
    ["/story part:one t", ["tone: → /story part:one tone:", "one t… → /story part:one t… "]],
    ["/story part:one tone:lo", ["long → /story part:one tone:long "]],
    ["/settings ", ["zone → /settings zone ", "show → /settings show "], { permissions: "32" }],
    ["!", ["◀ Page 2 → !◀ Page 2", "Première → !Première", "Second → !Second"]],
    ["!pa", ["◀ Page 2 → !◀ Page 2"]],
    [">ex", ["Explain this → >Explain this "]],
    [">", ["Expliquer ceci → >Expliquer ceci "], { locale: "fr" }],
    ["/nope ", []],
    ["hello", []],
  ])("%j", async (typed, expected, who) => {
    expect(await becomes(typed, who)).toEqual(expected);
  });
});

/** The prompt on streams that look like a terminal; `shown` is what it has written, controls taken out. */
function terminal(member: Member, welcome = words.welcome) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let text = "";
  output.on("data", (chunk) => (text += String(chunk)));
  const done = runPrompt({
    member,
    input,
    output,
    words: { ...words, welcome },
    zone: "Europe/Paris",
    now: () => 0,
  });
  const shown = () => stripVTControlCharacters(text);
  return { done, input, shown, sees: (part: string) => until(() => shown().includes(part)) };
}

test("Tab completes, Enter sends, the answer is laid out, a button is pressed, /quit leaves", async () => {
  const { done, input, sees, shown } = terminal(bot.discord.member({ guild: "prompt" }));
  await sees("Welcome");
  input.write("/st\t");
  await sees("› /story ");
  input.write("part:page\r");
  await sees("[ ◀ Page 2 ] ( Off )");
  expect(shown()).toContain("▾ Open …\n  1. Première\n  2. Second");
  input.write("!page\r");
  await sees("pressed go:2");
  input.write("/story part:private\r");
  await sees("● only you\nfor you");
  input.write("/nope\r");
  await sees("There is no command “/nope”");
  input.write("/quit\r");
  await done;
});

test("Tab completes to the name that is suggested, and Enter sends the value behind it", async () => {
  const { done, input, sees, shown } = terminal(bot.discord.member({ guild: "names" }));
  await sees("Welcome");
  input.write("/story part:mon\t");
  await sees("› /story part:mon… ");
  input.write("\r");
  await sees("part mon:0");
  expect(shown()).not.toContain("part:mon:0");
  input.write("/quit\r");
  await done;
});

test("what can’t be sent is refused in the member’s language", async () => {
  const { done, input, sees, shown } = terminal(bot.discord.member({ guild: "words", locale: "fr" }));
  await sees("Welcome");
  input.write("/nope\r");
  await sees("Il n’y a pas de commande «\u00A0/nope\u00A0». Il existe\u00A0: /histoire.");
  input.write("!Page\r");
  await sees("Il n’y a pas encore de réponse");
  input.write("/histoire partie:x tone:y\r");
  await sees("attend l’une de ces valeurs");
  input.write("/quit\r");
  await done;
  expect(shown()).not.toContain("There is");
});

test("Tab lists the names when there are several, and says when there is nothing", async () => {
  const { done, input, sees, shown } = terminal(bot.discord.member({ permissions: "32" }));
  await sees("Welcome");
  input.write("/story part:one \t");
  await sees("  lines:\n  tone:\n");
  expect(shown().trimEnd()).toMatch(/› \/story part:one$/);
  input.write("\u0015nothing\t");
  await sees("  nothing to suggest");
  input.write("\u0003");
  await done;
});

test("what is typed before an answer has come goes on where it ended", async () => {
  const { done, input, sees } = terminal(bot.discord.member({ guild: "ahead" }));
  await sees("Welcome");
  input.write("/story part:page\r/story pa");
  await sees("[ ◀ Page 2 ]");
  await sees("› /story pa");
  input.write("rt:ahead\r");
  await sees("part ahead");
  input.write("/quit\r");
  await expect(done).resolves.toBeUndefined();
});

test("the welcome is broken between words", async () => {
  const welcome = `Welcome ${"to all who type ".repeat(20)}`.trim();
  const { done, input, sees, shown } = terminal(bot.discord.member(), welcome);
  await sees("› ");
  const lines = shown().split("›")[0]?.trim().split("\n") ?? [];
  expect(lines.length).toBeGreaterThan(3);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
  expect(lines.map((line) => line.trim()).join(" ")).toBe(welcome);
  input.write("\u0004");
  await done;
});

test("Ctrl-D on an empty line leaves", async () => {
  const { done, input, sees } = terminal(bot.discord.member());
  await sees("Welcome");
  input.write("\u0004");
  await expect(done).resolves.toBeUndefined();
});

test("what came after an answer is shown with the next one", async () => {
  const { done, input, sees } = terminal(bot.discord.member({ guild: "late" }));
  await sees("Welcome");
  input.write("/story part:later\r");
  await sees("there it is");
  await until(() => bot.notes.includes("deleted"));
  input.write("/story part:next\r");
  await sees("and much more");
  await sees("part next");
  input.end();
  await expect(done).resolves.toBeUndefined();
});
