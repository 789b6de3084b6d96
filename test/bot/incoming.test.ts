import { expect, test } from "vitest";
import { createMend, unread } from "../../src/bot/incoming.ts";

const mend = createMend();

const interaction = {
  id: "1",
  application_id: "7",
  type: 2,
  token: "t",
  locale: "fr",
  app_permissions: "0",
  entitlements: [],
  authorizing_integration_owners: { "0": "5" },
  member: { user: { id: "3", username: "ann" }, permissions: "32", roles: [] },
  data: { id: "9", name: "timeline", type: 1, options: [{ name: "day", type: 3, value: "lundi" }] },
};
const without = (key: string) =>
  Object.fromEntries(Object.entries(interaction).filter(([name]) => name !== key));

test("a whole interaction passes as it is, with what nobody knows yet", () => {
  const novel = { ...interaction, novelty: { of: [2031] }, data: { ...interaction.data, novelty: 1 } };
  expect(mend(novel, "7")).toEqual(novel);
});

test("what can be done without has a default", () => {
  expect(mend(without("entitlements"), "7")).toMatchObject({ entitlements: [] });
  expect(mend(without("application_id"), "7")).toMatchObject({ application_id: "7" });
  expect(mend(without("authorizing_integration_owners"), "7")).toMatchObject({
    authorizing_integration_owners: {},
  });
  expect(mend(without("locale"), "7")).toMatchObject({ locale: "en-US" });
  const pressed = { ...interaction, type: 3, message: { id: "8" }, data: { custom_id: "a:b" } };
  expect(mend(pressed, "7")).toMatchObject({ data: { component_type: 2 } });
});

test.each([
  ["who asks", without("member")],
  ["what is asked", without("data")],
  ["the message of a button", { ...interaction, type: 3, data: { custom_id: "x", component_type: 2 } }],
])("without %s it can still be answered", (_name, data) => {
  expect(mend(data, "7")).toBeNull();
  expect(unread(data)).toMatchObject({ id: "1", token: "t", locale: "fr" });
});

test.each([
  ["no token", without("token")],
  ["no id", without("id")],
  ["nothing at all", null],
  ["a text", "x"],
])("with %s nobody could answer", (_name, data) => {
  expect([mend(data, "7"), unread(data)]).toEqual([null, null]);
});

test("a message command without its message is read as a command that nobody knows", () => {
  const data = { id: "9", name: "Check", type: 3, target_id: "4" };
  expect(mend({ ...interaction, data }, "7")).toMatchObject({ data: { type: 1 } });
});

test("what stands deeper than any option is passed over", () => {
  const innermost = { name: "name", type: 3, value: "tokyo", options: [{ name: "deeper" }] };
  const nested = { name: "zone", type: 1, options: [innermost] };
  const data = { ...interaction.data, options: [{ name: "more", type: 2, options: [nested] }] };
  const kept = { ...nested, options: [{ ...innermost, options: undefined }] };
  expect(mend({ ...interaction, data }, "7")).toMatchObject({
    data: { options: [{ name: "more", type: 2, options: [kept] }] },
  });
});

test("a value that is none is as good as none, and a server's id that is none can't be read", () => {
  const typed = { ...interaction.data, options: [{ name: "day", type: 3, value: { toString: null } }] };
  expect(mend({ ...interaction, data: typed }, "7")).toMatchObject({
    data: { options: [{ name: "day", value: undefined }] },
  });
  expect(mend({ ...interaction, app_permissions: "constructor" }, "7")).toMatchObject({
    app_permissions: "0",
  });
  expect(mend({ ...interaction, guild_id: {} }, "7")).toBeNull();
  expect(mend({ ...interaction, guild_locale: 5 }, "7")).toMatchObject({ guild_locale: undefined });
});
