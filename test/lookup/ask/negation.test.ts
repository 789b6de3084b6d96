import { describe, expect, test } from "vitest";
import { ask } from "../../../src/lookup/ask/ask.ts";
import { understand } from "../../../src/lookup/ask/understand.ts";
import { entryKey } from "../../../src/story/entryRef.ts";
import { lookups } from "../../support/story.ts";

function denied(text: string): readonly string[] {
  return understand(text, "en", lookups.ask, lookups.calendar("Europe/Paris")).denied;
}

function best(text: string): string | null {
  const { best: found } = ask(text, "en", lookups, "Europe/Paris");
  return found && entryKey(found);
}

describe("what a question asks the opposite of", () => {
  test.each([
    ["who did NOT sign the letter?", "sign"],
    ["who didn't sign the letter?", "sign"],
    ["Qui n'a pas signé la lettre ?", "sign"],
    ["combien de salariés n'ont jamais signé ?", "sign"],
    ["which directors did not vote for the firing?", "vote"],
  ])("%s", (question, concept) => {
    expect(denied(question)).toEqual([concept]);
  });

  test.each([
    "who signed the letter?",
    "who signed the letter, or not?",
    "didn't Musk sign the letter?",
    "Musk n'a-t-il pas signé ?",
    "qui a viré Altman, n'est-ce pas le conseil ?",
    "I'm not sure who signed the letter",
    "Did Ilya not sign?",
  ])("is nothing in: %s", (question) => {
    expect(denied(question)).toEqual([]);
  });
});

describe("who did not do something is not answered by who did", () => {
  test.each([
    "who did NOT sign the letter?",
    "who didn't sign the letter?",
    "Qui n'a pas signé la lettre ?",
    "quels employés n'ont pas signé la lettre ?",
    "how many employees did not sign?",
    "who never regretted it?",
  ])("%s", (question) => {
    expect(best(question)).toBeNull();
  });

  test.each([
    ["who didn't vote for the firing?", "dispute:who-fired"],
    ["Who did not shake hands in India?", "event:india-no-handshake"],
    ["Lequel des membres du conseil n'était pas dans la visio du renvoi ?", "dispute:whole-board"],
  ])("but by an entry that denies the same: %s", (question, entry) => {
    expect(best(question)).toBe(entry);
  });

  test("nor why somebody did not come back by that he left", () => {
    expect(best("pourquoi Sutskever n'est pas revenu au conseil ?")).toBeNull();
    expect(best("why didn't Sutskever return to the board?")).toBeNull();
  });
});

test.each([
  ["Did Ilya not sign the letter?", "event:ilya-signs-letter"],
  ["Didn't Musk sign the open letter?", "event:pause-letter"],
  ["Microsoft n'a pas été prévenu ?", "event:msft-one-minute"],
])("whether somebody did not is answered by what is told of it: %s", (question, entry) => {
  expect(best(question)).toBe(entry);
});
