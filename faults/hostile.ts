import * as fc from "fast-check";

/** What people and programs write to find out what breaks. */
const NASTY = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "@everyone",
  "@here",
  "<@1175000000000000003>",
  "<@!1175000000000000003>",
  "<@&1175000000000000002>",
  "<#1175000000000000002>",
  "</timeline:1>",
  "<t:1700000000:R>",
  "<:x:1175000000000000002>",
  "[text](https://example.org)",
  "[@everyone](https://example.org 'title')",
  "https://discord.gg/example",
  "```js\n",
  "`` ` ``",
  "||spoiler||",
  "# heading\n> quote\n>>> all\n- list\n-# small",
  "**__~~*_mixed_*~~__**",
  "\\",
  "\u202Eright to left",
  "\u200B\u200D\uFEFF",
  "e\u0301\u0323\u0320".repeat(40),
  "\uD800",
  "\uDC00\uD800",
  "\u0000\u0001\u001B[31m",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "🇫🇷".repeat(60),
  "{{7*7}} ${7*7} %s %n",
  "'; DROP TABLE entries; --",
  "<script>alert(1)</script>",
  "../../../etc/passwd",
  "-1",
  "NaN",
  "1e999",
  "0x10",
  "99999999999999999999",
  "31/02/2023",
  "0/0/0",
  "2023-11-20/",
  "lundi lundi lundi",
  "du mardi au lundi",
  "(a+)+$".repeat(30),
];

/** What members type, more or less. */
const USUAL = [
  "lundi",
  "Nov 20",
  "17-22 novembre",
  "vendredi soir",
  "Altman",
  "Ilya",
  "Microsoft",
  "pourquoi ?",
  "weekend",
];

/** Longer than anything Discord lets a member type. */
const HUGE = 2 ** 20;

const character = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });

/** Any text: every plane of Unicode, markup, names that mean something to JavaScript, from nothing to a megabyte. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 400, arbitrary: fc.string({ unit: "binary", maxLength: 120 }) },
  { weight: 200, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 600, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 500,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.constantFrom(...USUAL), character), { maxLength: 6 })
      .map((parts) => parts.join(" ")),
  },
  {
    weight: 300,
    arbitrary: fc
      .tuple(fc.constantFrom(...USUAL), fc.nat(20), character)
      .map(([word, at, inserted]) => word.slice(0, at) + inserted + word.slice(at)),
  },
  {
    weight: 100,
    arbitrary: fc
      .tuple(fc.oneof(character, fc.constantFrom(...NASTY, ...USUAL)), fc.integer({ min: 1500, max: 6000 }))
      .map(([part, length]) => part.repeat(Math.ceil(length / part.length)).slice(0, length)),
  },
  {
    weight: 1,
    arbitrary: character.map((part) => part.repeat(HUGE / part.length)),
  },
);

/** A custom id from a stranger or an older version: a known command with anything behind it, or anything. */
export function hostileId(keys: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof(
    hostileText,
    fc.nat().map(String),
    fc.constantFrom("day", "all", "open", "one", "turn", "page", "share"),
  );
  return fc.oneof(
    hostileText,
    fc
      .tuple(fc.constantFrom(...keys), fc.array(part, { maxLength: 4 }), fc.constantFrom(":", "|", "/", "~"))
      .map(([key, parts, mark]) => [key, ...parts].join(mark)),
  );
}

/** A file that a member adds, called and described as no file is. */
export function hostileFile(id: string): fc.Arbitrary<object> {
  return fc.record({
    id: fc.constant(id),
    filename: hostileText,
    description: hostileText,
    content_type: fc.oneof(fc.constantFrom("image/png", "text/html"), hostileText),
    size: fc.nat(),
    url: hostileText,
    proxy_url: hostileText,
  });
}
