import { describe, expect, test } from "vitest";
import { ask } from "../../../src/lookup/ask/ask.ts";
import { twoQuestionsIn } from "../../../src/lookup/ask/twoQuestions.ts";
import { entryKey } from "../../../src/story/entryRef.ts";
import { lookups } from "../../support/story.ts";

describe("a text of two questions", () => {
  test.each([
    ["who fired him, and why?", "who fired him", "why?"],
    ["Qui a viré Altman et quand est-il revenu ?", "Qui a viré Altman", "quand est-il revenu ?"],
    ["why and when was he fired", "why was he fired", "when was he fired"],
    ["did Ilya regret it and did he sign?", "did Ilya regret it", "did he sign?"],
    ["Altman a été viré quand et par qui", "Altman a été viré quand", "par qui"],
  ])("%s", (text, first, second) => {
    expect(twoQuestionsIn(text, lookups.ask)).toEqual({ first, second });
  });

  test.each([
    "who are Bret Taylor and Larry Summers?",
    "qui a viré Altman et Brockman ?",
    "Altman et qui d'autre",
    "did Nadella say that Sam would come and that Greg would follow?",
    "and why?",
    "et",
    "",
  ])("is not %s", (text) => {
    expect(twoQuestionsIn(text, lookups.ask)).toBeNull();
  });
});

describe("the first of two questions is answered, and leads to what answers the second", () => {
  test.each([
    ["qui a remplacé Altman et quand est-il revenu ?", "event:murati-interim", "event:agreement"],
    ["who fired him and why?", "event:altman-fired", "topic:why-fired"],
    ["pourquoi et quand Altman a été viré ?", "topic:why-fired", "event:altman-fired"],
    ["Why did Brockman quit, and what did he post?", "topic:why-brockman-quit", "quote:gdb-quit"],
    ["what is Q* and what is Tigris?", "topic:what-is-qstar", "topic:project-tigris"],
    ["combien de salariés ont signé la lettre et que disait-elle ?", "dispute:letter-count", "quote:letter"],
    ["Qui est Nadella et qu'a-t-il dit sur Altman ?", "person:satya-nadella", "quote:satya-irrespective"],
  ])("%s", (question, first, second) => {
    const { best, near } = ask(question, "en", lookups, "Europe/Paris");
    expect(best && entryKey(best)).toBe(first);
    expect(near[0] && entryKey(near[0])).toBe(second);
    expect(new Set(near.map(entryKey)).size).toBe(near.length);
  });

  test("which is not suggested where it is the same", () => {
    const { best, near } = ask("who fired Altman and when?", "en", lookups, "Europe/Paris");
    expect(best?.id).toBe("altman-fired");
    expect(near.map(({ id }) => id)).not.toContain("altman-fired");
  });
});
