import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { link, plain, typed } from "../../src/view/markdown.ts";
import { missedDayView, missView } from "../../src/view/miss.ts";
import { breaches, linksOf, markdownOf, withoutCode } from "../support/limits.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

/** What members type who mean no good, or just copy what they see. */
const NASTY = [
  "@everyone",
  "@here",
  "<@123>",
  "<@&1>",
  "<#1>",
  "</quote:1>",
  "<:smile:1>",
  "<t:0:F>",
  "**bold**",
  "__u__",
  "~~s~~",
  "||spoiler||",
  "`",
  "``",
  "```js\nalert(1)\n```",
  "`` ` ``",
  "\\`",
  "a`b`c",
  "[click](https://evil.example)",
  "https://evil.example",
  "# big",
  "> quote",
  "- list",
  "\u202Egnp.exe",
  "\u0000",
  "\u200B",
  "\uD800",
  "\n\n\n",
  "\r\n@everyone",
  "👨‍👩‍👧‍👦",
  "a\u0301".repeat(50),
  "x".repeat(6000),
  "`".repeat(6000),
  "漢字",
  " ",
  "",
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 100 }),
  fc
    .array(fc.constantFrom("`", "\\", "*", "_", "<@1>", "\n", " ", "a", "@everyone", "\u200B", "\u202E"), {
      maxLength: 80,
    })
    .map((parts) => parts.join("")),
);

test("what is typed is shown as one short line of code, from which nothing gets out", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = typed(text);
      expect(shown).toMatch(/^`[^`\n\r\u2028\u2029]+`$/u);
      expect(shown.length).toBeLessThanOrEqual(62);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

describe.each([FRENCH, ENGLISH])("in $language", (voice) => {
  const { words } = voice;
  const sentences = [
    words.miss.day,
    words.miss.person,
    words.miss.event,
    words.quote.nobodyAbout,
    (text: string) => words.quote.noneAbout("Sam Altman", text),
  ];

  test("a notice says the same outside its code, whatever was typed", () => {
    const outside = sentences.map((sentence) => withoutCode(sentence(typed("lundi"))));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sentences.map((sentence) => withoutCode(sentence(typed(text))))).toEqual(outside);
      }),
    );
  });

  test("a miss is within all limits and has ways on, whatever was typed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const messages = [
          missView(
            words.miss.event(typed(text)),
            { customId: "source:open", options: [{ label: "x", value: "x" }] },
            voice,
          ),
          missedDayView(words.miss.day(typed(text)), ["2023-11-19", "2023-11-20"], voice),
        ];
        expect(messages.flatMap(breaches)).toEqual([]);
        expect(messages.every(({ components = [] }) => components.length > 0)).toBe(true);
        expect(messages.flatMap(markdownOf).flatMap((one) => linksOf(withoutCode(one)))).toEqual([]);
      }),
    );
  });
});

test("a text of the story is shown as it stands: each mark that Discord would read is escaped", () => {
  for (const text of [
    "*a* _b_ ~~c~~",
    "# x",
    "> x",
    "- x",
    "1. x",
    "||x||",
    "`x`",
    "[a](https://x.org)",
    "<@1>",
    "a\\*b",
  ])
    expect(plain(text).replace(/\\([^\p{L}\p{N}])/gu, "$1")).toBe(text);
  expect(plain("*a*")).toBe("\\*a\\*");
  expect(plain("[a](b)")).toBe("\\[a\\](b)");
  expect(plain("<@1>")).toBe("\\<@1>");
});

test("a link keeps its name and address, whatever marks and brackets they hold", () => {
  expect(link("Axios", "https://axios.com/a")).toBe("[Axios](https://axios.com/a)");
  expect(linksOf(link("a] (b) [c", "https://x.org/A_(b)"))).toEqual(["https://x.org/A_%28b%29"]);
});
