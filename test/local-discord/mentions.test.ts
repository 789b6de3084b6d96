import { expect, test } from "vitest";
import { mentionsOf } from "../../src/local-discord/mentions.ts";
import { newWorld } from "../../src/local-discord/world.ts";

const text = "hello <@11> <@!12> <@&21> @everyone";
const pinged = (content: string, allowed?: object) => {
  const { mentions, mention_roles, mention_everyone } = mentionsOf(
    newWorld(() => 1.7e12),
    content,
    allowed,
  );
  return [mentions.map((user) => user.id), mention_roles, mention_everyone];
};

test.each<[string, object | undefined, unknown[]]>([
  ["without a word on it, everything", undefined, [["11", "12"], ["21"], true]],
  ["with an empty list, nothing", { parse: [] }, [[], [], false]],
  ["users alone", { parse: ["users"] }, [["11", "12"], [], false]],
  ["the ones listed", { users: ["12", "99"], roles: ["21"] }, [["12"], ["21"], false]],
  ["everyone alone", { parse: ["everyone"] }, [[], [], true]],
])("a message pings %s", (_what, allowed, expected) => {
  expect(pinged(text, allowed)).toEqual(expected);
});

test("a text that names nobody pings nobody", () => {
  expect(pinged("@heretic, <@x>")).toEqual([[], [], false]);
});
