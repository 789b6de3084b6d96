import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesOf } from "../../../src/lookup/ask/entries.ts";

/** What can stand within a sentence and at its end, and anything else. */
const unit = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...Array.from("aÉ日ب7², '’.?!\u00A0\u202F")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);

test.each(["fr", "en"] as const)("sentences in %s are those that the segmenter gives", (language) => {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(sentencesOf(text, language)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }),
    { numRuns: 1000, examples: [[""], ["."], ["He left. She stayed"]] },
  );
});
