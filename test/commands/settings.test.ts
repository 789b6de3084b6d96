import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settings } from "../../commands/settings.ts";
import type { Context, Server } from "../../src/bot/command.ts";
import { DEFAULT_SETTINGS } from "../../src/cache/settings.ts";
import { NO_PICTURES } from "../../src/picture/pictures.ts";
import { wordsOf } from "../../src/text/messages.ts";
import { answered, isPrivate, MANAGER, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";
import { lookups } from "../support/story.ts";

let folder: string;
let bot: TestBot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "feuilleton-"));
  bot = await startTestBot(join(folder, "data.sqlite"));
});
afterAll(async () => {
  await bot.stop();
  await rm(folder, { recursive: true });
});

const manager = (guild: string, locale = "en-US") =>
  bot.discord.member({ ...MANAGER, user: "manager", guild, locale });
const member = (guild: string | null, locale = "en-US") =>
  bot.discord.member({ user: "member", guild, locale });
const said = async (who: ReturnType<typeof manager>, line: string) => textOf(await answered(who.say(line)));

const suggested = async (typed: string) =>
  (await manager("zone").say(`?/settings zone name:${typed}`)).choices ?? [];

describe("/settings", () => {
  test("shows all settings, for the manager alone, in his language", async () => {
    const shown = await answered(manager("fresh").say("/settings show"));
    expect(isPrivate(shown)).toBe(true);
    for (const part of ["as Discord is set", "Europe/Paris", "public:", "/timeline", "Check this"])
      expect(textOf(shown)).toContain(part);
    const french = await said(manager("fresh", "fr"), "/réglages voir");
    for (const part of ["celle de Discord", "publiques", "/chronologie", "Vérifier"])
      expect(french).toContain(part);
  });

  test("changes the language of public answers, and of nobody’s private ones", async () => {
    expect(await said(manager("lang"), "/settings language value:French")).toMatch(/^.*\n✔ .*French/s);
    expect(await said(member("lang"), "/timeline day:lundi")).toMatch(/^Lundi 20 novembre 2023/);
    expect(await said(member("lang"), "/timeline day:blurf")).toMatch(/^I find no day/);
    await said(manager("lang"), "/settings language value:English");
    expect(await said(member("lang", "fr"), "/timeline day:lundi")).toMatch(/^Monday 20 November 2023/);
    await said(manager("lang"), "/settings language value:discord");
    expect(await said(member("lang", "fr"), "/timeline day:lundi")).toMatch(/^Lundi 20 novembre 2023/);
  });

  test("changes the zone in which days and hours are given", async () => {
    expect(await said(manager("zone"), "/settings zone name:san francisco")).toContain("America/Los_Angeles");
    const sunday = await said(member("zone"), "/timeline day:dimanche");
    expect(sunday).toMatch(/^Sunday 19 November 2023/);
    expect(sunday).toMatch(/\*\*23:53\*\* \*\*Microsoft hires Altman/);
    expect(sunday).toContain("San Francisco time");
    expect(await said(manager("zone"), "/settings zone name:EUROPE/paris")).toContain("Europe/Paris");
    expect(await said(member("zone"), "/timeline day:lundi")).toContain("**08:53**");
  });

  test("suggests zones by name and by cities that other zones are named after", async () => {
    expect(await suggested("montr")).toContainEqual({
      name: "America/Toronto (Montreal)",
      value: "America/Toronto",
    });
    expect((await suggested("tokyo"))[0]?.value).toBe("Asia/Tokyo");
    expect((await suggested(""))[0]?.value).toBe("Europe/Paris");
    expect((await suggested("a")).length).toBeLessThanOrEqual(25);
  });

  test("refuses what is no zone, and offers right ones that can be picked", async () => {
    const before = await said(manager("wrong"), "/settings show");
    const refused = await answered(manager("wrong").say("/settings zone name:Mars/Phobos"));
    expect(textOf(refused)).toContain("`Mars/Phobos`");
    expect(textOf(refused)).toContain("`Europe/Paris`");
    expect(await said(manager("wrong"), "/settings show")).toBe(before);
    expect(waysOn(refused)).toEqual(["Choose a time zone…"]);
    const picked = await answered(manager("wrong").pick(refused, "settings:zone", ["America/Toronto"]));
    expect(textOf(picked)).toContain("✔ The time zone is changed.");
    expect(textOf(picked)).toContain("America/Toronto");
    const several = await answered(manager("wrong").say("/settings zone name:CST"));
    expect(textOf(several)).toBe("Several time zones are called `CST`. Which one do you mean?");
    expect(JSON.stringify(several.components)).toContain("Asia/Shanghai");
  });

  test("makes answers private unless they are shared", async () => {
    await said(manager("quiet"), "/settings answers visibility:private");
    expect(isPrivate(await answered(member("quiet").say("/timeline day:lundi")))).toBe(true);
    expect(isPrivate(await answered(member("quiet").say("/quote")))).toBe(true);
    await said(manager("quiet"), "/settings answers visibility:public");
    expect(isPrivate(await answered(member("quiet").say("/timeline day:lundi")))).toBe(false);
  });

  test("switches a command off: it says so privately, nothing leads to it, and help leaves it out", async () => {
    const early = await answered(member("off").say("/source event:microsoft"));
    expect(waysOn(early).some((label) => label.startsWith("Quotes"))).toBe(true);
    expect(await said(manager("off", "fr"), "/réglages commande nom:Citation état:off")).toContain(
      "désactivées\u00a0: /citation",
    );
    const refused = await answered(member("off", "fr").say("/citation personne:Altman"));
    expect(textOf(refused)).toBe("La commande /citation est désactivée sur ce serveur.");
    expect(isPrivate(refused)).toBe(true);
    expect((await member("off").say("?/quote person:alt")).choices).toEqual([]);
    const source = await answered(member("off").say("/source event:microsoft"));
    expect(waysOn(source).some((label) => label.startsWith("Quotes"))).toBe(false);
    expect(await said(member("off"), "/help")).not.toContain("/quote");
    const pressed = await answered(member("off").press(early, "quote:event:msft-hires:0"));
    expect(textOf(pressed)).toBe("/quote is switched off on this server.");

    expect(await said(manager("off"), "/settings command name:/quote state:on")).toContain("✔ /quote is on.");
    expect(await said(member("off"), "/quote person:Altman")).toMatch(/^In the words of Sam Altman/);
  });

  test("switches the message command too, by any of its names, but never itself", async () => {
    expect(await said(manager("menu"), "/settings command name:Vérifier state:off")).toContain(
      "✔ Check this is off.",
    );
    expect(await said(member("menu"), ">Check this Altman")).toBe(
      "Check this is switched off on this server.",
    );
    const refused = await said(manager("menu"), "/settings command name:settings state:off");
    expect(refused).toMatch(/`settings`.*\/timeline, /s);
    expect(refused).not.toContain("/settings,");
    const { choices } = await manager("menu").say("?/settings command name:");
    expect(choices?.map(({ value }) => value)).not.toContain("settings");
    expect(await said(manager("menu"), "/settings show")).toContain("off: Check this");
  });

  test("switches two commands at the same time, and loses neither", async () => {
    await Promise.all(
      ["quote", "about"].map((name) => said(manager("both"), `/settings command name:${name} state:off`)),
    );
    expect(await said(manager("both"), "/settings show")).toMatch(/off: (\/quote, \/about|\/about, \/quote)/);
  });

  test("of one server are not those of another, nor of private messages", async () => {
    await said(manager("one"), "/settings language value:French");
    await said(manager("two"), "/settings zone name:Asia/Tokyo");
    expect(await said(manager("one"), "/settings show")).not.toContain("Tokyo");
    expect(await said(manager("two"), "/settings show")).not.toContain("French");
    expect(await said(member("two"), "/timeline day:lundi")).toMatch(/^Monday/);
    expect(await said(member(null), "/timeline day:lundi")).toMatch(/^Monday.*Paris time/s);
  });

  test("outlive a restart, and a reset brings the defaults back for good", async () => {
    await said(manager("lasting"), "/settings language value:French");
    await said(manager("lasting"), "/settings command name:about state:off");
    await bot.restart();
    expect(await said(manager("lasting"), "/settings show")).toMatch(/French.*off: \/about/s);
    expect(await said(member("lasting"), "/timeline day:lundi")).toMatch(/^Lundi/);
    expect(await said(manager("lasting"), "/settings reset")).toContain("as Discord is set");
    await bot.restart();
    expect(await said(manager("lasting"), "/settings show")).toMatch(/as Discord is set(?!.*off:)/s);
  });

  test("are not seen by members who may not manage the server, nor outside servers", async () => {
    expect((await member("fresh").say("/settings show")).error).toContain("no command “/settings”");
    expect((await member(null).say("/settings show")).error).toContain("no command “/settings”");
    expect(await said(member("fresh"), "/help")).not.toContain("/settings");
    expect(await said(manager("fresh"), "/help")).toContain("/settings");
  });
});

