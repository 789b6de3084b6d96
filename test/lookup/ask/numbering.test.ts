import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Numbering } from "../../../src/lookup/ask/numbering.ts";

test("different texts get the next numbers as they come, the same one always the same", () => {
  const numbering = new Numbering();
  expect(["altman", "", "sutskever", "altman", ""].map((text) => numbering.add(text))).toEqual([
    0, 1, 2, 0, 1,
  ]);
  expect(numbering.texts).toEqual(["altman", "", "sutskever"]);
  expect(numbering.find("sutskever")).toBe(2);
  expect(numbering.find("murati")).toBeUndefined();
  expect(numbering.held("murati")).toBe("murati");
  expect(numbering.find("murati")).toBe(3);
});

test("of many texts each is found under its own number", () => {
  const numbering = new Numbering();
  const texts = Array.from({ length: 5000 }, (_, n) => `word${n}`);
  for (const text of texts) numbering.add(text);
  expect(texts.map((text) => numbering.find(text))).toEqual(texts.map((_, n) => n));
});

test("a numbering goes on where another ended", () => {
  const before = new Numbering();
  for (const text of ["altman", "murati"]) before.add(text);
  const kept = structuredClone(before.numbered);
  const numbering = new Numbering(kept);
  expect(["murati", "shear", "altman"].map((text) => numbering.add(text))).toEqual([1, 2, 0]);
  expect(numbering.texts).toEqual(["altman", "murati", "shear"]);
  for (let n = 0; n < 5000; n += 1) numbering.add(`word${n}`);
  expect([new Numbering(kept).add("word4999"), new Numbering(kept).add("other")]).toEqual([5002, 5003]);
});

/** Halves of surrogate pairs too, which UTF-8 does not have. */
const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

test("whatever letters texts are of, they are numbered as a map would", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit })), (texts) => {
      const numbering = new Numbering();
      for (const text of texts) numbering.add(text);
      const all = [...new Set(texts)];
      expect(numbering.texts).toEqual(all);
      expect(all.map((text) => numbering.add(text))).toEqual([...all.keys()]);
    }),
  );
});
