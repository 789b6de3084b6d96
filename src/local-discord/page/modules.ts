import { readdirSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** The packages that the page draws with, each with the one that depends on it (null: this project). */
const packages = {
  "@skyra/discord-components-core": null,
  lit: "@skyra/discord-components-core",
  "@lit/context": "@skyra/discord-components-core",
  "lit-html": "lit",
  "lit-element": "lit",
  "@lit/reactive-element": "lit",
} as const;

/** What of a package.json is read here. */
interface Manifest {
  version: string;
  main: string;
  exports: Record<string, unknown>;
}

export interface Modules {
  /** The text of the page's import map: https://html.spec.whatwg.org/multipage/webappapis.html#import-maps */
  importMap: string;
  /** The module's file by its path below the base, or undefined. */
  files: ReadonlyMap<string, string>;
}

/**
 * Finds the browser modules of the packages, as they are installed: no bundler, no build step.
 * @param base the address below which they are served; versions are part of the path, so they can be kept
 * @throws when a package is missing
 */
export function browserModules(base: string): Modules {
  const manifests = new Map<string, string>();
  const imports: Record<string, string> = {};
  const files = new Map<string, string>();
  for (const [name, dependent] of Object.entries(packages)) {
    const from = dependent === null ? import.meta.url : pathToFileURL(manifests.get(dependent) ?? "");
    const path = findPackageJSON(name, from);
    if (!path) throw new Error(`${name} is not installed`);
    manifests.set(name, path);
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    const address = `${base}${name}@${manifest.version}/`;
    imports[name] = `${address}${manifest.main}`;
    imports[`${name}/`] = address;
    for (const [subpath, target] of Object.entries(manifest.exports))
      if (subpath.endsWith(".js") && typeof target === "string")
        imports[name + subpath.slice(1)] = address + target.slice("./".length);
    const folder = dirname(path);
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".js") && !/^(development|node)\b/.test(file))
        files.set(`${name}@${manifest.version}/${file.replaceAll(sep, "/")}`, join(folder, file));
  }
  return { importMap: JSON.stringify({ imports }), files };
}
