import type { APIMessage } from "discord-api-types/v10";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownLines } from "../../src/local-discord/markdown.ts";
import { clean, columns, type Look } from "../../src/local-discord/terminal-text.ts";
import { layMessage } from "../../src/local-discord/terminal.ts";

const plain: Look = {
  width: 40,
  color: false,
  links: false,
  zone: "Europe/Paris",
  locale: "fr",
  now: Date.parse("2023-11-20T12:00:00Z"),
};
const rich: Look = { ...plain, color: true, links: true };
const words = { private: "Vous seul le voyez", thinking: "réfléchit…", picture: "image" };
const lay = (message: object, look = plain) =>
  layMessage(
    {
      content: "",
      embeds: [],
      attachments: [],
      components: [],
      flags: 0,
      ...message,
    } as unknown as APIMessage,
    look,
    words,
  );
const mark = (text: string, look = plain, width = 40) => markdownLines(look, text, width).join("\n");
const row = (...components: object[]) => ({ components: [{ type: 1, components }] });

describe("markdown", () => {
  test.each([
    [
      "**gras** *italique* _souligné_ __trait__ ~~biffé~~ ||caché||",
      "gras italique souligné trait biffé caché",
    ],
    ["***both***", "both"],
    ["snake_case_name, 2 * 3 * 4, a_b", "snake_case_name, 2 * 3 * 4, a_b"],
    ["\\*not\\* \\_this\\_ \\[x\\](y)", "*not* _this_ [x](y)"],
    ["**open and `odd", "**open and `odd"],
    ["`**code**` and ``a`b``", "**code** and a`b"],
    ["[Axios](https://a.org)", "Axios (https://a.org)"],
    ["[x](https://a.org/y_(z))", "x (https://a.org/y_(z))"],
    ["[**bold** label](<https://a.org>)", "bold label (https://a.org)"],
    ["[no](javascript:alert(1))", "[no](javascript:alert(1))"],
    ["see https://a.org/b_c_d.", "see https://a.org/b_c_d."],
    ["<https://a.org>", "https://a.org"],
    ["<@175> <#176> <@&177> </timeline:178> <:own:179>", "@175 #176 @177 /timeline :own:"],
    ["# Titre", "Titre"],
    ["-# petit", "petit"],
    ["- un\n  - deux\n* trois\n1. quatre", "• un\n  • deux\n• trois\n1. quatre"],
    ["> cité\nlibre", "│ cité\nlibre"],
    [">>> un\ndeux", "│ un\n│ deux"],
    ["```js\n**raw** <t:0>\n```\nafter", "  **raw** <t:0>\nafter"],
    ["```one line```", "  one line"],
  ])("%j", (text, expected) => {
    expect(mark(text)).toBe(expected);
  });

  test("styles and links are marked where the terminal can show them", () => {
    expect(mark("**a** [b](https://a.org)", rich)).toBe(
      "\u001b[1ma\u001b[22m \u001b]8;;https://a.org\u0007\u001b[4mb\u001b[24m\u001b]8;;\u0007",
    );
  });

  test.each([
    ["<t:1700466808:t>", "08:53"],
    ["<t:1700466808:T>", "08:53:28"],
    ["<t:1700466808:d>", "20/11/2023"],
    ["<t:1700466808:D>", "20 novembre 2023"],
    ["<t:1700466808>", "20 novembre 2023 à 08:53"],
    ["<t:1700466808:F>", "lundi 20 novembre 2023 à 08:53"],
    ["<t:1700466808:R>", "il y a 4 heures"],
    ["<t:1700576808:R>", "demain"],
    ["<t:9999999999999:f>", "<t:9999999999999:f>"],
  ])("%s is told in the reader's zone and language", (text, expected) => {
    expect(mark(text, plain, 80).replace(/[\u00a0\u202f]/g, " ")).toBe(expected);
  });

  test("the same instant reads otherwise elsewhere", () => {
    const there = { ...plain, zone: "America/Los_Angeles", locale: "en-US" };
    expect(mark("<t:1700466808:F>", there, 80).replace(/\u202f/g, " ")).toBe(
      "Sunday, November 19, 2023 at 11:53 PM",
    );
  });

  test("lines are broken at spaces, by what they take on the screen", () => {
    expect(mark("un deux trois quatre", plain, 9)).toBe("un deux\ntrois\nquatre");
    expect(mark("日本 日本 日本", plain, 9)).toBe("日本 日本\n日本");
    expect(mark("日本語日本語", plain, 6)).toBe("日本語\n日本語");
    expect(mark("😀😀 😀😀", plain, 5)).toBe("😀😀\n😀😀");
    expect(mark("e\u0301te\u0301 e\u0301te\u0301", plain, 7)).toBe("été été");
    expect(mark("«\u00a0oui\u00a0» dit-il", plain, 9)).toBe("«\u00a0oui\u00a0»\ndit-il");
    expect(mark("- un deux trois", plain, 9)).toBe("• un deux\n  trois");
    expect(mark("a anticonstitutionnellement b", plain, 9)).toBe("a\nanticonstitutionnellement\nb");
  });
});

