import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tear } from "../../faults/tear.ts";

const whole = () => ({
  id: "1",
  token: "t",
  type: 2,
  locale: "fr",
  data: { id: "9", options: [{ name: "day", value: "lundi" }] },
});

test("one field is torn, at any depth, but never what an answer needs", () => {
  const torn = new Set<string>();
  fc.assert(
    fc.property(fc.nat(1000), (at) => {
      const frame = whole();
      tear(frame, at, undefined);
      expect(frame).toMatchObject({ id: "1", token: "t", type: 2 });
      expect(frame).not.toEqual(whole());
      torn.add(JSON.stringify(frame));
    }),
    { numRuns: 200 },
  );
  // locale, data, its id, its options, the one there is, and that one's name and value
  expect(torn.size).toBe(7);
});

test("anything can be put in its place", () => {
  const frame = whole();
  tear(frame, 0, { toString: null });
  expect(frame).toEqual({ ...whole(), locale: { toString: null } });
});
