import { describe, expect, test } from "vitest";
import { ask } from "../../../src/lookup/ask/ask.ts";
import { entryKey } from "../../../src/story/entryRef.ts";
import { lookups } from "../../support/story.ts";

function best(text: string): string | null {
  const { best: found } = ask(text, "en", lookups, "Europe/Paris");
  return found && entryKey(found);
}

test("who was on a board is read from roles over time", () => {
  const { boards, members } = lookups.ask.boards;
  expect(boards).toEqual(new Set(["@openai-board", "@openai-new-board"]));
  expect([...members].toSorted()).toEqual([
    "adam-dangelo",
    "bret-taylor",
    "elon-musk",
    "greg-brockman",
    "helen-toner",
    "ilya-sutskever",
    "larry-summers",
    "microsoft",
    "sam-altman",
    "tasha-mccauley",
  ]);
});

describe("whether somebody was on the board", () => {
  test.each([
    ["was Helen Toner on the board?", "helen-toner"],
    ["Elon Musk siégeait-il au conseil ?", "elon-musk"],
    ["Was Adam D'Angelo a member of the board?", "adam-dangelo"],
    ["did Larry Summers sit on the board in November 2023?", "larry-summers"],
  ])("is told by his roles: %s", (question, person) => {
    expect(best(question)).toBe(`person:${person}`);
  });

  test.each([
    "Was Satya Nadella on the board?",
    "does Nadella have a board seat?",
    "was Emmett Shear on the board?",
    "Est-ce que Tim Cook était au conseil d'administration ?",
    "Bill Gates faisait partie du conseil ?",
    "was Mark Zuckerberg on the board",
  ])("is told by who sat there, where he had no seat: %s", (question) => {
    expect(best(question)).toBe("topic:who-sat-on-board");
  });

  test.each([
    ["was Brockman removed from the board?", "event:gdb-removed"],
    ["when did Musk leave the board?", "event:musk-leaves-2018"],
    ["was Reid Hoffman on the board?", null],
  ])("is not all that is asked: %s", (question, entry) => {
    expect(best(question)).toBe(entry);
  });
});
