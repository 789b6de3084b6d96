import * as fc from "fast-check";
import { expect, test } from "vitest";
import { marksOf, textOf, webAddress, type Mark } from "../../../src/local-discord/page/markup.ts";

const names = new Map([["1175000000000000003", "member"]]);
const read = (text: string) => marksOf(text, (id) => names.get(id) ?? id);
const text = (words: string): Mark => ({ kind: "text", text: words });

test.each<[string, Mark[]]>([
  ["**a *b***", [{ kind: "bold", inside: [text("a "), { kind: "italic", inside: [text("b")] }] }]],
  ["\\*as written\\*", [text("*as written*")]],
  ["`*code*`", [{ kind: "code", text: "*code*" }]],
  ["<t:1700466808:F>", [{ kind: "time", at: 1_700_466_808_000, style: "F" }]],
  ["<t:1700466808>", [{ kind: "time", at: 1_700_466_808_000, style: "f" }]],
  ["<@1175000000000000003>", [{ kind: "mention", text: "@member" }]],
  ["</timeline:1175000000000000003>", [{ kind: "mention", text: "/timeline" }]],
  ["a\nb", [text("a"), { kind: "break" }, text("b")]],
  ["> said", [{ kind: "quote", inside: [text("said")] }]],
  ["-# small", [{ kind: "subtext", inside: [text("small")] }]],
  [
    "all:\n- one\n- **two**",
    [
      text("all:"),
      { kind: "break" },
      { kind: "item", inside: [text("one")] },
      { kind: "item", inside: [{ kind: "bold", inside: [text("two")] }] },
    ],
  ],
  ["[a](https://example.org/b)", [{ kind: "link", url: "https://example.org/b", inside: [text("a")] }]],
])("%j is read as Discord reads it", (written, marks) => {
  expect(read(written)).toEqual(marks);
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "/path", ""])(
  "%j is no address of the web, and a link to it is text",
  (url) => {
    expect(webAddress(url)).toBeNull();
    expect(read(`[words](${url})`).some(({ kind }) => kind === "link")).toBe(false);
  },
);

test("whatever is written is read, and words outside of marks stay as they are", () => {
  const pieces = [
    "*",
    "_",
    "**",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "||",
    "~~",
    "\n",
    "- ",
    "<t:",
    "https://a.b",
    "word",
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
      expect(Array.isArray(read(parts.join("")))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}<&"'=/]{1,40}$/u), (words) => {
      fc.pre(!/<[#@:/]|\/\//.test(words));
      expect(textOf(read(words))).toBe(words);
    }),
  );
});

test("marks nested beyond all measure are text", () => {
  const deep = "*".repeat(4000);
  expect(textOf(read(deep))).toBe(deep);
});
