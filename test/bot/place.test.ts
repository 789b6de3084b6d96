import { PermissionFlagsBits, PermissionsBitField, type RepliableInteraction } from "discord.js";
import { Keyv } from "keyv";
import { expect, test } from "vitest";
import { contextOf, placeOf, type ContextParts } from "../../src/bot/place.ts";
import { createLookupCache } from "../../src/cache/lookupCache.ts";
import { createSettings } from "../../src/cache/settings.ts";
import { lookups } from "../support/story.ts";

const interactionIn = (guildId: string | null, permissions = 0n, more: object = {}) =>
  ({
    guildId,
    guildLocale: null,
    locale: "en-US",
    context: guildId === null ? 1 : 0,
    user: { id: "7" },
    appPermissions: new PermissionsBitField(PermissionFlagsBits.EmbedLinks),
    memberPermissions: guildId === null ? null : new PermissionsBitField(permissions),
    ...more,
  }) as unknown as RepliableInteraction;

function parts(): ContextParts {
  return {
    commands: [],
    lookups,
    cache: createLookupCache(),
    settings: createSettings(new Keyv(), () => {}),
    pictures: {} as ContextParts["pictures"],
    version: "feuilleton 0",
    random: () => 0,
  };
}

async function contextIn(guildId: string | null, given: ContextParts, permissions = 0n) {
  const interaction = interactionIn(guildId, permissions);
  return contextOf(interaction, await placeOf(interaction, given), "en", given);
}

test("a reset forgets the look-ups of its server, and of no other", async () => {
  const given = parts();
  let computed = 0;
  const ask = async (guildId: string | null) =>
    (await contextIn(guildId, given)).cached(["question"], () => ++computed);
  expect([await ask("1"), await ask("2"), await ask(null), await ask("1")]).toEqual([1, 2, 3, 1]);
  await (await contextIn("1", given)).server?.reset();
  expect([await ask("1"), await ask("2"), await ask(null)]).toEqual([4, 2, 3]);
});

test("only Manage Server manages, and Administrator, which holds every permission", async () => {
  const manages = async (permissions: bigint) =>
    (await contextIn("1", parts(), permissions)).server?.mayManage;
  expect(await manages(PermissionFlagsBits.ManageGuild)).toBe(true);
  expect(await manages(PermissionFlagsBits.Administrator)).toBe(true);
  expect(await manages(PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageChannels)).toBe(false);
  expect((await contextIn(null, parts())).server).toBeNull();
});

test("Discord’s en-US chooses no language for a server; another locale and a setting do", async () => {
  const given = parts();
  const languagesOf = async (guildLocale: string | null, locale: string) =>
    (await placeOf(interactionIn("1", 0n, { guildLocale, locale }), given)).languages;
  expect(await languagesOf("en-US", "fr")).toEqual({ server: "fr", member: "fr" });
  expect(await languagesOf("en-GB", "fr")).toEqual({ server: "en", member: "fr" });
  expect(await languagesOf("fr", "de")).toEqual({ server: "fr", member: "en" });
  await given.settings.change("1", () => ({ language: "en" }));
  expect(await languagesOf("fr", "fr")).toEqual({ server: "en", member: "fr" });
});
