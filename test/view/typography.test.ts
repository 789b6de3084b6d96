import { describe, expect, test } from "vitest";
import { entry } from "../../src/story/story.ts";
import type { Message } from "../../src/view/message.ts";
import { sourceView } from "../../src/view/source.ts";
import { controlsOf, markdownOf, withoutCode, wordsOf } from "../support/limits.ts";
import { shownEntries } from "../support/shownEntries.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const SHOWN = {
  fr: [...shownEntries(story, FRENCH)],
  en: [...shownEntries(story, ENGLISH)],
};

const LABELLED = /\[(?:\\.|[^\]\\])+\]\(https?:\/\/[^\s()]+\)/;

/** The lines that are the bot's own: no passage, no rejected words, no title of a source. */
function ownLines(message: Message): string[] {
  return wordsOf(message)
    .flatMap((text) => text.split("\n"))
    .filter((line) => !/^(> |~~|« |“)/.test(line) && !LABELLED.test(line))
    .map(withoutCode);
}

/** The same without what stands in quotation marks: that is somebody else's. */
function ownWords(message: Message): string[] {
  return ownLines(message).map((line) => line.replace(/«[^»]*»|“[^”]*”/g, "x"));
}

/** Where a pattern is found in what is said in a language. */
function found(
  language: "fr" | "en",
  pattern: RegExp,
  read: (message: Message) => string[] = ownWords,
): string[] {
  return SHOWN[language].flatMap(([name, message]) =>
    read(message)
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line}`),
  );
}

describe("French", () => {
  test("has a no-break space before : ; ! ? and %", () => {
    const broken = /[^\u00A0\u202F\d][:;!?](?=\s|$)|\s(?<![\u00A0\u202F])[:;!?%]/u;
    expect(found("fr", broken)).toEqual([]);
  });

  test("has a no-break space inside its quotation marks", () => {
    expect(found("fr", /«[^\u00A0\u202F]|[^\u00A0\u202F]»|(?<!«[^»]*)[“”"]/u, ownLines)).toEqual([]);
  });

  test("has typographic apostrophes", () => {
    expect(found("fr", /\p{L}'\p{L}/u)).toEqual([]);
  });

  test("has no English on its buttons, menus and footers", () => {
    const english =
      /\b(the|of|and|hour|unknown|days?|events?|more|open|undated|monday|sunday|exact words)\b/iu;
    expect(found("fr", english, controlsOf)).toEqual([]);
  });

  test("writes months and days small within a sentence", () => {
    const capital = /\S (Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Novembre|Janvier|Février) \d/u;
    expect(found("fr", capital)).toEqual([]);
  });
});

describe("English", () => {
  test("has no space before its punctuation, and its own quotation marks", () => {
    expect(found("en", /\s[:;!?](?=\s|$)|\d\s%/u)).toEqual([]);
    expect(found("en", /[«»"]/u, ownLines)).toEqual([]);
  });

  test("has typographic apostrophes", () => {
    expect(found("en", /\p{L}'\p{L}/u)).toEqual([]);
  });

  test("has no French on its buttons, menus and footers", () => {
    const french =
      /\b(les|une|des|heure|jours?|événements?|récits|inconnue|novembre|lun|autres?|sur|ouvrir)\b/iu;
    expect(found("en", french, controlsOf)).toEqual([]);
  });
});

test("an event is told in the language that is asked for", () => {
  for (const event of story.events.values()) {
    const [french = "", english = ""] = [FRENCH, ENGLISH].map((voice) =>
      markdownOf(sourceView(event, 0, [], story, voice)).join("\n"),
    );
    expect(french).not.toBe(english);
  }
  const hired = entry(story.events, "msft-hires");
  const [french = "", english = ""] = [FRENCH, ENGLISH].map((voice) =>
    markdownOf(sourceView(hired, 0, [], story, voice)).join("\n"),
  );
  expect(french).toContain(
    "Lundi 20 novembre 2023, 8\u00A0h\u00A053, heure de Paris (dim. 23\u00A0h\u00A053 à San Francisco)",
  );
  expect(english).toContain("Monday 20 November 2023, 08:53, Paris time (Sun 23:53 in San Francisco)");
});

test("a French “de” gives way before a vowel", () => {
  const { check, timeline, person } = FRENCH.words;
  expect(check.misattributed("Ilya Sutskever")).toMatch(/ sont d’Ilya Sutskever$/);
  expect(check.misattributed("Sam Altman")).toMatch(/ sont de Sam Altman$/);
  expect(timeline.zone("Oran")).toBe("heure d’Oran");
  const [month, day] = [
    { text: "avril 2019", day: false },
    { text: "17 nov. 2023", day: true },
  ];
  expect(person.during(month, day)).toBe("d’avril 2019 au 17 nov. 2023");
  expect(person.during(day, month)).toBe("du 17 nov. 2023 à avril 2019");
});

test("quotation marks inside others are the inner ones of the language", () => {
  expect(FRENCH.words.quoted("« Oui », dit-il")).toBe("«\u00A0“Oui”, dit-il\u00A0»");
  expect(FRENCH.words.quoted("a «\u00A0b\u00A0» c «d»")).toBe("«\u00A0a “b” c “d”\u00A0»");
  expect(FRENCH.words.quoted("« a « b » c »")).toBe("«\u00A0“a “b” c”\u00A0»");
  expect(ENGLISH.words.quoted("“Yes”, he said")).toBe("“‘Yes’, he said”");
});
