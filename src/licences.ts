import { readFile } from "node:fs/promises";
import { projectFile } from "./projectFile.ts";

/**
 * npm run licences: every package of the lock file with its licence, as its own package.json names it or, for
 * another platform's package that is not installed here, as the lock file does. Ends with 1 when one is
 * missing or not among those below.
 */
const WELCOME = new Set([
  // How discord-markdown-parser spells Apache-2.0.
  "Apache License",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
]);

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  link?: boolean;
}

const lock = JSON.parse(await readFile(projectFile("package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};

const found = await Promise.all(
  Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(async ([path, locked]) => ({
      name: path.replace(/^.*node_modules\//, ""),
      version: locked.version ?? "",
      licence: (await installedLicence(path)) ?? locked.license ?? "none",
      whole: locked.integrity !== undefined,
    })),
);
const packages = found.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
for (const { name, version, licence } of packages) process.stdout.write(`${licence}\t${name}@${version}\n`);

const faults = packages.flatMap(({ name, licence, whole }) => [
  ...(isWelcome(licence)
    ? []
    : [`${name}: licence ${licence}: read it, and add it in src/licences.ts if it fits`]),
  ...(whole ? [] : [`${name}: no integrity in package-lock.json: write the lock file anew`]),
]);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function installedLicence(path: string): Promise<string | null> {
  const file = await readFile(projectFile(`${path}/package.json`), "utf8").catch(() => null);
  if (file === null) return null;
  const { license, licenses } = JSON.parse(file) as { license?: unknown; licenses?: { type: string }[] };
  if (typeof license === "string") return license;
  return licenses?.map(({ type }) => type).join(" OR ") ?? null;
}

/** An SPDX expression (https://spdx.github.io/spdx-spec): of OR one part is enough, of AND all are needed. */
function isWelcome(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, "")
    .split(/ OR /i)
    .some((part) => part.split(/ AND /i).every((licence) => WELCOME.has(licence.trim())));
}