describe("a message", () => {
  test("an embed has a bar, its parts one below the other, and its picture as a link", () => {
    const embed = {
      title: "Titre",
      url: "https://a.org",
      author: { name: "Auteur" },
      description: "Texte",
      color: 0xff8800,
      fields: [{ name: "Champ", value: "valeur" }],
      image: { url: "https://a.org/i.png" },
      footer: { text: "pied" },
      timestamp: "2023-11-20T07:53:28.000Z",
    };
    expect(lay({ embeds: [embed] }).replace(/[\u00a0\u202f]/g, " ")).toBe(
      [
        "▌ Auteur",
        "▌ Titre (https://a.org)",
        "▌",
        "▌ Texte",
        "▌",
        "▌ Champ",
        "▌ valeur",
        "▌",
        "▌ image (https://a.org/i.png)",
        "▌",
        "▌ pied · 20 novembre 2023 à 08:53",
      ].join("\n"),
    );
    expect(lay({ embeds: [embed] }, rich)).toContain("\u001b[38;2;255;136;0m▌\u001b[39m");
  });

  test("inline fields stand side by side where they find room, and below each other where not", () => {
    const fields = [1, 2].map((n) => ({ name: `Nom ${n}`, value: `v${n}`, inline: true }));
    expect(lay({ embeds: [{ fields }] }, { ...plain, width: 42 })).toBe(
      "▌ Nom 1                Nom 2\n▌ v1                   v2",
    );
    expect(lay({ embeds: [{ fields }] }, { ...plain, width: 30 })).toBe("▌ Nom 1\n▌ v1\n▌\n▌ Nom 2\n▌ v2");
  });

  test("buttons, links and menus can be told apart, and a button is never broken", () => {
    const buttons = [
      { type: 2, style: 1, label: "dim. 19", emoji: { name: "◀" } },
      { type: 2, style: 2, label: "mar. 21", disabled: true },
      { type: 2, style: 5, label: "Lire", url: "https://a.org" },
    ];
    expect(lay(row(...buttons), { ...plain, links: true })).toBe(
      "[ ◀ dim. 19 ] ( mar. 21 )\n".trimEnd() + " [ \u001b]8;;https://a.org\u0007Lire ↗\u001b]8;;\u0007 ]",
    );
    expect(lay(row(...buttons), { ...plain, width: 26 })).toBe(
      "[ ◀ dim. 19 ] ( mar. 21 )\n[ Lire ↗ (https://a.org) ]",
    );
    const options = [
      { label: "Un", value: "1", description: "le premier" },
      { label: "Deux", value: "2" },
    ];
    expect(lay(row({ type: 3, placeholder: "Ouvrir…", options }))).toBe(
      "▾ Ouvrir…\n  1. Un — le premier\n  2. Deux",
    );
  });

  test("a private answer, a promised one and files say so", () => {
    expect(lay({ flags: 64, content: "a" })).toBe("● Vous seul le voyez\na");
    expect(lay({ flags: 128 })).toBe("réfléchit…");
    expect(lay({ attachments: [{ filename: "a.txt", url: "http://127.0.0.1/a" }] })).toBe(
      "a.txt (http://127.0.0.1/a)",
    );
  });

  test("text of Components V2 is shown, too", () => {
    const section = {
      type: 9,
      components: [{ type: 10, content: "**texte**" }],
      accessory: { type: 2, style: 1, label: "Aller" },
    };
    expect(lay({ components: [{ type: 17, components: [section] }] })).toBe("texte\n[ Aller ]");
  });
});

/** Texts with all that could drive a terminal mixed in. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\u001b[2J",
        "\u001b]0;t\u0007",
        "\u009b31m",
        "\r",
        "\b",
        "\u202e",
        "**",
        "[a](https://a.org/\u0007)",
        "`",
      ),
    ),
  )
  .map((parts) => parts.join(" "));

/** What drives a terminal, or turns the direction of writing; a line break may stand. */
const control = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

test("nothing in a message reaches the terminal as a control", () => {
  fc.assert(
    fc.property(nasty, nasty, (one, two) => {
      const embed = {
        title: one,
        description: two,
        author: { name: one },
        footer: { text: two },
        fields: [{ name: one, value: two }],
      };
      const buttons = row(
        { type: 2, style: 1, label: one },
        { type: 2, style: 5, label: two, url: `https://a.org/${one}` },
      );
      const out = lay({
        content: one,
        embeds: [embed],
        ...buttons,
        attachments: [{ filename: two, url: two }],
      });
      expect(out).not.toMatch(control);
    }),
  );
});

test("with colours and links, no control is there but those of the layout", () => {
  // A colour, or a hyperlink's start or end: what may stand behind an escape.
  const own = /^(?:\[[\d;]*m|\]8;;\P{Cc}*\p{Cc})/u;
  fc.assert(
    fc.property(nasty, (text) => {
      const out = lay({ content: text, embeds: [{ title: text, url: `https://a.org/${text}` }] }, rich);
      const [before, ...parts] = out.split("\u001b");
      for (const part of parts) expect(part).toMatch(own);
      expect([before, ...parts.map((part) => part.replace(own, ""))].join("")).not.toMatch(control);
    }),
  );
});

test("no line is wider than the terminal, unless it is one word", () => {
  const word = fc.string({
    unit: fc.constantFrom("a", "é", "日", "😀", "e\u0301", "Z"),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 12, max: 100 }), (parts, width) => {
      const text = parts.join(" ");
      const out = lay(
        {
          content: text,
          embeds: [{ description: text, fields: [{ name: "n", value: text || "v", inline: true }] }],
        },
        { ...plain, width },
      );
      const wide = out.split("\n").filter((line) => columns(line) > width);
      for (const line of wide) expect(line.replace(/^▌ /, "").trim()).not.toContain(" ");
      const content = out.split("▌")[0] ?? "";
      expect(content.replace(/\s/g, "")).toBe(text.normalize().replace(/\s/g, ""));
    }),
  );
});

test("cleaning keeps what is read", () => {
  expect(clean("a\u001b[31mb\u001b[0m\tc\r\nd\u0007\u202ee 👩‍👩‍👧 «\u00a0x\u00a0»")).toBe(
    "ab c\nde 👩‍👩‍👧 «\u00a0x\u00a0»",
  );
});
