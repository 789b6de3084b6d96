import { describe, expect, test } from "vitest";
import { read } from "../../../src/lookup/ask/read.ts";
import { lookups } from "../../support/story.ts";

function namesIn(text: string): readonly string[] {
  return read(text, "en", lookups.ask, lookups.calendar("Europe/Paris")).whole.names;
}

test("the person of whom the story tells most is its protagonist", () => {
  expect(lookups.ask.protagonist).toBe("@sam-altman");
});

describe("a man who is not named", () => {
  test.each([
    "why was he fired?",
    "who fired him",
    "pourquoi il a été viré ?",
    "pourquoi l'ont-ils viré ?",
    "qui a voté son renvoi ?",
    "why would Microsoft hire him",
  ])("is the protagonist: %s", (question) => {
    expect(namesIn(question)).toContain("sam-altman");
  });

  test.each([
    "Emmett Shear said something. Why did he quit?",
    "pourquoi Brockman a-t-il démissionné ?",
    "il y a eu quoi lundi ?",
    "le conseil a-t-il regretté ?",
    "que dit Microsoft de son contrat ?",
    "who said “he was fired”?",
    "how is he",
    "who flew to L.A. on Friday?",
    "what did my son ask the board?",
    "Le podcast, qui l’a écrit ?",
  ])("is somebody else, or nobody: %s", (question) => {
    expect(namesIn(question)).not.toContain("sam-altman");
  });
});
