import { describe, expect, test } from "vitest";
import { understand } from "../../../src/lookup/ask/understand.ts";
import { lookups } from "../../support/story.ts";

function understood(text: string) {
  return understand(text, "en", lookups.ask, lookups.calendar("Europe/Paris"));
}

describe("words in quotation marks", () => {
  test.each([
    'who said "we are so back"?',
    "d’où vient « we are so back » ?",
    'did Altman say "we are so back"?',
  ])("%s asks for their speaker", (question) => {
    expect(understood(question).wordsOfWhom).toBe("we are so back");
  });

  test.each(['the source of "we are so back", and what is it?', 'why did he say "we are so back"?'])(
    "%s asks for something else",
    (question) => {
      expect(understood(question).wordsOfWhom).toBeNull();
    },
  );
});

describe("whose words are asked for", () => {
  test.each([
    ["qu'a dit Nadella sur Altman ?", "sam-altman"],
    ["Nadella a dit quoi d'Altman ?", "sam-altman"],
    ["what did Nadella say about Altman?", "sam-altman"],
    ["what did Nadella say to Altman?", null],
  ])("%s asks for Nadella's", (question, subject) => {
    expect(understood(question).speech).toEqual({ speaker: "satya-nadella", subject });
  });

  test.each([
    "qui a dit que Nadella partait ?",
    "who said Nadella would leave?",
    "Nadella a dit que Sam viendrait, qui l'a remplacé ?",
    "the quote about Nadella",
  ])("%s asks for nobody's in particular", (question) => {
    expect(understood(question).speech).toBeNull();
  });
});

test.each([
  ["qu'a dit Nadella sur Altman ?", ["@satya-nadella", "@sam-altman"]],
  ["que sait-on sur Helen Toner ?", ["@helen-toner"]],
  ["quelles infos sur Q* ?", ["qstar"]],
])("the French “sur” is no “sûr”, and says nothing of its own: %s", (question, concepts) => {
  expect(understood(question).concepts).toEqual(concepts);
});
