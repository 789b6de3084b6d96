import { expect, test } from "vitest";
import { readIncoming } from "../../src/bot/incoming.ts";

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
  expect(readIncoming(novel, "7")).toEqual({ kind: "whole", data: novel });
});

test("what can be done without has a default", () => {
  expect(readIncoming(without("entitlements"), "7")).toMatchObject({
    kind: "whole",
    data: { entitlements: [] },
  });
  expect(readIncoming(without("application_id"), "7")).toMatchObject({ data: { application_id: "7" } });
  expect(readIncoming(without("authorizing_integration_owners"), "7")).toMatchObject({
    data: { authorizing_integration_owners: {} },
  });
  expect(readIncoming(without("locale"), "7")).toMatchObject({ data: { locale: "en-US" } });
  const pressed = { ...interaction, type: 3, message: { id: "8" }, data: { custom_id: "a:b" } };
  expect(readIncoming(pressed, "7")).toMatchObject({ kind: "whole", data: { data: { component_type: 2 } } });
});

test.each([
  ["who asks", without("member")],
  ["what is asked", without("data")],
  ["the message of a button", { ...interaction, type: 3, data: { custom_id: "x", component_type: 2 } }],
])("without %s it can still be answered", (_name, data) => {
  expect(readIncoming(data, "7")).toMatchObject({ kind: "broken", id: "1", token: "t", locale: "fr" });
});

test.each([
  ["no token", without("token")],
  ["no id", without("id")],
  ["nothing at all", null],
  ["a text", "x"],
])("with %s nobody could answer", (_name, data) => {
  expect(readIncoming(data, "7")).toEqual({ kind: "unanswerable" });
});

test("a message command without its message is read as a command that nobody knows", () => {
  const data = { id: "9", name: "Check", type: 3, target_id: "4" };
  expect(readIncoming({ ...interaction, data }, "7")).toMatchObject({
    kind: "whole",
    data: { data: { type: 1 } },
  });
});
