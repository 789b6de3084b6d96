import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";

const manifest = pathToFileURL(findPackageJSON(import.meta.url) ?? "");

/** The address of a file or folder of this project, by its path from the root: for sources and the built bot alike. */
export function projectFile(path: string): URL {
  return new URL(path, manifest);
}
