import { readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { findPackageJSON } from "node:module";
import { fileURLToPath } from "node:url";
import { projectFile } from "../../projectFile.ts";

const folder = fileURLToPath(projectFile("src/local-discord/page/public/"));

/** What each kind of file is served as. */
export const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The cuts of Noto Sans that the page's style sheet names. */
const fonts = ["400-normal", "400-italic", "500-normal", "600-normal", "700-normal"].flatMap((cut) =>
  ["latin", "latin-ext"].map((subset) => `noto-sans-${subset}-${cut}.woff2`),
);

/** The page's own files and its fonts, by the name under which they are served. */
export function pageFiles(): ReadonlyMap<string, string> {
  const manifest = findPackageJSON("@fontsource/noto-sans", import.meta.url);
  if (!manifest) throw new Error("@fontsource/noto-sans is not installed");
  const own = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => extname(name) in mediaTypes)
    .map((name) => [name.replaceAll("\\", "/"), join(folder, name)] as const);
  const font = fonts.map((name) => [`fonts/${name}`, join(dirname(manifest), "files", name)] as const);
  return new Map([...own, ...font]);
}
