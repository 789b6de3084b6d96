import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Hono, type Context } from "hono";
import type { Member } from "../member.ts";
import type { Identity } from "../server.ts";
import type { World } from "../world.ts";
import { pageApi } from "./api.ts";
import { mediaTypes, pageFiles } from "./files.ts";
import { ownOriginOnly } from "./guard.ts";
import { browserModules } from "./modules.ts";
import { guilds, members } from "./places.ts";
import { pagePolicy } from "./policy.ts";
import { shownUser } from "./shown.ts";

const moduleBase = "/page/modules/";
/** Where the page's HTML takes the import map, the one inline script there is. */
const importMapPlace = "<!-- import map -->";

/**
 * The playground page at `/`, what it loads under `/page/`, and its API under `/page/api/`.
 * @param member gives the member who acts
 */
export function pageRoutes(world: World, member: (who: Identity) => Member): Hono {
  const routes = new Hono();
  // Found at the first request: most local Discords run for tests and are never looked at.
  const found = once(() => {
    const modules = browserModules(moduleBase);
    return { ...modules, own: pageFiles(), policy: pagePolicy(modules.importMap) };
  });

  for (const path of ["/", "/page/*"]) routes.use(path, (context, next) => found().policy(context, next));
  routes.get("/", async (context) => {
    const html = await readFile(found().own.get("index.html") ?? "", "utf8");
    return context.html(html.replace(importMapPlace, () => inlineScript(found().importMap)));
  });
  routes.use("/page/api/*", ownOriginOnly());
  routes.route("/page/api", pageApi(world, member));
  routes.get("/page/setting.json", (context) =>
    context.json({ bot: shownUser(world.bot), guilds: guilds.map(({ id }) => id), members }),
  );
  routes.get(`${moduleBase}*`, (context) => {
    context.header("cache-control", "max-age=31536000, immutable");
    return send(context, found().files.get(below(context, moduleBase)));
  });
  routes.get("/page/*", (context) => {
    context.header("cache-control", "no-cache");
    return send(context, found().own.get(below(context, "/page/")));
  });
  return routes;
}

/** Sends a file that is on one of the lists; no path that a request names ever reaches the disk. */
async function send(context: Context, file: string | undefined): Promise<Response> {
  if (file === undefined) return context.notFound();
  context.header("content-type", mediaTypes[extname(file)] ?? "application/octet-stream");
  return context.body(await readFile(file));
}

function inlineScript(importMap: string): string {
  return `<script type="importmap">${importMap}</script>`;
}

function below(context: Context, base: string): string {
  return decodeURIComponent(context.req.path.slice(base.length));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
