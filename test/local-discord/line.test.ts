import type { APIApplicationCommand } from "discord-api-types/v10";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLine } from "../../src/local-discord/line.ts";

const option = (name: string, fr?: string) => ({
  type: 3,
  name,
  description: name,
  ...(fr && { name_localizations: { fr } }),
});
const commands = [
  {
    type: 1,
    name: "timeline",
    name_localizations: { fr: "chronologie" },
    options: [option("day", "jour"), option("zone")],
  },
  { type: 1, name: "quote", options: [option("person", "personne"), option("about")] },
  { type: 1, name: "help" },
  {
    type: 1,
    name: "settings",
    options: [
      { type: 1, name: "language", options: [option("to")] },
      { type: 2, name: "more", options: [{ type: 1, name: "zone" }] },
    ],
  },
  { type: 3, name: "Explain", name_localizations: { fr: "Expliquer" } },
  { type: 3, name: "Explain this" },
] as unknown as APIApplicationCommand[];
const parse = (line: string, locale = "en-US") => parseLine(line, commands, locale);
const command = (name: string, options = {}) => ({ kind: "command", name, options });
const complete = (name: string, options: Record<string, string>, focused: string) => ({
  kind: "complete",
  name,
  options,
  focused,
});

describe("a slash command", () => {
  test.each([
    ["/timeline", command("timeline")],
    ["/timeline day:lundi", command("timeline", { day: "lundi" })],
    ["/timeline day: lundi 20 novembre ", command("timeline", { day: "lundi 20 novembre" })],
    ["/timeline lundi", command("timeline", { day: "lundi" })],
    ["  /timeline   lundi zone:Europe/Paris", command("timeline", { day: "lundi", zone: "Europe/Paris" })],
    ["/TIMELINE DAY:lundi", command("timeline", { day: "lundi" })],
    ["/chronologie jour:lundi", command("timeline", { day: "lundi" })],
    [
      "/quote person:Altman about:the board: again",
      command("quote", { person: "Altman", about: "the board: again" }),
    ],
    ["/quote about:x person:", command("quote", { about: "x", person: "" })],
    ["/quote https://example.org/a:b", command("quote", { person: "https://example.org/a:b" })],
    ["/quote xperson:y", command("quote", { person: "xperson:y" })],
    ["/timeline day:à 8:53", command("timeline", { day: "à 8:53" })],
    ["/settings language to:fr", command("settings language", { to: "fr" })],
    ["/settings language fr", command("settings language", { to: "fr" })],
    ["/settings more zone", command("settings more zone")],
    ["/quote person:two\nlines", command("quote", { person: "two\nlines" })],
  ])("%j", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  test.each([
    ["/nope", "no command “/nope”. There are: /timeline, /quote, /help, /settings."],
    ["/", "no command “/”"],
    ["/help me", "/help takes no options"],
    ["/timeline lundi day:mardi", "“day” is given twice"],
    ["/settings", "needs one of: language, more"],
    ["/settings language:fr", "needs one of: language, more. Write: /settings language to:fr"],
    ["/settings more", "needs one of: zone"],
    ["timeline", "begins with /"],
    ["!", "begins with /"],
    ["{}", "for example /timeline"],
    ["> Nope", "There are: >Explain, >Explain this"],
  ])("%j is none, and the reason helps", (line, reason) => {
    expect(parse(line)).toMatchObject({ kind: "error", message: expect.stringContaining(reason) });
  });
});

describe("a completion", () => {
  test.each([
    ["?/timeline", complete("timeline", { day: "" }, "day")],
    ["?/timeline day:", complete("timeline", { day: "" }, "day")],
    ["?/timeline day:lun", complete("timeline", { day: "lun" }, "day")],
    ["?/timeline lun", complete("timeline", { day: "lun" }, "day")],
    ["?/quote person:Altman about:le", complete("quote", { person: "Altman", about: "le" }, "about")],
    ["?/settings language f", complete("settings language", { to: "f" }, "to")],
    ["?/help", { kind: "choices", choices: [] }],
    ["?/nope", { kind: "choices", choices: [] }],
    ["?/ti", { kind: "choices", choices: [{ name: "/timeline", value: "/timeline" }] }],
    ["?/settings l", { kind: "choices", choices: [{ name: "language", value: "/settings language" }] }],
  ])("%j", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  test("names commands in the member's language", () => {
    expect(parse("?/chr", "fr")).toEqual({
      kind: "choices",
      choices: [{ name: "/chronologie", value: "/chronologie" }],
    });
    const all = parse("?/");
    expect(all.kind === "choices" && all.choices.length).toBe(4);
  });
});

test.each([
  ["!Sources (9)", { kind: "press", label: "Sources (9)" }],
  ["! ◀ dim. 19 ", { kind: "press", label: "◀ dim. 19" }],
  [">Explain this text", { kind: "apply", name: "Explain this", text: "text" }],
  [">explain that", { kind: "apply", name: "Explain", text: "that" }],
  ["> Expliquer ceci", { kind: "apply", name: "Explain", text: "ceci" }],
])("%j", (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

/** A value that the grammar leaves whole: no edge spaces, and nothing in it that reads as an option. */
const value = fc
  .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !/(^|\s)(day|jour|zone):/iu.test(text));

test("whatever is typed as a value comes out as it was", () => {
  fc.assert(
    fc.property(value, value, (day, zone) => {
      expect(parse(`/timeline day:${day} zone:${zone}`)).toEqual(command("timeline", { day, zone }));
      expect(parse(`/timeline zone:${zone} jour:${day}`)).toEqual(command("timeline", { day, zone }));
      expect(parse(`/timeline ${day}`)).toEqual(command("timeline", { day }));
      expect(parse(`?/timeline day:${day}`)).toMatchObject({
        kind: "complete",
        options: { day },
        focused: "day",
      });
    }),
  );
});

test("no line makes the parser throw, and every one comes out as one of its kinds", () => {
  const start = fc.constantFrom(
    "",
    "/",
    "?/",
    "!",
    ">",
    "/timeline ",
    "?/quote person:",
    "/settings ",
    ">Explain ",
  );
  const kinds = ["command", "complete", "choices", "press", "apply", "error"];
  fc.assert(
    fc.property(start, fc.string({ unit: "binary" }), (before, rest) => {
      expect(kinds).toContain(parse(before + rest).kind);
    }),
  );
});
