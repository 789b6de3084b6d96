import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { openCanvas } from "../../src/picture/canvas.ts";
import { FAMILY, FAMILY_EXTENDED } from "../../src/picture/ruler.ts";
import { stripSheet } from "../../src/picture/stripSheet.ts";
import { wordsOf } from "../../src/text/messages.ts";
import { story } from "../support/story.ts";
import { canvas, LANGUAGES, stripFor, voiceOf } from "./given.ts";

/** The picture of one character, to be compared. */
function drawn(character: string, style = "normal 400"): string {
  const context = createCanvas(60, 70).getContext("2d");
  context.font = `${style} 40px "${FAMILY}", "${FAMILY_EXTENDED}"`;
  context.fillText(character, 10, 50);
  return Buffer.from(context.getImageData(0, 0, 60, 70).data).toString("base64");
}

/** What stands for a character that no font has. */
const MISSING = "\u{e000}";

describe("the bundled fonts", () => {
  const shown = [
    ...[...story.events.values()].flatMap(({ title }) => [title.fr, title.en]),
    ...[...story.quotes.values()].flatMap(({ words, translations, where }) => [
      words,
      ...translations.map(({ text }) => text),
      where.fr,
      where.en,
    ]),
    ...[...story.people.values()].flatMap(({ name }) => [name.fr, name.en]),
    ...[...story.sources.values()].flatMap(({ label }) => [label.fr, label.en]),
    ...LANGUAGES.flatMap((language) => Object.values(wordsOf(language).status)),
  ].join("");

  test("have every character of the story’s titles, quotes and names", () => {
    const missing = drawn(MISSING);
    const characters = [...new Set(shown)].filter((character) => character.trim() !== "");
    expect(characters.length).toBeGreaterThan(80);
    expect(characters.filter((character) => drawn(character) === missing)).toEqual([]);
  });

  test.each(["normal 400", "italic 400", "normal 600", "normal 700"])(
    "have the letters of French and of names from elsewhere in %s",
    (style) => {
      const missing = drawn(MISSING, style);
      const letters = Array.from("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ«»’“”–—…łőșžğ");
      expect(letters.filter((letter) => drawn(letter, style) === missing)).toEqual([]);
      expect(drawn("é", style)).not.toBe(drawn("e", style));
    },
  );

  test("are bold where they are asked to be", () => {
    expect(drawn("A", "normal 700")).not.toBe(drawn("A"));
    expect(drawn("A", "normal 600")).not.toBe(drawn("A"));
    expect(drawn("A", "italic 400")).not.toBe(drawn("A"));
  });
});

describe("a sheet", () => {
  test("becomes the same PNG each time it is drawn, of its own size", () => {
    const laidOut = stripSheet(stripFor("week-end", voiceOf("fr")), canvas.ruler);
    if (!laidOut) throw new Error("nothing to draw");
    const [first, second] = [canvas.png(laidOut.sheet), canvas.png(laidOut.sheet)];
    expect(Buffer.compare(first, second)).toBe(0);
    const header = Buffer.from(first);
    expect(header.subarray(1, 4).toString()).toBe("PNG");
    // The width and height of a PNG's first chunk: https://www.w3.org/TR/png/#11IHDR
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
      laidOut.sheet.width,
      laidOut.sheet.height,
    ]);
  });

  test("can’t be drawn where the package is missing, and the reason is told", async () => {
    await expect(openCanvas("no-such-canvas")).rejects.toThrow(/no-such-canvas/);
  });
});