/** A server whose settings nobody may touch: each change is a failure of the test. */
const untouchable = (mayManage: boolean): Server => ({
  settings: DEFAULT_SETTINGS,
  mayManage,
  change: () => Promise.reject(new Error("changed")),
  reset: () => Promise.reject(new Error("reset")),
});
const contextIn = (server: Server | null): Context => ({
  lookups,
  language: "en",
  zone: "Europe/Paris",
  random: () => 0,
  pictures: NO_PICTURES,
  commands: [settings],
  version: "feuilleton 0",
  server,
  cached: async (_question, compute) => compute(),
});
const shownBy = async (asked: ReturnType<typeof settings.answer>) => {
  const reply = await asked;
  expect(reply.visibility).toBe("private");
  const message = reply.show({ language: "en", words: wordsOf("en"), zone: "Europe/Paris" });
  return message.content ?? message.embeds?.[0]?.description;
};

describe("the handler of /settings", () => {
  test("refuses a member without Manage Server, whatever he asks for, though Discord let him through", async () => {
    const context = contextIn(untouchable(false));
    for (const [subcommand, options] of Object.entries({
      show: {},
      language: { value: "fr" },
      zone: { name: "Europe/Paris" },
      answers: { visibility: "private" },
      command: { name: "quote", state: "off" },
      reset: {},
    } as Record<string, Record<string, string>>))
      expect(await shownBy(settings.answer({ subcommand, options }, context))).toMatch(/Manage Server/);
    const picked = await settings.press?.({ action: "zone", details: [], picked: ["Asia/Tokyo"] }, context);
    expect(picked && (await shownBy(Promise.resolve(picked)))).toMatch(/Manage Server/);
    expect(
      settings.complete?.({ subcommand: "zone", option: "name", typed: "a", options: {} }, context),
    ).toEqual([]);
  });

  test("refuses values that are none, and lists the right ones", async () => {
    const context = contextIn(untouchable(true));
    const asked = (subcommand: string, options: Record<string, string>) =>
      shownBy(settings.answer({ subcommand, options }, context));
    expect(await asked("language", { value: "klingon" })).toMatch(/`klingon`.*fr, en, discord/);
    expect(await asked("language", { value: "__proto__" })).toMatch(/fr, en, discord/);
    expect(await asked("answers", { visibility: "loud" })).toMatch(/`loud`.*public, private/);
    expect(await asked("zone", { name: "+25:00" })).toMatch(/`Europe\/Paris`/);
    expect(await asked("command", { name: "nonsense", state: "off" })).toMatch(/`nonsense`/);
  });

  test("works in servers only", async () => {
    expect(await shownBy(settings.answer({ subcommand: "show", options: {} }, contextIn(null)))).toMatch(
      /belong to a server/,
    );
  });
});
