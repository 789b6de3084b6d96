import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TextBuffer } from "../../../src/lookup/search/textBuffer.ts";

test("it gives the texts that were added, whatever was dropped or cleared before", () => {
  const words = fc.array(fc.nat(1000), { maxLength: 40 });
  const texts = fc.array(fc.record({ dropped: words, words }), { maxLength: 150 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 3 }), (entries) => {
      const buffer = new TextBuffer();
      for (const entry of entries) {
        buffer.clear();
        for (const text of entry) {
          for (const word of text.dropped) buffer.addWord(word);
          buffer.dropWords();
          for (const word of text.words) buffer.addWord(word);
          buffer.endText();
        }
        expect(buffer.count).toBe(entry.length);
        const read = entry.map((_, n) => [
          ...buffer.numbers.subarray(buffer.starts[n], buffer.starts[n + 1]),
        ]);
        expect(read).toEqual(entry.map((text) => text.words));
      }
    }),
  );
});
