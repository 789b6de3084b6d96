import { readdir, readFile } from "node:fs/promises";
import { join, normalize, dirname } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

/** An import of one file by another, or of a package. */
interface Import {
  from: string;
  /** A path from the project's root, or a package's name. */
  to: string;
  /** Erased before the program runs. */
  typeOnly: boolean;
}

/**
 * Which floor may import which floors or files, and of which only the types, as docs/design.md has it.
 * The programs in src/ stand on top and import all.
 */
const FLOORS: Record<string, { may: string[]; types: string[] }> = {
  commands: { may: ["src/bot/command.ts", "picture", "lookup", "view", "text", "cache", "story"], types: [] },
  bot: { may: ["lookup", "view", "text", "cache"], types: ["picture"] },
  picture: { may: ["view", "text", "story", "src/projectFile.ts"], types: [] },
  view: { may: ["text", "story"], types: ["lookup"] },
  lookup: { may: ["story"], types: [] },
  story: { may: [], types: [] },
  cache: { may: [], types: [] },
  text: { may: [], types: [] },
  "local-discord": { may: ["src/projectFile.ts"], types: [] },
};
const TOP = "programs";

/** What opens a socket, listens on one, or starts something that does. */
const SOCKETS =
  /^(node:)?(net|tls|dgram|http|https|http2)$|^(undici|ws|discord\.js|@discordjs\/(rest|ws)|@hono\/node-server|@keyv\/.+)$/;

let files: string[];
let imports: Import[];
let sources: Map<string, string>;
beforeAll(async () => {
  files = [...(await filesIn("src")), ...(await filesIn("commands"))];
  sources = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)),
  );
  imports = [...sources].flatMap(([file, text]) => importsOf(file, text));
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

function importsOf(file: string, text: string): Import[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(?:(?<type>type\s)?(?<names>[^;"']*?)\sfrom\s+)?["'](?<to>[^"']+)["']/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*["'](?<to>[^"']+)["']/g);
  return [...statements, ...calls].map(({ groups }) => {
    const to = groups?.to ?? "";
    return {
      from: file,
      to: to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
      typeOnly: groups?.type !== undefined || onlyTypes(groups?.names ?? ""),
    };
  });
}

/** `{ type A, type B }` names types only. */
function onlyTypes(names: string): boolean {
  const inner = names.match(/^\{(.*)\}$/s)?.[1]?.split(",") ?? [];
  const named = inner.map((name) => name.trim()).filter((name) => name !== "");
  return named.length > 0 && named.every((name) => name.startsWith("type "));
}

function floorOf(path: string): string {
  const [first = "", second = "", ...deeper] = path.split("/");
  if (first === "commands") return "commands";
  return first === "src" && deeper.length > 0 ? second : TOP;
}

const line = ({ from, to }: Import) => `${from} imports ${to}`;
const isOurs = ({ to }: Import) => to.startsWith("src/") || to.startsWith("commands/");

describe("the floors of the house", () => {
  test("are all known to this test", () => {
    const floors = new Set(files.map(floorOf));
    floors.delete(TOP);
    expect([...floors].toSorted()).toEqual(Object.keys(FLOORS).toSorted());
    expect(imports.filter(isOurs).length).toBeGreaterThan(100);
  });

  test("import only what they may", () => {
    const broken = imports.filter(isOurs).filter(({ from, to, typeOnly }) => {
      const [lower, upper] = [floorOf(to), floorOf(from)];
      if (upper === TOP || lower === upper) return false;
      const { may, types } = FLOORS[upper] ?? { may: [], types: [] };
      return !may.includes(lower) && !may.includes(to) && !(typeOnly && types.includes(lower));
    });
    expect(broken.map(line)).toEqual([]);
  });

  test("import nothing from the tests", () => {
    expect(imports.filter(({ to }) => /^(test|bench)\//.test(to)).map(line)).toEqual([]);
  });

  test("give a command the form of commands, and with it nothing that runs", () => {
    const running = imports.filter(({ from, typeOnly }) => from === "src/bot/command.ts" && !typeOnly);
    expect(running.map(line)).toEqual([]);
  });

  test("have no circle", () => {
    const edges = new Map<string, string[]>(files.map((file) => [file, []]));
    for (const one of imports.filter(isOurs)) if (!one.typeOnly) edges.get(one.from)?.push(one.to);
    expect(circleIn(edges)).toBeNull();
  });
});

/** Some files that import each other in a circle, or null. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const circle = walk(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}

/** Whether a file is of those that may open sockets. */
function mayOpen(file: string): boolean {
  return ["bot", "local-discord"].includes(floorOf(file)) || /^src\/cache\/.*store/i.test(file);
}

describe("the outside world", () => {
  test("is reached by the bot, the local Discord and the stores of the cache alone", () => {
    const opening = imports.filter(
      ({ from, to, typeOnly }) => SOCKETS.test(to) && !typeOnly && !mayOpen(from),
    );
    expect(opening.map(line)).toEqual([]);
    const calling = [...sources].filter(
      ([file, text]) => !mayOpen(file) && /\bfetch\(|\bnew (WebSocket|EventSource)\(/.test(text),
    );
    expect(calling.map(([file]) => file)).toEqual([]);
  });

  test("is discord.js in src/bot only; story and lookup know nothing of Discord at all", () => {
    const clients = imports.filter(({ from, to }) => to === "discord.js" && floorOf(from) !== "bot");
    expect(clients.map(line)).toEqual([]);
    const aware = imports.filter(
      ({ from, to }) => /discord/.test(to) && ["story", "lookup"].includes(floorOf(from)),
    );
    expect(aware.map(line)).toEqual([]);
  });
});
