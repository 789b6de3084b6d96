import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { font, wrap } from "../../src/picture/ruler.ts";
import { canvas } from "./given.ts";

const FONT = font(700, 38);
const { ruler } = canvas;

/** A text without the spaces at which it may be parted. */
const solid = (text: string) => text.replaceAll(/[ \n]/g, "");

describe("a text broken into lines", () => {
  const texts = fc.array(
    fc.oneof(
      fc.constantFrom(
        "Altman",
        "d’OpenAI",
        "«\u00a0Tigris\u00a0»",
        "Œuvre",
        "49\u00a0%",
        "Lévy-Provençal",
        "à",
      ),
      fc.string({ unit: fc.constantFrom("a", "É", "W", "-"), minLength: 1, maxLength: 60 }),
    ),
    { minLength: 1, maxLength: 20 },
  );

  test("keeps every letter, and no line is wider than it may be", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 120, max: 900 }), (words, width) => {
        const text = words.join(" ");
        const lines = wrap(text, FONT, width, ruler);
        expect(solid(lines.join(""))).toBe(solid(text));
        for (const line of lines) expect(ruler(line, FONT)).toBeLessThanOrEqual(width + 1);
      }),
    );
  });

  test("never parts what a no-break space holds together", () => {
    const title = "Altman évoque à l’APEC un «\u00a0voile de l’ignorance\u00a0» repoussé";
    for (const width of [200, 300, 400, 500, 600, 700]) {
      const lines = wrap(title, FONT, width, ruler);
      expect(lines.some((line) => line.endsWith("«") || line.startsWith("»"))).toBe(false);
    }
  });

  test("leaves no single word behind where the lines can be even", () => {
    const lines = wrap("Greg Brockman démissionne avec les autres d’OpenAI", FONT, 700, ruler);
    const widths = lines.map((line) => ruler(line, FONT));
    expect(lines).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.7);
  });
});
