import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startLocalDiscord, type LocalDiscord } from "../../../src/local-discord/index.ts";

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());

const port = () => new URL(discord.page).port;
const viewer = { user: "1175000000000000003", guild: null, locale: "fr" };

/** A request with headers that `fetch` would not let a script set. */
function ask(path: string, headers: Record<string, string> = {}, body?: unknown) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (done, failed) => {
      const method = body === undefined ? "GET" : "POST";
      const sent = request({ host: "127.0.0.1", port: port(), path, method, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.on("error", failed);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    },
  );
}

const callCommands = (headers: Record<string, string>) =>
  ask("/page/api/commands", headers, { as: viewer, input: {} });

const own = () => ({ host: `localhost:${port()}`, origin: discord.page });

test("the page is there under each of this machine's own names", async () => {
  for (const name of ["localhost", "127.0.0.1", "[::1]"])
    expect([name, (await ask("/", { host: `${name}:${port()}` })).status]).toEqual([name, 200]);
});

test.each(["/", "/page/main.js", "/page/setting.json", "/api/v10/gateway", "/attachments/1/2/x.png"])(
  "%s is refused under any other name",
  async (path) => {
    for (const host of ["example.org", `example.org:${port()}`, "localhost", `localhost.example:${port()}`])
      expect([host, (await ask(path, { host })).status]).toEqual([host, 403]);
  },
);

test("the API is for this page alone", async () => {
  expect((await callCommands(own())).status).toBe(200);
  const { host } = own();
  expect((await callCommands({ host })).status).toBe(403);
  for (const origin of ["null", "http://example.org", `http://127.0.0.1:${port()}`, `https://${host}`])
    expect([origin, (await callCommands({ host, origin })).status]).toEqual([origin, 403]);
});

test("the live connection is for this page alone, and for its members", async () => {
  const outcome = (query: string, headers: Record<string, string>) =>
    new Promise<string | number>((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port()}/page/live?${query}`, { headers });
      socket.on("open", () => (done("open"), socket.terminate()));
      socket.on("unexpected-response", (_, answer) => done(answer.statusCode ?? 0));
      socket.on("error", () => {});
    });
  const query = "user=1175000000000000003&guild=&locale=fr";
  expect(await outcome(query, own())).toBe("open");
  expect(await outcome(query, { ...own(), origin: "http://example.org" })).toBe(403);
  expect(await outcome(query, { ...own(), host: `example.org:${port()}` })).toBe(403);
  expect(await outcome("user=1&guild=&locale=fr", own())).toBe(400);
});

test("what is not the page's own is not found, wherever a path leads", async () => {
  for (const path of [
    "/page/nothing.js",
    "/page/..%2f..%2fserver.ts",
    "/page/%2e%2e/server.ts",
    "/page/modules/lit@0.0.0/index.js",
    "/page/modules/lit/../../../../package.json",
    "/page/api/evaluate",
  ])
    expect([path, (await ask(path, own())).status]).toEqual([path, 404]);
});

test("the page may run its own scripts alone, and be shown in no frame", async () => {
  const { headers, text } = await ask("/", own());
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  // Nothing is asked of any other machine.
  expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test("a request that says too much, or too little, is refused in words", async () => {
  const input = { name: "x", options: {} };
  for (const [action, body] of [
    ["command", null],
    ["command", { as: viewer }],
    ["command", { as: { ...viewer, user: "1" }, input }],
    ["command", { as: { ...viewer, permissions: "8" }, input }],
    ["command", { as: viewer, input: { ...input, more: 1 } }],
    ["write", { as: viewer, input: { content: "  " } }],
    ["write", { as: viewer, input: { content: "x".repeat(2001) } }],
  ] as const) {
    const { status, text } = await ask(`/page/api/${action}`, own(), body);
    expect([body, status]).toEqual([body, 400]);
    expect(JSON.parse(text)).toHaveProperty("error");
  }
});
