import { readFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { createLog } from "../../src/bot/log.ts";
import { NotKept } from "../../src/bot/place.ts";
import { MOST_WAITING, startDrawer } from "../../src/picture/drawer.ts";

function logged(secrets: string[] = []) {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date("2026-01-02T03:04:05Z"),
    secrets,
  );
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "null") as Record<string, unknown> };
}

test("a line is one JSON object with its time, its level and what belongs to it", () => {
  const { log, last, lines } = logged();
  log.info("commands registered", { commands: 7 });
  expect(last()).toEqual({
    time: "2026-01-02T03:04:05.000Z",
    level: "info",
    message: "commands registered",
    commands: 7,
  });
  expect(lines.join("")).not.toContain("\n");
});

test("an error has its kind and its place, and a reference where there is one", () => {
  const { log, last } = logged();
  log.error("an interaction could not be answered", { reference: "ab12", error: new RangeError("x") });
  expect(last()).toMatchObject({ level: "error", reference: "ab12", error: { type: "RangeError" } });
  expect(JSON.stringify(last().error)).toContain("log.test.ts");
});

test("nothing that a member typed gets into it, nor a token", () => {
  const { log, lines } = logged(["s3cret.token"]);
  const typed = "ma question privée";
  const payload = { json: { content: typed } };
  const address = "https://discord.com/api/v10/webhooks/12/aW50ZXJhY3Rpb24/messages/@original";
  log.error("x", { error: new TypeError(`cannot read ${typed}`, { cause: new Error(typed) }) });
  log.error("x", {
    error: new DiscordAPIError(
      { code: 50035, message: "Invalid Form Body" },
      50035,
      400,
      "PATCH",
      address,
      payload as never,
    ),
  });
  for (const code of ["ERR_INVALID_ARG_TYPE", "UND_ERR_INVALID_ARG"])
    log.error("x", { error: Object.assign(new TypeError(`Received ${typed}`), { code }) });
  log.error("x", {
    error: Object.assign(new Error(`connect to ${address} with s3cret.token`), {
      code: "ECONNRESET",
      errno: -104,
      syscall: "read",
    }),
  });
  expect(lines.join("\n")).not.toMatch(/question|aW50ZXJhY3Rpb24|s3cret/);
  expect(lines[1]).toContain("Invalid Form Body");
  expect(lines[1]).toContain('"code":"50035"');
});

async function failureOf(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    return error;
  }
}

test("the reason is told where the system, SQLite or the bot itself gave it", async () => {
  const { log, last } = logged();
  const told = async (act: () => unknown) => {
    log.error("x", { error: await failureOf(act) });
    return JSON.stringify(last().error);
  };
  expect(await told(() => readFile("/nonexistent"))).toContain("no such file");
  expect(await told(() => new DatabaseSync("/nonexistent/file"))).toContain("unable to open");
  expect(await told(() => Promise.reject(new NotKept("the store did not take it")))).toContain(
    "did not take",
  );
});

test("why a picture could not be drawn is told", async () => {
  const { log, last } = logged();
  const drawer = startDrawer("a-package-that-is-not-there");
  const order = { kind: "card", card: {} } as never;
  log.error("a picture could not be drawn", { error: await failureOf(() => drawer.draw(order)) });
  expect(last()).toMatchObject({
    error: { message: expect.stringContaining("a-package-that-is-not-there") },
  });
  const all = Array.from({ length: MOST_WAITING + 1 }, () => failureOf(() => drawer.draw(order)));
  log.error("a picture could not be drawn", { error: await all.at(-1) });
  expect(last()).toMatchObject({ error: { message: "too many pictures wait to be drawn" } });
  await drawer.close();
  await Promise.all(all);
});
