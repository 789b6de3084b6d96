import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { settings } from "../../commands/settings.ts";
import { commandName, descriptionIn, isSlash, nameIn } from "../../src/view/definitions.ts";
import { answered, isPrivate, MANAGER, startTestBot, textOf, type TestBot } from "../support/bot.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

const manager = (locale: string) => bot.discord.member({ ...MANAGER, user: `manager-${locale}`, locale });

describe.each([
  { locale: "fr", language: "fr", line: "/aide", all: "Toutes les commandes", hint: "obligatoire" },
  { locale: "en-US", language: "en", line: "/help", all: "All commands", hint: "required" },
] as const)("help in $locale", ({ locale, language, line, all, hint }) => {
  test("lists every command as its definition tells it, privately", async () => {
    const shown = await answered(manager(locale).say(line));
    expect(isPrivate(shown)).toBe(true);
    for (const { definition } of commands) {
      expect(textOf(shown)).toContain(commandName(definition, language));
    }
    for (const definition of commands.map((command) => command.definition).filter(isSlash))
      expect(textOf(shown)).toContain(descriptionIn(definition, language));
  });

  test("tells what is optional, and what follows a command that has subcommands", async () => {
    const text = textOf(await answered(manager(locale).say(line)));
    const [day, subcommands, open] =
      language === "fr"
        ? ["`[jour]`", "puis, au choix\u00A0: `voir`, `langue`", "`événement`"]
        : ["`[day]`", "then one of: `show`, `language`", "`event`"];
    for (const shown of [day, subcommands, open]) expect(text).toContain(shown);
  });

  test("opens each command with all its options, and leads back", async () => {
    let shown = await answered(manager(locale).say(line));
    const overview = textOf(shown);
    for (const { definition } of commands) {
      shown = await answered(manager(locale).say(`!${commandName(definition, language)}`));
      for (const option of (isSlash(definition) && definition.options) || []) {
        expect(textOf(shown)).toContain(nameIn(option, language));
        expect(textOf(shown)).toContain(descriptionIn(option, language));
      }
      shown = await answered(manager(locale).say(`!${all}`));
      expect(textOf(shown)).toBe(overview);
    }
  });

  test("tells required options from others", async () => {
    await answered(manager(locale).say(line));
    const source = commands.find(({ definition }) => definition.name === "source")?.definition;
    if (!source) throw new Error("no /source");
    const shown = await answered(manager(locale).say(`!${commandName(source, language)}`));
    expect(textOf(shown)).toContain(`(${hint})`);
  });

  test("names the choices of an option in place of a description that would repeat them", async () => {
    await answered(manager(locale).say(line));
    const shown = await answered(manager(locale).say(`!${commandName(settings.definition, language)}`));
    const choices = language === "fr" ? "au choix\u00A0: active, désactivée" : "one of: on, off";
    expect(textOf(shown)).toMatch(new RegExp(`\\(${hint}\\) — ${choices}$`, "m"));
  });
});

test("help leaves out what can't be used in private messages", async () => {
  const alone = textOf(await answered(bot.discord.member({ guild: null }).say("/help")));
  expect(alone).toContain("/timeline");
  expect(alone).not.toContain("/settings");
});
