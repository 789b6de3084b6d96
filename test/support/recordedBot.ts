import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { startApp } from "../../src/app.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";
import { sharedDrawer } from "./drawer.ts";
import { breaches, choiceBreaches, type Payload } from "./limits.ts";
import { specFaults } from "./spec.ts";
import { indexed } from "./story.ts";

/** A request that the bot sent to Discord. */
export interface Sent {
  method: string;
  path: string;
  /** Its JSON; of a request with files that which goes along with them. */
  body: unknown;
  /** What Discord answered. */
  status: number;
}

export interface RecordedBot {
  discord: LocalDiscord;
  /** All that the bot sent, in order. */
  sent: Sent[];
  /** What the bot logged as errors. */
  errors: unknown[];
  stop(): Promise<void>;
}

/** The whole bot with its own story on a local Discord; all that it sends goes through here. */
export async function startRecordedBot(): Promise<RecordedBot> {
  const discord = await startLocalDiscord();
  const recorder = await startRecorder(discord.api);
  const errors: unknown[] = [];
  const bot = await startApp({
    story: indexed(),
    token: discord.token,
    api: recorder.api,
    log: { info: () => {}, error: (message, details) => errors.push([message, details]) },
    random: () => 0,
    drawer: sharedDrawer,
  });
  return {
    discord,
    sent: recorder.sent,
    errors,
    async stop() {
      await bot.stop();
      await recorder.close();
      await discord.close();
    },
  };
}

/** Passes requests on to a REST base, and keeps them. */
export async function startRecorder(api: string) {
  const sent: Sent[] = [];
  const { origin } = new URL(api);
  const server = createServer((request, response) => {
    void (async () => {
      const bytes = await bytesOf(request);
      const { method = "GET", url = "/", headers } = request;
      const passed = new Headers();
      for (const name of ["authorization", "content-type", "user-agent", "x-audit-log-reason"])
        if (typeof headers[name] === "string") passed.set(name, headers[name]);
      const answer = await fetch(`${origin}${url}`, {
        method,
        headers: passed,
        ...(bytes.length > 0 && { body: bytes }),
      });
      sent.push({
        method,
        path: url,
        body: await jsonOf(bytes, headers["content-type"]),
        status: answer.status,
      });
      const kept = [...answer.headers].filter(
        ([name]) => !["content-encoding", "transfer-encoding", "connection"].includes(name),
      );
      response.writeHead(answer.status, Object.fromEntries(kept));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    sent,
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function jsonOf(bytes: Buffer<ArrayBuffer>, type: string | undefined): Promise<unknown> {
  if (bytes.length === 0) return null;
  if (!type?.startsWith("multipart/")) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const json = form.get("payload_json");
  return {
    ...JSON.parse(typeof json === "string" ? json : "{}"),
    files: [...form.keys()].filter((name) => name.startsWith("files")),
  };
}

/** What is wrong with what was sent, by Discord's own schema and by its documents; empty when nothing is. */
export function faultsOf({ method, path, body }: Sent): string[] {
  const named = (faults: string[]) =>
    faults.map((fault) => `${method} ${path.replace(/[\w-]{30,}/, "…")}: ${fault}`);
  if (method === "PUT" && path.endsWith("/commands"))
    return named((body as unknown[]).flatMap((command) => specFaults("command", command)));
  if (path.includes("/callback")) {
    const { type, data } = body as { type: number; data?: Payload & { choices?: [] } };
    // Deferrals hold nothing but flags.
    if (type === 5 || type === 6) return [];
    if (type === 8) return named([...specFaults("choices", data), ...choiceBreaches(data?.choices ?? [])]);
    return named([
      ...specFaults(type === 7 ? "update" : "answer", withoutFiles(body)),
      ...breaches(data ?? {}),
      ...pingsOf(data),
    ]);
  }
  if (!path.includes("/webhooks/") || (method !== "POST" && method !== "PATCH")) return [];
  return named([
    ...specFaults(method === "POST" ? "follow-up" : "edit", withoutFiles(body)),
    ...breaches(body as Payload),
    ...pingsOf(body),
  ]);
}

function withoutFiles(body: unknown): unknown {
  const { files: _files, ...rest } = body as { files?: unknown };
  return rest;
}

/** A message that does not rule out mentions. */
function pingsOf(message: unknown): string[] {
  const { allowed_mentions: mentions } = (message ?? {}) as { allowed_mentions?: { parse?: unknown[] } };
  return mentions?.parse?.length === 0 ? [] : [`mentions are not ruled out: ${JSON.stringify(mentions)}`];
}
