import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { FAMILY, FAMILY_EXTENDED, type Ruler } from "./ruler.ts";
import { drawSheet } from "./drawSheet.ts";
import type { Sheet } from "./sheet.ts";

/** What draws: it measures text and turns a sheet into a PNG. */
export interface Canvas {
  ruler: Ruler;
  png(sheet: Sheet): Uint8Array<ArrayBuffer>;
}

/** The package that draws, prebuilt for the usual platforms. */
export const CANVAS_PACKAGE = "@napi-rs/canvas";

const STYLES = ["400-normal", "400-italic", "600-normal", "700-normal"];
const SUBSETS = { latin: FAMILY, "latin-ext": FAMILY_EXTENDED };

/**
 * Loads the package that draws, and the bundled fonts. Only here is it loaded, so that a bot runs where
 * there is none for the platform. Rejects where it or a font can't be loaded.
 */
export async function openCanvas(packageName = CANVAS_PACKAGE): Promise<Canvas> {
  const { createCanvas, GlobalFonts } = (await import(packageName)) as typeof import("@napi-rs/canvas");
  if (!GlobalFonts.has(FAMILY)) {
    const require = createRequire(import.meta.url);
    const folder = join(dirname(require.resolve("@fontsource/noto-sans/latin.css")), "files");
    for (const [subset, family] of Object.entries(SUBSETS)) {
      for (const style of STYLES) {
        const file = join(folder, `noto-sans-${subset}-${style}.woff2`);
        // Each subset is a family of its own: within one family only the first file's letters are found.
        if (!GlobalFonts.registerFromPath(file, family)) throw new Error(`the font can't be loaded: ${file}`);
      }
    }
  }
  const context = createCanvas(1, 1).getContext("2d");
  return {
    ruler(text, font) {
      context.font = font;
      return context.measureText(text).width;
    },
    png(sheet) {
      const canvas = createCanvas(sheet.width, sheet.height);
      drawSheet(sheet, canvas.getContext("2d"));
      return new Uint8Array(canvas.toBuffer("image/png"));
    },
  };
}
