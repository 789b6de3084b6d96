import { Hono } from "hono";
import type { Faults } from "./faults.ts";
import { errors, fail } from "./requests.ts";
import { callbackRoutes, followUpRoutes } from "./rest-answers.ts";
import { commandRoutes } from "./rest-commands.ts";
import { ownHostOnly } from "./page/guard.ts";
import type { World } from "./world.ts";

/** How many sessions an application may start a day, by Discord's session start limit. */
const sessionStarts = 1000;

export interface Pace {
  /** What `/gateway/bot` recommends. */
  shards: number;
  /** How many shards may identify at once. */
  maxConcurrency: number;
  /** Sessions started so far. */
  started: () => number;
}

/**
 * The REST API, version 10, and the files of messages. Every answer passes the one middleware below.
 * https://docs.discord.com/developers/reference
 * @param faults how it misbehaves at the moment
 */
export function restApi(world: World, faults: Faults, pace: Pace): Hono {
  const app = new Hono();
  const gateway = () => world.origin.replace("http", "ws");

  app.use("*", async (context, next) => {
    await next();
    const { path } = context.req;
    // The callback is exempt from rate limits; a client paces itself by these headers on all the rest.
    if (!path.startsWith("/api/") || path.endsWith("/callback")) return;
    const now = world.now() / 1000;
    context.header(
      "x-ratelimit-bucket",
      Buffer.from(context.req.routePath).toString("base64url").slice(0, 32),
    );
    context.header("x-ratelimit-limit", "5");
    context.header("x-ratelimit-remaining", context.res.status === 429 ? "0" : "4");
    context.header("x-ratelimit-reset", (now + 1).toFixed(3));
    context.header("x-ratelimit-reset-after", "1.000");
  });
  app.use("*", ownHostOnly(world));
  app.onError((error, context) => context.json({ code: 0, message: `500: ${error.message}` }, 500));
  app.notFound((context) => fail(context, errors.notFound));

  const api = new Hono();
  api.use("*", (context, next) => faults.meet(context, next));
  // The token of an interaction is all the key that its own routes need.
  api.route("/interactions", callbackRoutes(world));
  api.route("/webhooks", followUpRoutes(world));
  api.get("/gateway", (context) => context.json({ url: gateway() }));
  api.use("*", async (context, next) =>
    context.req.header("authorization") === `Bot ${world.token}`
      ? next()
      : fail(context, errors.unauthorized),
  );
  api.get("/gateway/bot", (context) =>
    context.json({
      url: gateway(),
      shards: pace.shards,
      session_start_limit: {
        total: sessionStarts,
        remaining: Math.max(0, sessionStarts - pace.started()),
        reset_after: 86_400_000,
        max_concurrency: pace.maxConcurrency,
      },
    }),
  );
  api.get("/users/@me", (context) => context.json({ ...world.bot, verified: true, mfa_enabled: false }));
  for (const path of ["/applications/@me", "/oauth2/applications/@me"])
    api.get(path, (context) => context.json(application(world)));
  api.route("/applications", commandRoutes(world));
  app.route("/api/v10", api);

  app.get("/attachments/:channel/:id/:name", (context) => {
    const file = world.files.get(context.req.param("id"));
    if (!file) return fail(context, errors.notFound);
    // What a bot sent is shown as a picture or saved, and never runs as a page of this address.
    const headers = {
      "content-type": file.type,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
    };
    return context.body(file.data, 200, headers);
  });
  return app;
}

/** https://docs.discord.com/developers/resources/application#application-object */
function application(world: World): Record<string, unknown> {
  return {
    id: world.application,
    name: world.bot.username,
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "",
    flags: 0,
    owner: null,
    team: null,
    bot: world.bot,
    integration_types_config: { "0": {}, "1": {} },
    approximate_guild_count: new Set(world.guilds.values()).size,
  };
}
