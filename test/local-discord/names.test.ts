import { describe, expect, test } from "vitest";
import { called, folded, labelled, nameIn } from "../../src/local-discord/names.ts";

const own = (label: string) => label;
const labels = [
  "◀ dim. 19",
  "mar. 21 ▶",
  "Sources (9)",
  "Événements",
  "Même jour",
  "Même mois",
  "▶️",
  "sources",
];

describe("a label", () => {
  test.each([
    ["Sources (9)", "Sources (9)"],
    ["sources", "sources"],
    ["SOURCES", "sources"],
    ["sources (", "sources"],
    ["dim. 19", "◀ dim. 19"],
    ["◀ DIM. 19", "◀ dim. 19"],
    ["mar", "mar. 21 ▶"],
    ["evenements", "Événements"],
    ["even", "Événements"],
    ["▶", "▶️"],
    ["◀", "◀ dim. 19"],
    ["meme m", "Même mois"],
    ["meme", undefined],
    ["jour", undefined],
  ])("%j is %j", (typed, expected) => {
    expect(labelled(labels, own, typed)).toBe(expected);
  });

  test.each([
    ["◀ Dim. 19", "dim. 19"],
    ["  Été !", "ete"],
    ["◀", "◀"],
    ["日本", "日本"],
  ])("%j folded is %j", (label, expected) => {
    expect(folded(label)).toBe(expected);
  });
});

describe("a name", () => {
  const things = [
    { name: "day", name_localizations: { fr: "jour", "en-GB": "date" } },
    { name: "date", name_localizations: { fr: "jour-meme", de: null } },
  ];

  test("is shown in the reader's language, in one that stands in for it, or as it is", () => {
    expect(["fr", "en-GB", "en-US", "de"].map((locale) => nameIn(things[0] as never, locale))).toEqual([
      "jour",
      "date",
      "date",
      "day",
    ]);
  });

  test("means its own thing first, then one so called in the reader's language, then in any", () => {
    expect(called(things, "DATE", "en-GB")).toBe(things[1]);
    expect(called(things, "jour", "fr")).toBe(things[0]);
    expect(called(things, "jour-meme", "de")).toBe(things[1]);
    expect(called(things, "tag", "de")).toBeUndefined();
    const accented = { name: "about", name_localizations: { fr: "à-propos" } };
    expect(called([accented], "A-propos", "fr")).toBe(accented);
    expect(called([accented], "", "fr")).toBeUndefined();
  });
});
