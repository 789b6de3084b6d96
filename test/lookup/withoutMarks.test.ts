import { expect, test } from "vitest";
import { withoutMarks } from "../../src/lookup/withoutMarks.ts";

test.each([
  ["<@123456789012345678> who fired Altman", "who fired Altman"],
  ["qui a viré Altman <:kek:123456789012345678>", "qui a viré Altman"],
  ["<a:party:1> who is <#1234567890123> Murati <@&42> ?", "who is Murati ?"],
  ["what happened on <t:1700440000:F>, </timeline day:1>?", "what happened on , ?"],
  ["[who](https://example.org/a) fired Altman https://example.org/b", "who fired Altman"],
])("%s is asked as %s", (typed, asked) => {
  expect(withoutMarks(typed)).toBe(asked);
});

test.each(["who fired Altman?", "a < b > c", "« 2 <3 »", "@everyone [sic] (no)", "<@nobody>"])(
  "%s stays as it is",
  (typed) => {
    expect(withoutMarks(typed)).toBe(typed);
  },
);
