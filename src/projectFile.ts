import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";

const manifest = findPackageJSON(import.meta.url);
if (manifest === undefined) throw new Error(`${import.meta.url} has no package.json above it`);
const root = pathToFileURL(manifest);

/** The address of a file or folder of this project, by its path from the root: for sources and the built bot alike. */
export function projectFile(path: string): URL {
  return new URL(path, root);
}
