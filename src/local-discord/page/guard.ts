import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import type { World } from "../world.ts";

/** The names that this machine has for itself. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses what was sent under a foreign name: a page elsewhere whose name somebody makes point to 127.0.0.1
 * (DNS rebinding) reads nothing here.
 */
export function ownHostOnly(world: World): MiddlewareHandler {
  return async (context, next) =>
    isOwnHost(context.req.header("host"), world) ? next() : context.text("Forbidden host\n", 403);
}

/** Refuses scripts of any page but this server's own. */
export function ownOriginOnly(): MiddlewareHandler {
  return async (context, next) =>
    isOwnOrigin(context.req.header("origin"), context.req.header("host"))
      ? next()
      : context.text("Forbidden origin\n", 403);
}

/** Whether a WebSocket is asked for under an own name, by a page of this server. */
export function mayConnect({ headers }: IncomingMessage, world: World): boolean {
  return isOwnHost(headers.host, world) && isOwnOrigin(headers.origin, headers.host);
}

function isOwnHost(host: string | undefined, { origin }: World): boolean {
  const port = origin.slice(origin.lastIndexOf(":"));
  // Clients leave out the usual port of http.
  return loopbackNames.some((name) => host === name + (port === ":80" ? "" : port));
}

/** Browsers set Origin on every POST and WebSocket: https://fetch.spec.whatwg.org/#origin-header */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === `http://${host}`;
}
