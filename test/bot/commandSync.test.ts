import type { REST } from "discord.js";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { syncCommands } from "../../src/bot/commandSync.ts";
import { answered, startTestBot, textOf } from "../support/bot.ts";

const definitions = commands.map(({ definition }) => definition);

/** What Discord gives back for what it was sent: with ids, and defaults where nothing was said. */
function registered(definition: object): object {
  return {
    id: "1",
    application_id: "2",
    version: "3",
    type: 1,
    description: "",
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    ...definition,
  };
}

/** A REST that holds some commands and counts what is put. */
function restWith(held: object[]) {
  const put: unknown[] = [];
  const rest = {
    get: async () => held,
    put: async (_route: string, { body }: { body: unknown }) => put.push(body),
  };
  return { rest: rest as unknown as REST, put };
}

test("commands that Discord already has are not registered again, in whatever order it lists them", async () => {
  const { rest, put } = restWith(definitions.map(registered).toReversed());
  expect(await syncCommands(rest, "2", definitions)).toBe(false);
  expect(put).toEqual([]);
});

test.each([
  ["a description", (all: object[]) => [{ ...all[0], description: "Another" }, ...all.slice(1)]],
  ["a translation", (all: object[]) => [{ ...all[0], name_localizations: { fr: "autre" } }, ...all.slice(1)]],
  ["a permission", (all: object[]) => all.map((one) => ({ ...one, default_member_permissions: null }))],
  ["a command less", (all: object[]) => all.slice(1)],
  ["a command more", (all: object[]) => [...all, registered({ name: "old", description: "Old" })]],
  ["none at all", () => []],
])("they are registered, all at once, where %s differs", async (_what, change) => {
  const { rest, put } = restWith(change(definitions.map(registered)));
  expect(await syncCommands(rest, "2", definitions)).toBe(true);
  expect(put).toEqual([definitions]);
});

test("what was registered once is recognised after a restart", async () => {
  const bot = await startTestBot();
  const ids = async () => (await bot.discord.member({ permissions: "8" }).commands()).map(({ id }) => id);
  const before = await ids();
  expect(before).toHaveLength(commands.length);
  await bot.restart();
  expect(await ids()).toEqual(before);
  expect(textOf(await answered(bot.discord.member().say("/help")))).toContain("/timeline");
  await bot.stop();
});
