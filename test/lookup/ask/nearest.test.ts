import { expect, test } from "vitest";
import type { Verdict } from "../../../src/lookup/ask/decide.ts";
import { nearest } from "../../../src/lookup/ask/nearest.ts";
import { verdictsOf } from "../../../src/lookup/ask/decide.ts";
import { read } from "../../../src/lookup/ask/read.ts";
import type { Speech } from "../../../src/lookup/ask/speech.ts";
import { lookups, story } from "../../support/story.ts";

const calendar = lookups.calendar("Europe/Paris");
const reading = read("why did the board fire Sam Altman", "en", lookups.ask, calendar);
const [first, second, third] = verdictsOf(reading, lookups.ask, calendar).filter(
  ({ match }) => match.entry.ref.type !== "untold",
) as [Verdict, Verdict, Verdict];

function idsNear(
  verdicts: readonly Verdict[],
  found: readonly Verdict[],
  speech: Speech | null = null,
): string[] {
  return nearest(verdicts, found, { speech }, lookups.ask).map(({ id }) => id);
}

test("beside an answer stands what is not much less likely than it", () => {
  const answer = { ...first, likely: 0.8 };
  const verdicts = [answer, { ...second, likely: 0.13 }, { ...third, likely: 0.11 }];
  expect(idsNear(verdicts, [answer])).toEqual([first, second].map(({ match }) => match.entry.ref.id));
});

test("without an answer stands whatever was found", () => {
  const verdicts = [first, second, third].map((verdict) => ({ ...verdict, likely: 0.01 }));
  expect(idsNear(verdicts, [])).toHaveLength(3);
});

test("where nothing was found stands what matters most in the story", () => {
  expect(idsNear([], [])).toContain("altman-fired");
});

test("whoever asks for somebody’s words and gets none is led to his proven words", () => {
  const quotes = idsNear([first, second], [], { speaker: "mira-murati", subject: null });
  expect(story.quotes.get(quotes[0] ?? "")).toMatchObject({ speaker: "mira-murati", kind: "verbatim" });
  expect(quotes).toContain(first.match.entry.ref.id);
});
