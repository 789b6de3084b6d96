import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import type { Member } from "../member.ts";
import type { Identity } from "../server.ts";
import type { World } from "../world.ts";
import { mayConnect } from "./guard.ts";
import { memberOf } from "./places.ts";
import { shownMessage, type ShownMessage } from "./shown.ts";
import { viewerOf } from "./viewer.ts";

/** What the page is told: messages that came or changed, in their order, and the ids of those that went. */
export interface LiveUpdate {
  set: ShownMessage[];
  gone: string[];
}

const path = "/page/live";

/**
 * The page's WebSocket: after all messages that its member sees, every change of them.
 * @param server the server whose upgrades under /page/ are handled here
 */
export function startLive(
  world: World,
  server: Server,
  member: (who: Identity) => Member,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on("upgrade", (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", world.origin);
    if (!pathname.startsWith("/page/")) return;
    const viewer = pathname === path ? viewerOf(searchParams) : null;
    const refusal = !mayConnect(request, world) ? "403 Forbidden" : viewer ? null : "400 Bad Request";
    if (refusal || !viewer) socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
    else
      sockets.handleUpgrade(request, socket, head, (client) =>
        follow(world, client, memberOf(world, member, viewer)),
      );
  });
  return {
    close: () =>
      new Promise((done) => {
        for (const client of sockets.clients) client.terminate();
        sockets.close(() => done());
      }),
  };
}

/** Keeps a page up to date until its socket closes. */
function follow(world: World, client: WebSocket, who: Member): void {
  const sent = new Map<string, string>();
  const nameOf = (id: string) => world.users.get(id)?.username ?? id;
  const push = () => {
    const messages = who.messages();
    const ids = new Set(messages.map(({ id }) => id));
    const gone = [...sent.keys()].filter((id) => !ids.has(id));
    const set = messages.filter((message) => {
      const state = JSON.stringify(message);
      const changed = sent.get(message.id) !== state;
      sent.set(message.id, state);
      return changed;
    });
    for (const id of gone) sent.delete(id);
    const files = `${world.origin}/attachments/`;
    const update: LiveUpdate = { set: set.map((one) => shownMessage(one, files, nameOf)), gone };
    client.send(JSON.stringify(update));
  };
  let due: NodeJS.Immediate | null = null;
  const stop = who.watch(() => {
    // A message is put into its channel and then filled: both are one change.
    due ??= setImmediate(() => {
      due = null;
      push();
    });
  });
  client.on("close", () => {
    stop();
    if (due) clearImmediate(due);
  });
  client.on("error", () => client.terminate());
  push();
}
